/** What of somebody's worklist they are notified of, and what of it they have seen. */
import { sql } from 'kysely';
import type { Data, Instant } from '../../workflows/kit/words.ts';
import { allDuties } from './find-inbox.ts';
import type { Desk } from './find-inbox.ts';
import type { Db } from './tables.ts';
import { lastUrge } from './urges.ts';

export type Pressing = {
  readonly id: string; readonly workflow: string; readonly unit: string; readonly state: string; readonly data: Data; readonly dueAt: Date | null; readonly since: Date; readonly returned: boolean;
  readonly urged: { readonly name: string; readonly at: string; readonly words: string | null } | null;
};

/** What waits and was urged, was sent back, or is due by `near`: the newest. */
export const findPressing = async (db: Db, district: string, desk: Desk, near: Instant, limit: number): Promise<Pressing[]> => {
  const { rows } = await sql<Pressing>`
    select p.id, p.workflow, p.unit, p.state, c.data, p.due_at as "dueAt", p.since, p.returned, p.urged
    from (
      select w.case_id as id, w.workflow, w.unit, split_part(w.step, '.', 1) as state, w.due_at, w.since, w.returned, row_to_json(u) as urged
      from (${allDuties(district, desk)}) w
      left join lateral ${lastUrge(district, 'w')} u on true
      where w.returned or w.due_at <= ${near}::timestamptz or u.at is not null
      order by greatest(u.at, w.since, least(w.due_at, ${near}::timestamptz)) desc, w.case_id limit ${limit}
    ) p join cases c on c.district = ${district} and c.id = p.id`.execute(db);
  return rows;
};

export const findSeen = async (db: Db, district: string, person: string, keys: readonly string[]): Promise<ReadonlySet<string>> => {
  if (keys.length === 0) return new Set();
  const { rows } = await sql<{ key: string }>`select key from notifications_seen where district = ${district} and person = ${person} and key = any(${[...keys]}::text[])`.execute(db);
  return new Set(rows.map(({ key }) => key));
};

export const markSeen = async (db: Db, district: string, person: string, keys: readonly string[]): Promise<void> => {
  if (keys.length > 0) await db.insertInto('notifications_seen').values(keys.map((key) => ({ district, person, key }))).onConflict((known) => known.doNothing()).execute();
};

/** What was seen so long ago is told of no more, or is told as new. */
export const forgetSeen = async (db: Db, district: string, before: Date): Promise<void> => {
  await db.deleteFrom('notifications_seen').where('district', '=', district).where('at', '<', before).execute();
};
