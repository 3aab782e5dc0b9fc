/** Workbooks as rows: what each file came to, its rows sealed whole. */
import { sql } from 'kysely';
import type { Data, EventName, Text } from '../../workflows/kit/words.ts';
import type { Keys } from '../keys/keys.ts';
import { open, place, seal } from '../keys/seal.ts';
import type { Db } from './tables.ts';
import type { Statement, Tx } from './transaction.ts';
import type { RowKind, WorkbookCounts, WorkbookState } from './workbook-tables.ts';

export type WorkbookRow = {
  readonly id: string; readonly person: string; readonly workflow: string; readonly parent: string; readonly unit: string; readonly name: string; readonly bytes: number; readonly state: WorkbookState;
  readonly counts: WorkbookCounts; readonly job: string | null; readonly madeAt: Date; readonly changedAt: Date;
};
/** `at`: letter of the column and what stands above it. `text`: what is wrong, with its remedy. */
export type CellFault = { readonly at: string; readonly header: string; readonly text: Text };
/** What a row says and was found to be. `shown`: locked cells by key; `moved`: those that read otherwise now; `why`: codes of what keeps it back. */
export type RowSays = {
  readonly event: EventName | null; readonly data: Data | null; readonly shown: Readonly<Record<string, string>>; readonly faults: readonly CellFault[];
  readonly why: readonly string[]; readonly moved: readonly { readonly key: string; readonly was: string; readonly now: string }[];
  /** Where the record stood when it was checked, and whom it is about. */
  readonly state: string | null; readonly subject: string | null;
};
export type CheckedRow = RowSays & { readonly n: number; readonly kind: RowKind; readonly caseId: string | null; readonly version: number | null };
type Where = { readonly keys: Keys; readonly district: string };

export const workbookPlace = (district: string, workbook: string, n: number): string => place('workbook_rows', `${district}/${workbook}/${n}`, 'sealed');

const columns = sql.raw('id, person, workflow, parent, unit, name, bytes, state, counts, job, made_at as "madeAt", changed_at as "changedAt"');

export type NewWorkbook = Pick<WorkbookRow, 'id' | 'person' | 'workflow' | 'parent' | 'unit' | 'name' | 'bytes' | 'counts'>;
const insert: Statement = {
  name: 'insert-workbook',
  text: `insert into workbooks (district, id, person, workflow, parent, unit, name, bytes, state, counts) values ($1, $2, $3, $4, $5, $6, $7, $8, 'checked', $9)`,
};
const insertRows: Statement = {
  name: 'insert-workbook-rows',
  text: `insert into workbook_rows (district, workbook, n, kind, case_id, version, sealed)
    select $1, $2, r.n, r.kind, r."caseId", r.version, r.sealed from json_to_recordset($3::json) as r(n int, kind text, "caseId" text, version int, sealed text)`,
};

export const insertWorkbook = (tx: Tx, { keys, district }: Where, { id, person, workflow, parent, unit, name, bytes, counts }: NewWorkbook, rows: readonly CheckedRow[]): void => {
  tx.say(insert, [district, id, person, workflow, parent, unit, name, bytes, JSON.stringify(counts)]);
  tx.say(insertRows, [district, id, JSON.stringify(rows.map(({ n, kind, caseId, version, ...says }) => ({ n, kind, caseId, version, sealed: seal(keys, workbookPlace(district, id, n), says) })))]);
};

export const findWorkbook = async (db: Db, district: string, id: string): Promise<WorkbookRow | null> =>
  (await sql<WorkbookRow>`select ${columns} from workbooks where district = ${district} and id = ${id}`.execute(db)).rows[0] ?? null;

/** Somebody's, newest first; perhaps of one parent. */
export const findWorkbooksOf = async (db: Db, district: string, person: string, parent: string | null, limit: number): Promise<WorkbookRow[]> =>
  (await sql<WorkbookRow>`select ${columns} from workbooks where district = ${district} and person = ${person} ${parent === null ? sql`` : sql`and parent = ${parent}`} order by made_at desc, id limit ${limit}`.execute(db)).rows.slice();

/** In the order of the file; perhaps of one kind. */
export const findWorkbookRows = async (db: Db, { keys, district }: Where, id: string, kind: RowKind | null, offset: number, limit: number): Promise<CheckedRow[]> => {
  const { rows } = await sql<{ n: number; kind: RowKind; caseId: string | null; version: number | null; sealed: string }>`
    select n, kind, case_id as "caseId", version, sealed from workbook_rows where district = ${district} and workbook = ${id} ${kind === null ? sql`` : sql`and kind = ${kind}`} order by n offset ${offset} limit ${limit}`.execute(db);
  return rows.map(({ sealed, ...row }) => ({ ...row, ...(open(keys, workbookPlace(district, id, row.n), sealed) as RowSays) }));
};

const move: Statement = { name: 'move-workbook', text: `update workbooks set state = $3, job = $4, changed_at = now() where district = $1 and id = $2 and state = 'checked' returning id` };
/** Once, and once only, away from where it was checked; false where it stands elsewhere. */
export const moveWorkbook = async (tx: Tx, district: string, id: string, to: WorkbookState, job: string | null): Promise<boolean> => (await tx.run(move, [district, id, to, job])).length > 0;

const dropRows: Statement = { name: 'drop-workbook-rows', text: `delete from workbook_rows where district = $1 and workbook = $2` };
export const dropWorkbookRows = (tx: Tx, district: string, id: string): void => tx.say(dropRows, [district, id]);

/** What a row said is kept no longer than somebody may look at what came of it. */
export const forgetWorkbooks = async (db: Db, district: string, before: Date): Promise<void> => {
  await sql`with gone as (delete from workbooks where district = ${district} and made_at < ${before} returning id)
    delete from workbook_rows where district = ${district} and workbook in (select id from gone)`.execute(db);
};
