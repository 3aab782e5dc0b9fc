/** Findings as the asker may see them: within the asker's units, with the people they concern and the month's case about each. */
import { isMisread, misreadAt, remedies } from '../../workflows/kit/asked.ts';
import type { Misread } from '../../workflows/kit/asked.ts';
import type { Asker } from '../asker.ts';
import { cursorOf, partOf, readList } from '../list-dialect.ts';
import type { Listable, RawList } from '../list-dialect.ts';
import type { Office } from '../office.ts';
import { countFindings, findFinding, findFindings, findLatest, findNames, findSaid } from '../store/findings-find.ts';
import type { FindingRow, ItemOf, Person, RuleCount, UnitCount } from '../store/findings-find.ts';
import { logReads } from '../store/reads.ts';
import { momentsIn } from './find-cases.ts';
import type { Page } from './find-cases.ts';
import { readableUnits } from './sight.ts';

const listable: Listable = { fields: { id: 'text', rule: 'text', level: 'text', state: 'text', unit: 'text', resident: 'text', parent: 'text', foundAt: 'instant' }, q: false, defaultSort: { field: 'rule', desc: false } };
/** What a finding is about is named, not ranged over, and gives no order. */
const ABOUT = ['unit', 'resident', 'parent'];

/** `residents`: those in the asker's units; `elsewhere`: how many more. */
export type FindingView = Pick<FindingRow, 'id' | 'rule' | 'level' | 'unit' | 'units' | 'field' | 'occasion' | 'params' | 'state' | 'reason'> & {
  readonly residents: readonly (Person & { readonly item: Omit<ItemOf, 'subject'> | null })[]; readonly elsewhere: number;
  readonly foundAt: string; readonly goneAt: string | null; readonly suppressedBy: string | null; readonly suppressedName: string | null; readonly suppressedAt: string | null;
};

const viewsOf = async (office: Office, asker: Asker, rows: readonly FindingRow[]): Promise<FindingView[]> => {
  const { db, district } = office;
  const units = readableUnits(asker);
  const ids = [...new Set(rows.flatMap(({ residents }) => residents))];
  const people = new Map((await findNames(db, district, units, ids)).map((one) => [one.id, one]));
  const items = new Map((await findLatest(db, district, office.workflows.filter(({ answers }) => answers).map(({ name }) => name), units, ids)).map(({ subject, ...item }) => [subject, item]));
  await logReads(db, district, { id: asker.id, name: asker.name, posts: asker.seats }, 'findings', [...people.keys()], ['name']);
  return rows.map(({ id, rule, level, unit, units: all, field, occasion, params, state, reason, ...row }) => {
    const residents = row.residents.flatMap((one) => { const person = people.get(one); return person ? [{ ...person, item: items.get(one) ?? null }] : []; });
    return {
      id, rule, level, unit, units: all.filter((one) => units.includes(one)), field, occasion, params, state, reason, residents, elsewhere: row.residents.length - residents.length,
      foundAt: row.found_at.toISOString(), goneAt: row.gone_at?.toISOString() ?? null,
      suppressedBy: row.suppressed_by, suppressedName: row.suppressed_name, suppressedAt: row.suppressed_at?.toISOString() ?? null,
    };
  });
};

export const listFindings = async (office: Office, asker: Asker, raw: RawList): Promise<Page<FindingView> | Misread> => {
  const query = readList(raw, listable);
  if (isMisread(query)) return query;
  if (ABOUT.includes(query.sort.field)) return misreadAt('sort', remedies.sort);
  const ranged = query.conditions.find(({ field, op }) => ABOUT.includes(field) && (op === 'gte' || op === 'lte'));
  if (ranged) return misreadAt(partOf(ranged), remedies.unknown);
  const { rows, total, estimated } = await findFindings(office.db, office.district, { ...momentsIn(query, listable), units: readableUnits(asker) });
  const views = await viewsOf(office, asker, rows);
  const last = views.length === query.limit ? views.at(-1) : undefined;
  return { rows: views, offset: query.after ? 0 : query.offset, total, estimated, next: last ? cursorOf(last[query.sort.field as 'id' | 'rule' | 'level' | 'state' | 'foundAt'], last.id) : null };
};

export type Said = { readonly act: string; readonly at: string; readonly by: string; readonly name: string; readonly post: string; readonly reason: string };

/** One finding with what was said about it; null where there is none in the asker's units. */
export const readFinding = async (office: Office, asker: Asker, id: string): Promise<(FindingView & { readonly said: readonly Said[] }) | null> => {
  const { db, district } = office;
  const row = await findFinding(db, district, readableUnits(asker), id);
  const [view] = row ? await viewsOf(office, asker, [row]) : [];
  if (!view) return null;
  return { ...view, said: (await findSaid(db, district, id)).map(({ act, at, person, person_name, post, reason }) => ({ act, at: at.toISOString(), by: person, name: person_name, post, reason })) };
};

/** How many there are of each rule, and of each rule in each village. */
export const countByRule = ({ db, district }: Office, asker: Asker): Promise<{ rules: readonly RuleCount[]; villages: readonly UnitCount[] }> => countFindings(db, district, readableUnits(asker));
