/** Key rotations in the background: one at a time, first what an earlier process left. */
import type { Office } from '../office.ts';
import { findRotationUnderWay } from '../store/rotations.ts';
import { runRotation } from '../use-cases/rotate-keys.ts';
import { send, workOn } from './queue.ts';

export const ROTATION = 'rotate-keys';
/** Milliseconds after which it gives way and queues up again. */
const TURN_MS = 60_000;
/** Processes that share the folder of keys see a new one after so long at most. */
const LOOKS_EVERY_MS = 5_000;

type Task = { readonly rotation: string };

export const queueRotation = ({ jobs }: Office) => async (rotation: string): Promise<void> => {
  if (jobs) await send(jobs, ROTATION, { rotation } satisfies Task);
};

export const workOnRotations = async (office: Office): Promise<() => void> => {
  const { jobs, db, district, keys } = office;
  if (!jobs) return () => undefined;
  let ending = false;
  const looking = setInterval(() => keys.lookAgain(), LOOKS_EVERY_MS).unref();
  await workOn<Task>(jobs, ROTATION, async (found) => {
    for (const { data: { rotation } } of found) {
      const until = Date.now() + TURN_MS;
      if (!(await runRotation(office, rotation, () => ending || Date.now() > until))) await send(jobs, ROTATION, { rotation } satisfies Task);
    }
  });
  const left = await findRotationUnderWay(db, district);
  if (left !== null) await send(jobs, ROTATION, { rotation: left } satisfies Task);
  return () => {
    ending = true;
    clearInterval(looking);
  };
};
