/** The queue of messages: a job enqueued in the transaction that makes the message. */
import type { PgBoss } from 'pg-boss';
import type { Tx } from '../store/transaction.ts';

export const MESSAGE = 'message';
export type ToSend = { readonly id: string };
/** Then it is given up, and an administrator sees it. */
export const MOST_TRIES = 6;

/** On the connection of the transaction: the job is there exactly where the message is. */
export const enqueueMessages = async (jobs: PgBoss | null, { client }: Tx, ids: readonly string[]): Promise<void> => {
  if (!jobs || ids.length === 0) return;
  const db = { executeSql: async (text: string, values?: unknown[]) => ({ rows: (await client.query<Record<string, unknown>>(text, values)).rows }) };
  await jobs.insert(MESSAGE, ids.map((id) => ({ data: { id } satisfies ToSend })), { db });
};
