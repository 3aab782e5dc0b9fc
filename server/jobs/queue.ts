/** Jobs are queued in the transaction that writes them down; who works on them in this process is told at once, and looks now and then for what others queued. */
import type { Job, PgBoss } from 'pg-boss';
import type { Statement, Tx } from '../store/transaction.ts';

/** Seconds until a worker without work looks again by itself. */
export const LOOKS_EVERY = 5;
/** For what nobody waits for. */
export const LOOKS_SELDOM = 20;

const names = new Map<string, string>();
/** The queue's statement is long and always the same: named, it is planned once. */
const named = (text: string): Statement => {
  const name = names.get(text) ?? `enqueue-${names.size}`;
  names.set(text, name);
  return { name, text };
};

const workers = new WeakMap<PgBoss, Map<string, string[]>>();

/** Whoever is idle looks now, and who is busy right after. */
export const wake = (jobs: PgBoss | null, queue: string): void => {
  if (jobs) for (const worker of workers.get(jobs)?.get(queue) ?? []) jobs.notifyWorker(worker);
};

/** On the connection of the transaction: the jobs are there exactly where what they are about is. Nothing waits for their numbers. */
export const enqueue = async (jobs: PgBoss | null, tx: Tx, queue: string, data: readonly object[]): Promise<void> => {
  if (!jobs || data.length === 0) return;
  const db = { executeSql: (text: string, values?: unknown[]) => {
    tx.say(named(text), values);
    return Promise.resolve({ rows: [] });
  } };
  await jobs.insert(queue, data.map((one) => ({ data: one })), { db });
  tx.afterwards(() => wake(jobs, queue));
};

/** Queues work by itself. */
export const send = async (jobs: PgBoss, queue: string, data: object): Promise<void> => {
  await jobs.send(queue, data);
  wake(jobs, queue);
};

/** A worker of this process that is told of work. */
export const workOn = async <Data extends object>(jobs: PgBoss, queue: string, work: (found: readonly Job<Data>[]) => Promise<void>): Promise<void> => {
  const worker = await jobs.work<Data>(queue, { pollingIntervalSeconds: LOOKS_EVERY }, work);
  const all = workers.get(jobs) ?? new Map<string, string[]>();
  workers.set(jobs, all.set(queue, [...(all.get(queue) ?? []), worker]));
};
