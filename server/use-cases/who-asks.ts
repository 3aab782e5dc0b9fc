/** Whose request it is, and what the office's time is for it. */
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { findSession } from '../store/people-asker.ts';

/** `nowMs` is the machine's time, for an office without a clock of its own. */
export const whoAsks = async ({ pool, district, clock }: Pick<Office, 'pool' | 'district' | 'clock'>, secret: string, nowMs: number): Promise<Asker | null> => {
  const session = await findSession(pool, district, secret);
  if (!session) return null;
  const { id, name, seats, stepped } = session;
  return { id, name, seats, at: (clock === 'manual' && stepped ? stepped : new Date(nowMs)).toISOString() };
};
