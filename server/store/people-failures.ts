/** Wrong passwords in a row, by account and by address, for every process alike; neither stands here in clear. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** Failures older than this are forgotten, and so long a lock lasts. */
export const WINDOW_SECONDS = 15 * 60;

export type Failing = 'account' | 'address';

/** What somebody typed as a name may be a password: only its hash is kept. */
const hashed = (kind: Failing, who: string): string => createHash('sha256').update(JSON.stringify([kind, who])).digest('base64url');

export type Failures = { readonly count: number; /** Until they are forgotten. */ readonly seconds: number };
const NONE: Failures = { count: 0, seconds: 0 };

export const findFailures = async (db: Db, district: string, kind: Failing, who: string): Promise<Failures> => {
  const { rows } = await sql<{ count: number; seconds: number }>`
    select count, ceil(extract(epoch from last_at - now()) + ${WINDOW_SECONDS})::int as seconds from sign_in_failures
    where district = ${district} and who = ${hashed(kind, who)} and last_at > now() - make_interval(secs => ${WINDOW_SECONDS})`.execute(db);
  return rows[0] ?? NONE;
};

/** Some that are forgotten go away with it, so that guessing at names fills no table. */
export const countFailure = async (db: Db, district: string, kind: Failing, who: string): Promise<void> => {
  await sql`
    with old as (
      delete from sign_in_failures where (district, who) in (
        select district, who from sign_in_failures where district = ${district} and who <> ${hashed(kind, who)}
          and last_at < now() - make_interval(secs => ${WINDOW_SECONDS}) limit 10 for update skip locked))
    insert into sign_in_failures as f (district, who, count, last_at) values (${district}, ${hashed(kind, who)}, 1, now())
    on conflict (district, who) do update set last_at = now(),
      count = case when f.last_at > now() - make_interval(secs => ${WINDOW_SECONDS}) then f.count + 1 else 1 end`.execute(db);
};

export const forgetFailures = async (db: Db, district: string, kind: Failing, who: string): Promise<void> => {
  await db.deleteFrom('sign_in_failures').where('district', '=', district).where('who', '=', hashed(kind, who)).execute();
};
