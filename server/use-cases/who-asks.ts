/** Whose request it is, and what the office's time is for it. */
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { findSessions } from '../store/people-asker.ts';
import type { SessionRow } from '../store/people-asker.ts';
import { makeGatherer } from './gather.ts';

type Find = (secret: string) => Promise<SessionRow | null>;
const finds = new WeakMap<Office['pool'], Find>();
const TOGETHER = 64;

/** Every request asks anew, so that what was taken from somebody is gone at once; those of a moment ask together. */
const sessionsOf = (pool: Office['pool'], district: string): Find => {
  const known = finds.get(pool);
  if (known) return known;
  const made = makeGatherer((secrets: readonly string[]) => findSessions(pool, district, secrets), TOGETHER);
  finds.set(pool, made);
  return made;
};

/** `nowMs` is the machine's time, for an office without a clock of its own. */
export const whoAsks = async ({ pool, district, clock }: Pick<Office, 'pool' | 'district' | 'clock'>, secret: string, nowMs: number): Promise<Asker | null> => {
  const session = await sessionsOf(pool, district)(secret);
  if (!session) return null;
  const { id, name, seats, stepped } = session;
  return { id, name, seats, at: (clock === 'manual' && stepped ? stepped : new Date(nowMs)).toISOString() };
};
