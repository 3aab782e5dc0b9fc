/** Bulk jobs in the background: some at a time, each for a while, so that nobody's thousands hold up another's ten. */
import type { Office } from '../office.ts';
import { findUnderWay } from '../store/bulk-run.ts';
import { runBulk } from '../use-cases/run-bulk.ts';
import { BULK } from './bulk.ts';
import type { Bulk } from './bulk.ts';
import { send, wake, workOn } from './queue.ts';

const WORKERS = 2;
/** Milliseconds after which a job gives way and queues up again. */
const TURN_MS = 20_000;

/** Handles the jobs of this process, those first that an earlier one left; two who work on one job do not get in each other's way. */
export const workOnBulks = async (office: Office): Promise<() => void> => {
  const { jobs } = office;
  if (!jobs) return () => undefined;
  let ending = false;
  const work = async (found: readonly { readonly data: Bulk }[]): Promise<void> => {
    for (const { data: { job } } of found) {
      const until = Date.now() + TURN_MS;
      if (!(await runBulk(office, job, () => ending || Date.now() > until))) await jobs.send(BULK, { job });
    }
    wake(jobs, BULK);
  };
  for (let n = 0; n < WORKERS; n += 1) await workOn<Bulk>(jobs, BULK, work);
  for (const job of await findUnderWay(office.db, office.district)) await send(jobs, BULK, { job });
  return () => { ending = true; };
};
