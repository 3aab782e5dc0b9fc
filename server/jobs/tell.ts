/** Telling the posts concerned: a job enqueued in the transaction of the event, and what it does once. */
import type { PgBoss } from 'pg-boss';
import type { Office } from '../office.ts';
import { tellNews } from '../store/news.ts';
import { writeTold } from '../store/told.ts';
import type { Tx } from '../store/transaction.ts';
import { enqueue } from './queue.ts';

export const TELL = 'tell';
export type Tell = { readonly caseId: string; readonly version: number; readonly what: string; readonly posts: readonly string[]; readonly at: string };

/** One job tells of all events of a wave: to queue one costs nearly as much as to write the event itself. */
type TellJob = { readonly tells: readonly Tell[] };

/** On the connection of the transaction: the job is there exactly where the events are. */
export const enqueueTells = (jobs: PgBoss | null, tx: Tx, tells: readonly Tell[]): Promise<void> =>
  enqueue(jobs, tx, TELL, tells.length > 0 ? [{ tells } satisfies TellJob] : []);

/** Handles the jobs of this process; a job that comes twice tells once. */
export const workOnTells = async (office: Office): Promise<void> => {
  await office.jobs?.work<TellJob>(TELL, { batchSize: 50 }, async (jobs) => {
    const openers = await writeTold(office.db, office.district, jobs.flatMap(({ data }) => data.tells));
    tellNews(office.pool, office.district, openers.map((person) => ({ person })));
  });
};
