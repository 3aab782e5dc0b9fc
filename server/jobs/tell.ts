/** Telling the posts concerned: a job enqueued in the transaction of the event, and what it does once. */
import type { PgBoss } from 'pg-boss';
import type { Office } from '../office.ts';
import { tellNews } from '../store/news.ts';
import { writeTold } from '../store/told.ts';
import type { Statement, Tx } from '../store/transaction.ts';

export const TELL = 'tell';
export type Tell = { readonly caseId: string; readonly version: number; readonly what: string; readonly posts: readonly string[]; readonly at: string };

const names = new Map<string, string>();
/** The queue's statement is long and always the same: named, it is planned once. */
const named = (text: string): Statement => {
  const name = names.get(text) ?? `enqueue-${names.size}`;
  names.set(text, name);
  return { name, text };
};

/** On the connection of the transaction: the job is there exactly where the event is. Nothing waits for its number. */
export const enqueueTells = async (jobs: PgBoss | null, { say }: Tx, tells: readonly Tell[]): Promise<void> => {
  if (!jobs || tells.length === 0) return;
  const db = { executeSql: (text: string, values?: unknown[]) => {
    say(named(text), values);
    return Promise.resolve({ rows: [] });
  } };
  await jobs.insert(TELL, tells.map((data) => ({ data })), { db });
};

/** Handles the jobs of this process; a job that comes twice tells once. */
export const workOnTells = async (office: Office): Promise<void> => {
  await office.jobs?.work<Tell>(TELL, { batchSize: 50 }, async (jobs) => {
    const openers = await writeTold(office.db, office.district, jobs.map(({ data }) => data));
    tellNews(office.pool, office.district, openers.map((person) => ({ person })));
  });
};
