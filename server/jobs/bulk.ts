/** Bulk jobs are queued in the transaction that writes them down, and the workers of this process told at once. */
import type { PgBoss } from 'pg-boss';
import type { Statement, Tx } from '../store/transaction.ts';

export const BULK = 'bulk';
export type Bulk = { readonly job: string };

const enqueue = (text: string): Statement => ({ name: 'enqueue-bulk', text });

/** On the connection of the transaction: the job is queued exactly where it is written down. */
export const enqueueBulk = async (jobs: PgBoss | null, { say }: Tx, job: string): Promise<void> => {
  const db = { executeSql: (text: string, values?: unknown[]) => {
    say(enqueue(text), values);
    return Promise.resolve({ rows: [] });
  } };
  await jobs?.insert(BULK, [{ data: { job } satisfies Bulk }], { db });
};

const workers = new WeakMap<PgBoss, string[]>();

export const addBulkWorker = (jobs: PgBoss, worker: string): void => void workers.set(jobs, [...(workers.get(jobs) ?? []), worker]);

/** Whoever is idle looks now, and who is busy right after. */
export const wakeBulkWorkers = (jobs: PgBoss | null): void => {
  if (jobs) for (const worker of workers.get(jobs) ?? []) jobs.notifyWorker(worker);
};
