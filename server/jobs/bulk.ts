/** Bulk jobs are queued in the transaction that writes them down. */
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
