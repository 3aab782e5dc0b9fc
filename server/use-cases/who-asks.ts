/** Whose request it is, and what the office's time is for it. */
import { standsOn } from '../../workflows/kit/substitutes.ts';
import { dayOf } from '../../workflows/office/working-days.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { findOpenSessions, findPerson, findSessions } from '../store/people-asker.ts';
import type { PersonRow, SessionRow } from '../store/people-asker.ts';
import type { Tx } from '../store/transaction.ts';
import { makeGatherer } from './gather.ts';

type Find = (secret: string) => Promise<SessionRow | null>;
const finds = new WeakMap<Office['pool'], Find>();
const TOGETHER = 64;

/** Every request but those that send events asks anew, so that what was taken from somebody is gone at once; those of a moment ask together. */
const sessionsOf = (pool: Office['pool'], district: string): Find => {
  const known = finds.get(pool);
  if (known) return known;
  const made = makeGatherer((secrets: readonly string[]) => findSessions(pool, district, secrets), TOGETHER);
  finds.set(pool, made);
  return made;
};

/** Sessions as they were found last; a restart, or half a minute, and they are asked for again. */
type Remembered = { readonly session: SessionRow; /** Milliseconds of the machine's time. */ readonly until: number };
const memories = new WeakMap<Office['pool'], Map<string, Remembered>>();
const REMEMBERED_MS = 30_000;
/** More than an office has people. */
const REMEMBERED_MOST = 5_000;

const memoryOf = (pool: Office['pool']): Map<string, Remembered> => {
  const known = memories.get(pool) ?? new Map<string, Remembered>();
  memories.set(pool, known);
  return known;
};

const remember = (memory: Map<string, Remembered>, secret: string, session: SessionRow | null, nowMs: number): void => {
  if (memory.size >= REMEMBERED_MOST) memory.clear();
  if (session) memory.set(secret, { session, until: nowMs + Math.min(REMEMBERED_MS, session.left) });
  else memory.delete(secret);
};

type Core = Pick<Office, 'pool' | 'district' | 'clock'>;

const askerOf = ({ clock }: Pick<Core, 'clock'>, { id, name, seats, stands, stepped, asOf }: PersonRow, nowMs: number): Asker => {
  const at = (clock === 'manual' && stepped ? stepped : new Date(nowMs)).toISOString();
  return { id, name, seats, stands: stands.filter((stand) => standsOn(stand, dayOf(at))), at, asOf };
};

/** `nowMs` is the machine's time, for an office without a clock of its own. */
export const whoAsks = async (office: Core, secret: string, nowMs: number): Promise<Asker | null> => {
  const session = await sessionsOf(office.pool, office.district)(secret);
  remember(memoryOf(office.pool), secret, session, nowMs);
  return session && askerOf(office, session, nowMs);
};

/** Whoever signs out here is gone here at once, also for what no transaction looks at. */
export const forgetSession = ({ pool }: Pick<Core, 'pool'>, secret: string): void => void memoryOf(pool).delete(secret);

/** The same for an event, from memory where there is one: its transaction asks by itself whether access is as it was. */
export const whoSends = async (office: Core, secret: string, nowMs: number): Promise<Asker | null> => {
  const known = memoryOf(office.pool).get(secret);
  return known && known.until > nowMs ? { ...askerOf(office, known.session, nowMs), remembered: true } : whoAsks(office, secret, nowMs);
};

/** Those who asked once and listen since; nobody where the session is over. */
export const whoStillAsks = async (office: Core, secrets: readonly string[], nowMs: number): Promise<(Asker | null)[]> =>
  (await findOpenSessions(office.pool, office.district, secrets)).map((session) => session && askerOf(office, session, nowMs));

/** Somebody who asked earlier, with the posts of now: none, where they are gone. */
export const whoAsked = async (office: Core, tx: Tx, person: string, nowMs: number): Promise<Asker> => {
  const found = await findPerson(tx, office.district, person);
  return askerOf(office, found ?? { id: person, name: person, seats: [], stands: [], stepped: null, asOf: '' }, nowMs);
};
