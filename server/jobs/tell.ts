/** Telling the posts concerned: a job enqueued in the transaction of the event, and what it does once. */
import type { PgBoss } from 'pg-boss';
import type { Office } from '../office.ts';
import { tellNews } from '../store/news.ts';
import { writeTold } from '../store/told.ts';
import type { Tx } from '../store/transaction.ts';
import { enqueue } from './queue.ts';

export const TELL = 'tell';
export type Tell = { readonly caseId: string; readonly version: number; readonly what: string; readonly posts: readonly string[]; readonly at: string };

/** On the connection of the transaction: the job is there exactly where the event is. */
export const enqueueTells = (jobs: PgBoss | null, tx: Tx, tells: readonly Tell[]): Promise<void> => enqueue(jobs, tx, TELL, tells);

/** Handles the jobs of this process; a job that comes twice tells once. */
export const workOnTells = async (office: Office): Promise<void> => {
  await office.jobs?.work<Tell>(TELL, { batchSize: 50 }, async (jobs) => {
    const openers = await writeTold(office.db, office.district, jobs.map(({ data }) => data));
    tellNews(office.pool, office.district, openers.map((person) => ({ person })));
  });
};
