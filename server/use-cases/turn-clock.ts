/** Turns the hand-stepped clock of a demo office forward; what falls due in between happens at its own moment. */
import type { FieldErrors, Instant } from '../../workflows/kit/words.ts';
import { holds } from '../asker.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { tellTime } from './tell-time.ts';

export type Turned =
  | { readonly ok: true; readonly now: Instant }
  | { readonly ok: false; readonly reason: 'not-yours' | 'not-manual' }
  | { readonly ok: false; readonly reason: 'invalid'; readonly errors: FieldErrors };
/** Fires what is due up to the moment, in order, and leaves the clock there. */
export type StepClock = (office: Office, to: Instant) => Promise<unknown>;

const refuse = (zh: string, en: string): Turned => ({ ok: false, reason: 'invalid', errors: { now: { zh, en } } });
const FURTHEST_MS = 3 * 366 * 24 * 3600 * 1000;

export const turnClock = async (office: Office, asker: Asker, to: Instant, stepClock: StepClock): Promise<Turned> => {
  if (!holds(asker, 'admin')) return { ok: false, reason: 'not-yours' };
  if (office.clock !== 'manual') return { ok: false, reason: 'not-manual' };
  const now = await tellTime(office);
  if (to < now) return refuse('时钟只能向前拨', 'The clock goes forward only');
  if (Date.parse(to) - Date.parse(now) > FURTHEST_MS) return refuse('一次最多向前拨三年', 'Three years at most at a time');
  await stepClock(office, to);
  return { ok: true, now: await tellTime(office) };
};
