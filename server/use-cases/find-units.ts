/** The names behind the ids that cases carry: units of my scope, and colleagues with a post in its line. */
import { isMisread, misreadAt, remedies } from '../../workflows/kit/asked.ts';
import type { Misread } from '../../workflows/kit/asked.ts';
import { unitsHeld } from '../asker.ts';
import type { Asker } from '../asker.ts';
import { partOf, readList } from '../list-dialect.ts';
import type { Listable, ListQuery, RawList } from '../list-dialect.ts';
import type { Office } from '../office.ts';
import { findBeside, findColleagues, findUnits } from '../store/people.ts';
import type { Colleague, UnitNow } from '../store/people.ts';
import type { Page } from './find-cases.ts';

const byId: Listable = { fields: { id: 'text', beside: 'text' }, q: false, defaultSort: { field: 'id', desc: false } };

/** Ids are named, never ranged over. */
const read = (raw: RawList): ListQuery | Misread => {
  const list = readList(raw, byId);
  if (isMisread(list)) return list;
  if (list.sort.field !== 'id') return misreadAt('sort', remedies.sort);
  const ranged = list.conditions.find(({ op }) => op === 'gte' || op === 'lte');
  return ranged ? misreadAt(partOf(ranged), remedies.unknown) : list;
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

/** All at once, in the order of the tree, or those beside one of them. */
export const findMyUnits = async (office: Office, asker: Asker, raw: RawList): Promise<Page<UnitNow> | Misread> => {
  const list = read(raw);
  if (isMisread(list)) return list;
  const ids = idsIn(list);
  const beside = besideIn(list);
  const units = beside ? (await findBesideMine(office, asker, beside)).filter(({ id }) => !ids || ids.includes(id)) : await findUnits(office.db, office.district, unitsHeld(asker).filter((id) => !ids || ids.includes(id)));
  return pageOf(units, { ...list, ...(raw.range === undefined && { offset: 0, limit: units.length }) });
};

export const findMyColleagues = async ({ db, district }: Office, asker: Asker, raw: RawList): Promise<Page<Colleague> | Misread> => {
  const list = read(raw);
  return isMisread(list) ? list : pageOf(await findColleagues(db, district, unitsHeld(asker), idsIn(list)), list);
};
