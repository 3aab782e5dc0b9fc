/** Runs of the checks in the background: one when somebody asks, one each night, one before the first. */
import type { PgBoss } from 'pg-boss';
import type { Office } from '../office.ts';
import { findRuns } from '../store/check-runs.ts';
import type { Statement, Tx } from '../store/transaction.ts';
import { runChecks, startCheckRun } from '../use-cases/check-register.ts';

export const CHECKS = 'check-register';
/** Without a run's id: the night's. */
type Check = { readonly run?: string };

const enqueue = (text: string): Statement => ({ name: 'enqueue-checks', text });

/** On the connection of the transaction: the job is queued exactly where the run is written down. */
export const enqueueChecks = async (jobs: PgBoss | null, { say }: Tx, run: string): Promise<void> => {
  const db = { executeSql: (text: string, values?: unknown[]) => {
    say(enqueue(text), values);
    return Promise.resolve({ rows: [] });
  } };
  await jobs?.insert(CHECKS, [{ data: { run } satisfies Check }], { db });
};

const LOOKS_EVERY = 1;
const NIGHTLY = '37 2 * * *';

/** Goes on with what an earlier process left; a register that was never checked is checked now. */
export const workOnChecks = async (office: Office): Promise<() => void> => {
  const { jobs, db, district } = office;
  if (!jobs) return () => undefined;
  let ending = false;
  await jobs.work<Check>(CHECKS, { pollingIntervalSeconds: LOOKS_EVERY }, async (found) => {
    for (const { data } of found) {
      const run = data.run ?? (await startCheckRun({ ...office, jobs: null }, 'clock')).id;
      if (!(await runChecks(office, run, () => ending))) await jobs.send(CHECKS, { run });
    }
  });
  await jobs.schedule(CHECKS, NIGHTLY, {}, { tz: 'Asia/Shanghai' });
  const [last] = await findRuns(db, district, 1);
  if (!last) await startCheckRun(office, 'clock');
  else if (!last.endedAt) await jobs.send(CHECKS, { run: last.id });
  return () => { ending = true; };
};
