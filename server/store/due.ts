/** What falls due: rows, not timers, so that nothing is lost with a process. */
import { sql } from 'kysely';
import type { Instant } from '../../workflows/kit/words.ts';
import type { Db } from './tables.ts';
import type { Statement, Tx } from './transaction.ts';

export type Due = { readonly at: Instant; readonly ids: readonly string[] };

/** The cases of the earliest moment that has come, but those left out; null where nothing is due. */
export const findDue = async (db: Db, district: string, until: Instant, except: readonly string[], limit: number): Promise<Due | null> => {
  const { rows } = await sql<{ id: string; at: Date }>`
    with first as (select min(asks_at) as at from cases where district = ${district} and asks_at <= ${until}::timestamptz and id <> all(${[...except]}::text[]))
    select c.id, c.asks_at as at from cases c, first where c.district = ${district} and c.asks_at = first.at and c.id <> all(${[...except]}::text[]) order by c.id limit ${limit}`.execute(db);
  const first = rows[0];
  return first ? { at: first.at.toISOString(), ids: rows.map(({ id }) => id) } : null;
};

const asked: Statement = { name: 'asked', text: 'update cases set asks_at = null where district = $1 and id = any($2::text[])' };

/** Refused: the next accepted event of the case asks again. */
export const setAsked = (tx: Tx, district: string, ids: readonly string[]): void => {
  if (ids.length > 0) tx.say(asked, [district, ids]);
};

/** The hand-stepped clock goes to the moment, and never back. */
export const setClock = async (db: Db, district: string, now: Instant): Promise<void> => {
  await sql`insert into clock (district, now) values (${district}, ${now}::timestamptz) on conflict (district) do update set now = greatest(clock.now, excluded.now)`.execute(db);
};
