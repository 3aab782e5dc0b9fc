/** The cases that wait for the asker, of any workflow. */
import { isMisread } from '../../workflows/kit/asked.ts';
import type { Misread } from '../../workflows/kit/asked.ts';
import { titleOf } from '../../workflows/kit/describe.ts';
import type { Asker } from '../asker.ts';
import { cursorOf, readList } from '../list-dialect.ts';
import type { Listable, RawList, Value } from '../list-dialect.ts';
import { findWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import { countDuties, findDuties } from '../store/find-inbox.ts';
import type { DutyCount, Waiting } from '../store/find-inbox.ts';
import { logReads } from '../store/reads.ts';
import { momentsIn } from './find-cases.ts';
import type { Page } from './find-cases.ts';

export type InboxRow = Omit<Waiting, 'data' | 'dueAt' | 'since'> & { readonly title: string; readonly dueAt: string | null; readonly since: string };

/** What was urged comes first among those due at the same moment; the cursor goes by the order without it. */
const urgedFirst = (rows: readonly InboxRow[]): InboxRow[] =>
  [...Map.groupBy(rows, ({ dueAt }) => dueAt).values()].flatMap((equals) => equals.toSorted((a, b) => Number(b.urged !== null) - Number(a.urged !== null)));

export const inboxList: Listable = {
  fields: { id: 'text', workflow: 'text', unit: 'text', state: 'text', returned: 'flag', overdue: 'flag', urged: 'flag', dueAt: 'instant', since: 'instant' }, q: false, defaultSort: { field: 'dueAt', desc: false },
};

const sortedBy = (field: string, row: InboxRow): Value => {
  if (field === 'urged') return row.urged !== null;
  const value = row[field as keyof InboxRow];
  return typeof value === 'boolean' || typeof value === 'string' ? value : null;
};

export const findInbox = async (office: Office, asker: Asker, raw: RawList): Promise<Page<InboxRow> | Misread> => {
  const read = readList(raw, inboxList);
  if (isMisread(read)) return read;
  const query = momentsIn(read, inboxList);
  const found = await findDuties(office.db, office.district, { ...query, person: asker.id, seats: asker.seats, stands: asker.stands ?? [], at: asker.at });
  const rows = found.rows.map(({ data, dueAt, since, ...row }): InboxRow => ({ ...row, title: titleOf(findWorkflow(office, row.workflow), { id: row.id, data: data }), dueAt: dueAt?.toISOString() ?? null, since: since.toISOString(), urged: row.urged && { ...row.urged, at: new Date(row.urged.at).toISOString() } }));
  await logReads(office.db, office.district, { id: asker.id, name: asker.name, posts: asker.seats }, 'inbox', rows.map(({ id }) => id), ['title', ...(rows.some(({ urged }) => urged?.words) ? ['words'] : [])]);
  const last = rows.length === query.limit ? rows.at(-1) : undefined;
  return { rows: query.sort.field === 'dueAt' ? urgedFirst(rows) : rows, offset: query.after ? 0 : query.offset, total: found.total, estimated: found.estimated, next: last ? cursorOf(sortedBy(query.sort.field, last), last.id) : null };
};

/** What the inbox holds, in numbers alone: no row of it is read. */
export const countInbox = (office: Office, asker: Asker): Promise<DutyCount[]> => countDuties(office.db, office.district, { person: asker.id, seats: asker.seats, stands: asker.stands ?? [], at: asker.at });
