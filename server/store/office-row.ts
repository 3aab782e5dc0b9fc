/** The office in its database: whether it is there, whose it is, and the time on a clock stepped by hand. */
import { sql } from 'kysely';
import type { Instant } from '../../workflows/kit/words.ts';
import type { Db } from './tables.ts';

export type OfficeRow = { readonly district: string; readonly kind: 'demo' | 'real' };

/** None before the demo town is seeded, or the office set up. */
export const findOffice = async (db: Db): Promise<OfficeRow | null> =>
  (await db.selectFrom('offices').select(['district', 'kind']).orderBy('made_at').limit(1).executeTakeFirst()) ?? null;

export const insertOffice = async (db: Db, { district, kind }: OfficeRow, at: Date): Promise<void> => {
  await db.insertInto('offices').values({ district, kind, made_at: at }).execute();
};

export const ping = async (db: Db): Promise<void> => void (await sql`select 1`.execute(db));

export const findSteppedNow = async (db: Db, district: string): Promise<Instant | null> =>
  (await db.selectFrom('clock').select('now').where('district', '=', district).executeTakeFirst())?.now.toISOString() ?? null;

const MAKING = 60_921;

/** Holds others who would make an office off until this transaction ends. */
export const lockMaking = async (tx: Db): Promise<void> => void (await sql`select pg_advisory_xact_lock(${MAKING})`.execute(tx));

/** The same for work of many transactions; the others wait here as long as it takes, and find the office made. */
export const whileMaking = <T>(db: Db, work: () => Promise<T>): Promise<T> =>
  db.connection().execute(async (held) => {
    await sql`set statement_timeout = 0`.execute(held);
    await sql`set lock_timeout = 0`.execute(held);
    await sql`select pg_advisory_lock(${MAKING})`.execute(held);
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${MAKING})`.execute(held);
      await sql`reset statement_timeout`.execute(held);
      await sql`reset lock_timeout`.execute(held);
    }
  });
