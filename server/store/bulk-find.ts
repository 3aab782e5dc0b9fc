/** Bulk jobs as their owners read them. */
import { sql } from 'kysely';
import type { FieldErrors } from '../../workflows/kit/words.ts';
import type { Db } from './tables.ts';

export type BulkRow = {
  readonly id: string; readonly person: string; readonly workflow: string; readonly type: string; readonly dryRun: boolean; readonly bodyHash: string;
  readonly total: number; readonly done: number; readonly refused: number; readonly madeAt: Date; readonly endedAt: Date | null;
};
export type ResultRow = { readonly id: string; readonly result: 'done' | 'refused'; readonly why: readonly string[]; readonly errors: FieldErrors | null };

const columns = sql.raw('id, person, workflow, type, dry_run as "dryRun", body_hash as "bodyHash", total, done, refused, made_at as "madeAt", ended_at as "endedAt"');

export const findBulk = async (db: Db, district: string, id: string): Promise<BulkRow | null> =>
  (await sql<BulkRow>`select ${columns} from bulk_jobs where district = ${district} and id = ${id}`.execute(db)).rows[0] ?? null;

/** Somebody's jobs, newest first. */
export const findBulksOf = async (db: Db, district: string, person: string, limit: number): Promise<BulkRow[]> =>
  (await sql<BulkRow>`select ${columns} from bulk_jobs where district = ${district} and person = ${person} order by made_at desc, id limit ${limit}`.execute(db)).rows.slice();

/** Results in the order of the items; perhaps of one kind. */
export const findResults = async (db: Db, district: string, job: string, result: ResultRow['result'] | null, offset: number, limit: number): Promise<ResultRow[]> => {
  const kind = result === null ? sql`result is not null` : sql`result = ${sql.lit(result)}`;
  const { rows } = await sql<ResultRow>`select case_id as id, result, why, errors from bulk_items where district = ${district} and job = ${job} and ${kind} order by n offset ${offset} limit ${limit}`.execute(db);
  return rows.slice();
};
