/** Imports in the background: queued in the transaction that moves them on, one at a time. */
import type { PgBoss } from 'pg-boss';
import type { Statement, Tx } from '../store/transaction.ts';

export const IMPORT = 'import';
export type Import = { readonly id: string };

const enqueue = (text: string): Statement => ({ name: 'enqueue-import', text });

/** On the connection of the transaction. */
export const enqueueImport = async (jobs: PgBoss | null, { say }: Tx, id: string): Promise<void> => {
  const db = { executeSql: (text: string, values?: unknown[]) => {
    say(enqueue(text), values);
    return Promise.resolve({ rows: [] });
  } };
  await jobs?.insert(IMPORT, [{ data: { id } satisfies Import }], { db });
};
