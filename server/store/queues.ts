/** The queue's own tables, which hold many short-lived rows. */
import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** Without figures the planner believes a queue to hold one job, and compares each with each. */
export const keepQueuesCounted = async (db: Db): Promise<void> => {
  await sql`alter table pgboss.job_common set (autovacuum_analyze_threshold = 100, autovacuum_analyze_scale_factor = 0.05, autovacuum_vacuum_threshold = 200, autovacuum_vacuum_scale_factor = 0.05)`.execute(db);
};
