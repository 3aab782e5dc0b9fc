/** Signing in and out: five wrong passwords lock an account, many from one place slow that place, right ones count against nobody. */
import type { Office } from '../office.ts';
import { isPassword, LONGEST } from '../password.ts';
import { countFailure, findFailures, forgetFailures } from '../store/people-failures.ts';
import { findPassword } from '../store/people.ts';
import { closeSession, openSession } from '../store/people-sessions.ts';

export const WRONG_UNTIL_LOCKED = 5;
/** Wrong ones from one address before its answers come late: a whole office mistypes now and then. */
const FREE_AT_ADDRESS = 10;
const SLOWER_MS = 250;
const SLOWEST_MS = 5_000;
/** Late answers that one address may have open. */
const WAITING_AT_ADDRESS = 8;

export type Typed = { readonly username: string; readonly password: string; readonly address: string };
export type SignIn =
  | { readonly ok: true; readonly person: string; readonly secret: string }
  | { readonly ok: false; readonly reason: 'wrong' }
  /** `after`: seconds. */
  | { readonly ok: false; readonly reason: 'locked' | 'slowed'; readonly after: number };

export type SigningIn = {
  /** `previous`: the secret of the session that the new one takes the place of. */
  signIn(typed: Typed, previous: string | null): Promise<SignIn>;
  signOut(secret: string): Promise<void>;
  /** The password once more, of somebody who is signed in: wrong ones count alike. */
  confirm(typed: Typed): Promise<{ readonly ok: true } | Extract<SignIn, { ok: false }>>;
};

type Core = Pick<Office, 'db' | 'district'>;

/** One at a time by key, so that guesses sent together are counted one by one. */
const makeQueue = () => {
  const tails = new Map<string, Promise<unknown>>();
  return async <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const mine = (tails.get(key) ?? Promise.resolve()).then(work, work);
    tails.set(key, mine);
    try {
      return await mine;
    } finally {
      if (tails.get(key) === mine) tails.delete(key);
    }
  };
};

const delayOf = (failures: number): number => Math.min(SLOWEST_MS, Math.max(0, failures - FREE_AT_ADDRESS) * SLOWER_MS);

export const makeSigningIn = ({ db, district }: Core, sleep: (ms: number) => Promise<void>): SigningIn => {
  const inTurn = makeQueue();
  const waiting = new Map<string, number>();

  const check = async (username: string, password: string): Promise<Extract<SignIn, { ok: false }> | { ok: null; person: string }> => {
    const failures = await findFailures(db, district, 'account', username);
    if (failures.count >= WRONG_UNTIL_LOCKED) return { ok: false, reason: 'locked', after: failures.seconds };
    const found = await findPassword(db, district, username);
    const right = await isPassword(found?.passwordHash ?? null, password);
    if (found && right) {
      if (failures.count > 0) await forgetFailures(db, district, 'account', username);
      return { ok: null, person: found.id };
    }
    await countFailure(db, district, 'account', username);
    return { ok: false, reason: 'wrong' };
  };

  /** The wrong answer comes late; a right one never does. */
  const slow = async (address: string): Promise<void> => {
    const ms = delayOf((await findFailures(db, district, 'address', address)).count);
    await countFailure(db, district, 'address', address);
    if (ms === 0) return;
    waiting.set(address, (waiting.get(address) ?? 0) + 1);
    await sleep(ms).finally(() => {
      const left = (waiting.get(address) ?? 1) - 1;
      if (left > 0) waiting.set(address, left);
      else waiting.delete(address);
    });
  };

  const prove = async ({ username, password, address }: Typed): Promise<{ ok: null; person: string } | Extract<SignIn, { ok: false }>> => {
    if ((waiting.get(address) ?? 0) >= WAITING_AT_ADDRESS) return { ok: false, reason: 'slowed', after: Math.ceil(SLOWEST_MS / 1000) };
    const name = username.normalize('NFKC').trim();
    const checked = password.length > LONGEST ? ({ ok: false, reason: 'wrong' } as const) : await inTurn(name, () => check(name, password));
    if (checked.ok === false) await slow(address);
    return checked;
  };

  return {
    signIn: async (typed, previous) => {
      const proved = await prove(typed);
      if (proved.ok === false) return proved;
      if (previous) await closeSession(db, district, previous);
      return { ok: true, person: proved.person, secret: await openSession(db, district, proved.person) };
    },
    confirm: async (typed) => {
      const proved = await prove(typed);
      return proved.ok === false ? proved : { ok: true };
    },
    signOut: (secret) => closeSession(db, district, secret),
  };
};
