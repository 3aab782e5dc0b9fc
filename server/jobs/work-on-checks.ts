/** Runs of the checks in the background: one when somebody asks, one each night, one before the first. */
import type { Office } from '../office.ts';
import { findRuns } from '../store/check-runs.ts';
import { runChecks, startCheckRun } from '../use-cases/check-register.ts';
import { CHECKS } from './checks.ts';
import type { Check } from './checks.ts';
import { send, workOn } from './queue.ts';

const NIGHTLY = '37 2 * * *';

/** Goes on with what an earlier process left; a register that was never checked is checked now. */
export const workOnChecks = async (office: Office): Promise<() => void> => {
  const { jobs, db, district } = office;
  if (!jobs) return () => undefined;
  let ending = false;
  await workOn<Check>(jobs, CHECKS, async (found) => {
    for (const { data } of found) {
      const run = data.run ?? (await startCheckRun({ ...office, jobs: null }, 'clock')).id;
      if (!(await runChecks(office, run, () => ending))) await send(jobs, CHECKS, { run });
    }
  });
  await jobs.schedule(CHECKS, NIGHTLY, {}, { tz: 'Asia/Shanghai' });
  const [last] = await findRuns(db, district, 1);
  if (!last) await startCheckRun(office, 'clock');
  else if (!last.endedAt) await send(jobs, CHECKS, { run: last.id });
  return () => { ending = true; };
};
