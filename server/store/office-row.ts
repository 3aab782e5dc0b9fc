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

/** Holds off others who would make an office, or its keys, until this transaction ends; they wait as long as it takes. */
export const lockMaking = async (tx: Db): Promise<void> => {
  await sql`set local lock_timeout = 0`.execute(tx);
  await sql`set local statement_timeout = 0`.execute(tx);
  await sql`select pg_advisory_xact_lock(${MAKING})`.execute(tx);
};
