/** Whose request it is, and what the office's time is for it. */
import { standsOn } from '../../workflows/kit/substitutes.ts';
import { dayOf } from '../../workflows/office/working-days.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { findOpenSessions, findPerson, findSessions } from '../store/people-asker.ts';
import type { SessionRow } from '../store/people-asker.ts';
import type { Tx } from '../store/transaction.ts';
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

type Core = Pick<Office, 'pool' | 'district' | 'clock'>;

const askerOf = ({ clock }: Pick<Core, 'clock'>, { id, name, seats, stands, stepped }: SessionRow, nowMs: number): Asker => {
  const at = (clock === 'manual' && stepped ? stepped : new Date(nowMs)).toISOString();
  return { id, name, seats, stands: stands.filter((stand) => standsOn(stand, dayOf(at))), at };
};

/** `nowMs` is the machine's time, for an office without a clock of its own. */
export const whoAsks = async (office: Core, secret: string, nowMs: number): Promise<Asker | null> => {
  const session = await sessionsOf(office.pool, office.district)(secret);
  return session && askerOf(office, session, nowMs);
};

/** Those who asked once and listen since; nobody where the session is over. */
export const whoStillAsks = async (office: Core, secrets: readonly string[], nowMs: number): Promise<(Asker | null)[]> =>
  (await findOpenSessions(office.pool, office.district, secrets)).map((session) => session && askerOf(office, session, nowMs));

/** Somebody who asked earlier, with the posts of now: none, where they are gone. */
export const whoAsked = async (office: Core, tx: Tx, person: string, nowMs: number): Promise<Asker> => {
  const found = await findPerson(tx, office.district, person);
  return askerOf(office, found ?? { id: person, name: person, seats: [], stands: [], stepped: null }, nowMs);
};
