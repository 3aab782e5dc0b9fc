/** Starts an office in order — database, schema, keys, town, port — and stops it in the other. */
import type { Logger } from 'pino';
import type { Workflow } from '../workflows/kit/workflow.ts';
import { layGround } from './ground.ts';
import { findDistrict, openOffice } from './open-office.ts';
import type { Settings } from './settings.ts';
import { waitForSetUp } from './wait-for-set-up.ts';

export type Running = {
  /** Where it answers, e.g. `http://127.0.0.1:3000`. */
  readonly address: string;
  /** What makes the office, where there is none yet. */
  readonly setUpToken: string | null;
  stop(): Promise<void>;
};

/** Throws `CannotStart` with one sentence where it cannot. `failed` hears of an office that could not open once it was set up. */
export const startServer = async (settings: Settings, workflows: readonly Workflow[], log: Logger, failed: (error: unknown) => void): Promise<Running> => {
  const ground = await layGround(settings, workflows, log);
  try {
    const district = await findDistrict(ground);
    const opened = district === null ? await waitForSetUp(ground, failed) : { ...(await openOffice(ground, district)), setUpToken: null };
    const { address, setUpToken, close } = opened;
    return { address, setUpToken, stop: () => close().then(ground.close) };
  } catch (error) {
    await ground.close();
    throw error;
  }
};
