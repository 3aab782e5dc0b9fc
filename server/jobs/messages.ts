/** The queue of messages: a job enqueued in the transaction that makes the message. */
import type { PgBoss } from 'pg-boss';
import type { Tx } from '../store/transaction.ts';
import { enqueue } from './queue.ts';

export const MESSAGE = 'message';
export type ToSend = { readonly id: string };
/** Then it is given up, and an administrator sees it. */
export const MOST_TRIES = 6;

/** On the connection of the transaction: the job is there exactly where the message is. */
export const enqueueMessages = (jobs: PgBoss | null, tx: Tx, ids: readonly string[]): Promise<void> => enqueue(jobs, tx, MESSAGE, ids.map((id): ToSend => ({ id })));
