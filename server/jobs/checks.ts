/** Runs of the checks are queued in the transaction that writes them down. */
import type { PgBoss } from 'pg-boss';
import type { Statement, Tx } from '../store/transaction.ts';

export const CHECKS = 'check-register';
/** Without a run's id: the night's. */
export type Check = { readonly run?: string };

const enqueue = (text: string): Statement => ({ name: 'enqueue-checks', text });

/** On the connection of the transaction: the job is queued exactly where the run is written down. */
export const enqueueChecks = async (jobs: PgBoss | null, { say }: Tx, run: string): Promise<void> => {
  const db = { executeSql: (text: string, values?: unknown[]) => {
    say(enqueue(text), values);
    return Promise.resolve({ rows: [] });
  } };
  await jobs?.insert(CHECKS, [{ data: { run } satisfies Check }], { db });
};
