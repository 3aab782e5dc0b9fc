/** The names behind the ids that cases carry: units of my scope, and colleagues with a post in its line. */
import { unitsHeld } from '../asker.ts';
import type { Asker } from '../asker.ts';
import { readList } from '../list-dialect.ts';
import type { Listable, ListQuery, RawList } from '../list-dialect.ts';
import type { Office } from '../office.ts';
import { findBeside, findColleagues, findUnits } from '../store/people.ts';
import type { Colleague, UnitNow } from '../store/people.ts';
import type { Page } from './find-cases.ts';

const byId: Listable = { fields: { id: 'text', beside: 'text' }, q: false, defaultSort: { field: 'id', desc: false } };

/** Ids are named, never ranged over. */
const read = (raw: RawList): ListQuery | null => {
  const list = readList(raw, byId);
  return list?.sort.field === 'id' && list.conditions.every(({ op }) => op === 'is' || op === 'oneOf') ? list : null;
};

const valuesOf = (name: string) => ({ conditions }: ListQuery): string[] | null => {
  const found = conditions.find(({ field }) => field === name);
  return found ? [found.value].flat().map(String) : null;
};
const idsIn = valuesOf('id');
const besideIn = valuesOf('beside');

/** Names of places are nobody's secret: whoever works at a village may know what the others of its town are called. */
const findBesideMine = async ({ db, district }: Office, asker: Asker, units: readonly string[]): Promise<UnitNow[]> => {
  const [mine] = units.filter((unit) => unitsHeld(asker).includes(unit));
  return mine === undefined ? [] : findBeside(db, district, mine);
};

const pageOf = <Row>(all: readonly Row[], { offset, limit }: ListQuery): Page<Row> => ({ rows: all.slice(offset, offset + limit), offset, total: all.length, estimated: false, next: null });

/** All at once, in the order of the tree, or those beside one of them; null where the list cannot be read. */
export const findMyUnits = async (office: Office, asker: Asker, raw: RawList): Promise<Page<UnitNow> | null> => {
  const list = read(raw);
  if (!list) return null;
  const ids = idsIn(list);
  const beside = besideIn(list);
  const units = beside ? (await findBesideMine(office, asker, beside)).filter(({ id }) => !ids || ids.includes(id)) : await findUnits(office.db, office.district, unitsHeld(asker).filter((id) => !ids || ids.includes(id)));
  return pageOf(units, { ...list, ...(raw.range === undefined && { offset: 0, limit: units.length }) });
};

/** Null where the list cannot be read. */
export const findMyColleagues = async ({ db, district }: Office, asker: Asker, raw: RawList): Promise<Page<Colleague> | null> => {
  const list = read(raw);
  return list && pageOf(await findColleagues(db, district, unitsHeld(asker), idsIn(list)), list);
};
