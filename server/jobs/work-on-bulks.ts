/** Bulk jobs in the background: some at a time, each for a while, so that nobody's thousands hold up another's ten. */
import type { Office } from '../office.ts';
import { findUnderWay } from '../store/bulk-run.ts';
import { runBulk } from '../use-cases/run-bulk.ts';
import { BULK } from './bulk.ts';
import type { Bulk } from './bulk.ts';

const AT_ONCE = 2;
/** Milliseconds after which a job gives way and queues up again. */
const TURN_MS = 20_000;
/** Seconds until a worker without work looks again. */
const LOOKS_EVERY = 1;

/** Handles the jobs of this process, those first that an earlier one left; two who work on one job do not get in each other's way. */
export const workOnBulks = async (office: Office): Promise<() => void> => {
  const { jobs } = office;
  let ending = false;
  await jobs?.work<Bulk>(BULK, { batchSize: 1, localConcurrency: AT_ONCE, pollingIntervalSeconds: LOOKS_EVERY, burstWhenBatchFull: true }, async (found) => {
    for (const { data: { job } } of found) {
      const until = Date.now() + TURN_MS;
      if (!(await runBulk(office, job, () => ending || Date.now() > until))) await jobs.send(BULK, { job });
    }
  });
  for (const job of await findUnderWay(office.db, office.district)) await jobs?.send(BULK, { job });
  return () => { ending = true; };
};
