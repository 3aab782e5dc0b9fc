/** The items of a bulk job, taken some at a time by whoever works on it, and their results. */
import { sql } from 'kysely';
import type { Data, FieldErrors } from '../../workflows/kit/words.ts';
import type { Keys } from '../keys/keys.ts';
import { open, place } from '../keys/seal.ts';
import { rowId } from './case-rows.ts';
import type { EntryAt } from './register-changes.ts';
import { openLeaves } from './sealing.ts';
import type { Db } from './tables.ts';
import type { Statement, Tx } from './transaction.ts';

export type BulkTask = { readonly id: string; readonly person: string; readonly workflow: string; readonly type: string; readonly data: Data; readonly dryRun: boolean };
/** An event that is for one case alone, for the version it was made for; `entry`: of the register, as it was then. */
export type OwnEvent = { readonly type: string; readonly data: Data; readonly version: number; readonly entry: EntryAt | null };
export type BulkItem = { readonly n: number; readonly caseId: string; readonly own: OwnEvent | null };
/** `why`: codes. `errors`: of the form's fields. */
export type ItemResult = { readonly n: number; readonly result: 'done' | 'refused'; readonly why: readonly string[]; readonly errors: FieldErrors | null };

export type Where = { readonly keys: Keys; readonly district: string };
export const ownPlace = (district: string, job: string, n: number): string => place('bulk_items', `${district}/${job}/${n}`, 'own');

/** Null where there is no such job, or it has ended. */
export const findTask = async (db: Db, { keys, district }: Where, id: string): Promise<BulkTask | null> => {
  const row = await db.selectFrom('bulk_jobs').select(['id', 'person', 'workflow', 'type', 'data', 'dry_run as dryRun']).where('district', '=', district).where('id', '=', id).where('ended_at', 'is', null).executeTakeFirst();
  return row ? { ...row, data: openLeaves(keys, { table: 'bulk_jobs', row: rowId(district, id), column: 'data' }, row.data) } : null;
};

/** Ids of the jobs that have not ended, oldest first. */
export const findUnderWay = async (db: Db, district: string): Promise<string[]> =>
  (await db.selectFrom('bulk_jobs').select('id').where('district', '=', district).where('ended_at', 'is', null).orderBy('made_at').execute()).map(({ id }) => id);

/** Numbers of the next items without a result. */
export const findOpenItems = async (db: Db, district: string, job: string, limit: number): Promise<number[]> => {
  const { rows } = await sql<{ n: number }>`select n from bulk_items where district = ${district} and job = ${job} and result is null order by n limit ${limit}`.execute(db);
  return rows.map(({ n }) => n);
};

const take: Statement = {
  name: 'take-bulk-items',
  text: `select n, case_id as "caseId", own, version from bulk_items where district = $1 and job = $2 and n = any(array(select unnest($3::int[]))) and result is null order by n for update skip locked`,
};

/** Those of the items that have no result and are in nobody's hands; they stay in this transaction's. */
export const takeItems = async (tx: Tx, { keys, district }: Where, job: string, numbers: readonly number[]): Promise<BulkItem[]> =>
  (await tx.run<{ n: number; caseId: string; own: string | null; version: number }>(take, [district, job, numbers])).map(({ n, caseId, own, version }) =>
    ({ n, caseId, own: own === null ? null : { ...(open(keys, ownPlace(district, job, n), own) as Omit<OwnEvent, 'version'>), version } }));

const write: Statement = {
  name: 'write-bulk-results',
  text: `with written as (
      update bulk_items i set result = r.result, why = r.why, errors = r.errors
      from json_to_recordset($3::json) as r(n int, result text, why text[], errors jsonb) where i.district = $1 and i.job = $2 and i.n = r.n and i.result is null returning i.result)
    update bulk_jobs set done = done + (select count(*) from written), refused = refused + (select count(*) from written where result = 'refused') where district = $1 and id = $2`,
};

/** In the transaction of what was done, so that each is there exactly where the other is. */
export const writeResults = (tx: Tx, district: string, job: string, results: readonly ItemResult[]): void => tx.say(write, [district, job, JSON.stringify(results)]);

/** Ends a job of which nothing is left; the forms go, as the log has them. */
export const endBulk = async (db: Db, district: string, job: string): Promise<void> => {
  await sql`update bulk_items set own = null where district = ${district} and job = ${job} and result is not null and own is not null`.execute(db);
  await sql`update bulk_jobs set ended_at = now(), data = '{}' where district = ${district} and id = ${job} and ended_at is null and done = total`.execute(db);
};

/** Nobody looks at the verdicts after so long; the logs of the cases stay. */
export const forgetBulks = async (db: Db, district: string, before: Date): Promise<void> => {
  await sql`with gone as (delete from bulk_jobs where district = ${district} and ended_at < ${before} returning id)
    delete from bulk_items where district = ${district} and job in (select id from gone)`.execute(db);
};
