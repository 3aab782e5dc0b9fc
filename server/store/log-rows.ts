/** The log of a case, as it was written. */
import { sql } from 'kysely';
import type { Row } from '../../workflows/kit/advance.ts';
import type { Data } from '../../workflows/kit/words.ts';
import type { Keys } from '../keys/keys.ts';
import { open, place } from '../keys/seal.ts';
import { rowId } from './case-rows.ts';
import type { ChainedRow } from './chain.ts';
import { openLeaves } from './sealing.ts';
import type { Db } from './tables.ts';

export type LogRow = {
  case_id: string; version: number; event_id: string; workflow: string; type: string; from_state: string | null; to_state: string; way: number; at: Date;
  actor: string; actor_name: string; post: string; unit: string; behalf: string | null; absent: string | null; form: Data; patch: Data; term: { readonly is: number | string | null };
  salt: string; commitment: string; prev_hash: string; hash: string; sealed_in: number | null;
};
type Where = { readonly keys: Keys; readonly district: string };

/** Oldest first; `after` pages on. */
export const findLog = (db: Db, district: string, caseId: string, limit: number, offset: number, desc = false): Promise<LogRow[]> =>
  db.selectFrom('log').selectAll().where('district', '=', district).where('case_id', '=', caseId).orderBy('version', desc ? 'desc' : 'asc').offset(offset).limit(limit).execute();

/** What happened to each case next, after the version it had. */
export const findNext = async (db: Db, district: string, cases: readonly { readonly id: string; readonly version: number }[]): Promise<LogRow[]> => (await sql<LogRow>`
  select l.* from log l join json_to_recordset(${JSON.stringify(cases)}::json) as c(id text, version int) on l.case_id = c.id and l.version = c.version + 1 where l.district = ${district}`.execute(db)).rows;

export const countLog = async (db: Db, district: string, caseId: string): Promise<number> => {
  const row = await db.selectFrom('log').select(({ fn }) => fn.countAll<string>().as('total')).where('district', '=', district).where('case_id', '=', caseId).executeTakeFirst();
  return Number(row?.total ?? 0);
};

/** The row as the kit folds it; its sealed leaves are opened. */
export const toRow = ({ keys, district }: Where, row: LogRow): Row => {
  const opened = (column: string, data: Data): Data => openLeaves(keys, { table: 'log', row: rowId(district, `${row.case_id}@${row.version}`), column }, data);
  return {
    type: row.type, from: row.from_state, to: row.to_state, way: row.way, at: row.at.toISOString(), by: row.actor, post: { post: row.post, unit: row.unit }, ...(row.behalf !== null && { behalf: row.behalf }), ...(row.absent !== null && { absent: row.absent }),
    form: opened('form', row.form), patch: opened('patch', row.patch), term: row.term.is,
  };
};

export const saltOf = ({ keys, district }: Where, row: LogRow): string => String(open(keys, place('log', rowId(district, `${row.case_id}@${row.version}`), 'salt'), row.salt));

/** What the chain says of the row. */
export const toChained = (row: LogRow): ChainedRow => ({
  case: row.case_id, version: row.version, event: row.event_id, workflow: row.workflow, type: row.type, from: row.from_state, to: row.to_state, way: row.way, at: row.at.toISOString(),
  actor: row.actor, name: row.actor_name, post: row.post, unit: row.unit, behalf: row.behalf, ...(row.absent !== null && { absent: row.absent }), term: row.term.is, commitment: row.commitment,
});
