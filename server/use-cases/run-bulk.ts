/** Works through a bulk job, some cases to a transaction; what is done and its result are committed together, so that nothing is done twice. */
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { getWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import { endBulk, findOpenItems, findTask, takeItems, writeResults } from '../store/bulk-run.ts';
import type { BulkItem, BulkTask, ItemResult } from '../store/bulk-run.ts';
import { inSavepoint, isAway } from '../store/transaction.ts';
import { inWork } from './in-work.ts';
import { findMovedEntries } from './moved-entries.ts';
import { sendUnseen } from './send-events.ts';
import type { Unseen } from './send-events.ts';
import type { Sending } from './sending.ts';
import type { Work } from './work.ts';
import { whoAsked } from './who-asks.ts';

/** The cases of one transaction are held together: more would make others wait, fewer cost more each. */
const TOGETHER = 100;
/** While the database writes what one hand did, the other judges. */
const HANDS = 2;
/** Open items are looked up so many at once. */
const AHEAD = 2_000;
/** Where another works on the same cases already. */
const LOOK_AGAIN_MS = 100;

const resultOf = ({ n }: BulkItem, refused: Unseen | undefined): ItemResult => {
  if (refused === 'stale') return { n, result: 'refused', why: ['stale'], errors: null };
  if (!refused || refused.done) return { n, result: 'done', why: [], errors: null };
  if (refused.reason === 'blocked') return { n, result: 'refused', why: refused.why, errors: null };
  return { n, result: 'refused', why: [refused.reason], errors: refused.reason === 'invalid' ? refused.errors : null };
};

const send = async (work: Work, task: BulkTask, items: readonly BulkItem[]): Promise<ItemResult[]> => {
  const asker = await whoAsked(work.office, work.tx, task.person, Date.now());
  const workflow = getWorkflow(work.office, task.workflow);
  const id = `bulk.${task.id}`;
  const bodyOf = ({ own }: BulkItem): Pick<Sending, 'body' | 'bulk'> => (own ? { body: { id, type: own.type, data: own.data, version: own.version } } : { bulk: true, body: { id, type: task.type, data: task.data } });
  const moved = await findMovedEntries(work.office, work.tx, workflow, items.flatMap(({ own }) => own?.entry ?? []));
  const held = items.filter(({ own }) => !own?.entry || !moved.has(own.entry.id));
  const refused = await sendUnseen(work, held.map((item) => ({ asker, workflow, caseId: item.caseId, opening: false, ...bodyOf(item) })));
  const results = held.map((item, i) => resultOf(item, refused[i]));
  return [...results, ...items.filter((item) => !held.includes(item)).map(({ n }): ItemResult => ({ n, result: 'refused', why: ['entry-changed'], errors: null }))];
};

/** Tried out to the end and taken back: the verdicts are those of the real thing, rules that count included. */
const tryOut = (work: Work, task: BulkTask, items: readonly BulkItem[]): Promise<ItemResult[]> =>
  inSavepoint(work.tx, 0, async () => ({ keep: false, value: await send(work, task, items) }));

/** Gives how many of them were there to take. */
const take = (office: Office, task: BulkTask, numbers: readonly number[]): Promise<number> => inWork(office, async (work) => {
  const items = await takeItems(work.tx, office, task.id, numbers);
  if (items.length > 0) writeResults(work.tx, office.district, task.id, await (task.dryRun ? tryOut : send)(work, task, items));
  return items.length;
});

/** Where cases fail together each has its own try; who still fails is refused, and does not hold up the others. */
const takeOneByOne = async (office: Office, task: BulkTask, numbers: readonly number[]): Promise<number> => {
  for (const n of numbers) {
    try {
      await take(office, task, [n]);
    } catch (error) {
      if (isAway(error)) throw error;
      office.log.error({ err: error, job: task.id, item: n }, 'a case of a bulk job failed');
      await inWork(office, (work) => Promise.resolve(writeResults(work.tx, office.district, task.id, [{ n, result: 'refused', why: ['failed'], errors: null }])));
    }
  }
  return numbers.length;
};

const takeWhole = (office: Office, task: BulkTask, numbers: readonly number[]): Promise<number> => take(office, task, numbers).catch((error: unknown) => {
  office.log.warn({ err: error, job: task.id }, 'cases of a bulk job failed together');
  return takeOneByOne(office, task, numbers);
});

/** Takes the items some at a time; gives how many were there to take, null where it was enough before. */
const takeAll = async (office: Office, task: BulkTask, numbers: readonly number[], enough: () => boolean): Promise<number | null> => {
  let [next, taken, over] = [0, 0, false];
  const hand = async (): Promise<void> => {
    while (next < numbers.length && !(over ||= enough())) {
      next += TOGETHER;
      const some = await takeWhole(office, task, numbers.slice(next - TOGETHER, next));
      taken += some;
      await turn();
    }
  };
  // All hands have put down what they held before a failure is told.
  const ended = await Promise.allSettled(Array.from({ length: HANDS }, hand));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return over ? null : taken;
};

/**
 * Goes on with the job until it has ended or `enough` says so; true where it has ended. Throws where the database is away:
 * what is left stays to be done.
 */
export const runBulk = async (office: Office, id: string, enough: () => boolean = () => false): Promise<boolean> => {
  const task = await findTask(office.db, office, id);
  if (!task) return true;
  for (;;) {
    const numbers = await findOpenItems(office.db, office.district, id, AHEAD);
    if (numbers.length === 0) break;
    const taken = await takeAll(office, task, numbers, enough);
    if (taken === null) return false;
    if (taken === 0) await sleep(LOOK_AGAIN_MS);
  }
  await endBulk(office.db, office.district, id);
  return true;
};
