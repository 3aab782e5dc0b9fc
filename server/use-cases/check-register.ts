/** A run of the checks over the whole register: page by page, each with its findings in one transaction, so that it can be cut short anywhere. */
import { randomUUID } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { Instant } from '../../workflows/kit/words.ts';
import { addDays, dayOf, monthOf } from '../../workflows/office/working-days.ts';
import { CHECKS } from '../jobs/checks.ts';
import { enqueue } from '../jobs/queue.ts';
import type { Office } from '../office.ts';
import { findRun, findRuns, holdRun, moveRun, startRun } from '../store/check-runs.ts';
import type { CheckRun } from '../store/check-runs.ts';
import { dropUnseenSince, lockChecks, writeFindings } from '../store/findings-write.ts';
import { inTransaction, neverGiveUp } from '../store/transaction.ts';
import { stepsOf } from './check-steps.ts';
import type { Page } from './find-cases.ts';
import { inWork } from './in-work.ts';
import { tellTime } from './tell-time.ts';

/** This month and the two before: what was done earlier stands as it was found. */
const firstLooked = (at: Instant): string => {
  const before = (month: string): string => monthOf(addDays(`${month}-01`, -1));
  return `${before(before(monthOf(dayOf(at))))}-01`;
};

/** A new run, or the one under way; done by a job. Its day is the office's. */
export const startCheckRun = async (office: Office, person: string): Promise<CheckRun> => {
  const at = await tellTime(office);
  const run = await inTransaction(office.pool, async (tx) => {
    const started = await startRun(tx, office.district, randomUUID(), person, at);
    if (started?.isNew) await enqueue(office.jobs, tx, CHECKS, [{ run: started.run.id }]);
    return started?.run;
  });
  return run ?? startCheckRun(office, person);
};

/** One page; true where the run has ended. */
const takePage = (office: Office, id: string): Promise<boolean> => inWork(office, async (work) => {
  const { tx } = work;
  const { district } = office;
  neverGiveUp(tx);
  const run = await holdRun(tx, district, id);
  if (!run) return true;
  lockChecks(tx, district, 'run');
  const at = run.at.toISOString();
  const since = firstLooked(at);
  const steps = stepsOf(office.workflows);
  const page = await steps[run.step]?.(work, { at, since }, run.after ?? '');
  if (!page) {
    dropUnseenSince(tx, district, at, run.madeAt, since);
    moveRun(tx, district, id, { step: run.step, after: null, seen: 0, ended: true });
    return true;
  }
  writeFindings(tx, district, at, page.found);
  moveRun(tx, district, id, { step: page.next === null ? run.step + 1 : run.step, after: page.next, seen: page.seen, ended: false });
  return false;
});

/** Goes on with a run until it has ended or `enough` says so; true where it has ended. */
export const runChecks = async (office: Office, id: string, enough: () => boolean = () => false): Promise<boolean> => {
  for (;;) {
    if (await takePage(office, id)) return true;
    if (enough()) return false;
    await turn();
  }
};

export const readRun = ({ db, district }: Office, id: string): Promise<CheckRun | null> => findRun(db, district, id);

/** `done` of `total` entries are looked at; what follows takes a moment. */
export type RunView = { readonly id: string; readonly by: string; readonly at: Instant; readonly state: 'waiting' | 'running' | 'finished'; readonly done: number; readonly total: number; readonly madeAt: Instant; readonly endedAt: Instant | null };

export const runView = ({ id, person, at, madeAt, endedAt, done, total, step, after }: CheckRun): RunView => ({
  id, by: person, at: at.toISOString(), state: endedAt ? 'finished' : step > 0 || after !== null ? 'running' : 'waiting', done, total, madeAt: madeAt.toISOString(), endedAt: endedAt?.toISOString() ?? null,
});

const NEWEST = 10;
/** The newest runs; a night's is one of them. */
export const listRuns = async ({ db, district }: Office): Promise<Page<RunView>> => {
  const rows = (await findRuns(db, district, NEWEST)).map(runView);
  return { rows, offset: 0, total: rows.length, estimated: false, next: null };
};
