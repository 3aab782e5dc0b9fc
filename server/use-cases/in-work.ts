/** A transaction with its work in hand, run anew where another was in its way. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Office } from '../office.ts';
import { lockCases } from '../store/lock-cases.ts';
import { inTransaction, isConflict } from '../store/transaction.ts';
import { startWork } from './work.ts';
import type { Work } from './work.ts';

const ATTEMPTS = 6;

/** Commits what `run` did. Throws what the database says where it cannot, after some attempts at a conflict. */
export const inWork = async <T>(office: Office, run: (work: Work) => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(office.pool, (tx) => run(startWork(office, tx)));
    } catch (error) {
      if (!isConflict(error) || attempt === ATTEMPTS) throw error;
      await sleep(Math.random() * 20 * 2 ** attempt);
    }
  }
};

/** Takes cases in hand; with `skip` those that another holds stay out. */
export const hold = async (work: Work, ids: readonly string[], skip = false): Promise<void> => {
  const { office: { keys, district }, tx, remembered } = work;
  const known = ids.flatMap((id) => remembered?.get(id) ?? []);
  for (const one of known) work.held.set(one.case.id, one);
  const others = known.length === 0 ? ids : ids.filter((id) => !remembered?.has(id));
  if (others.length > 0) for (const one of await lockCases(tx, { keys, district }, others, skip)) work.held.set(one.case.id, one);
};
