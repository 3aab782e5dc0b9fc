/** What was told to which posts, and to who opened the case where somebody else went on with it. */
import { sql } from 'kysely';
import type { Data, Instant } from '../../workflows/kit/words.ts';
import type { Db } from './tables.ts';

export type Told = { readonly caseId: string; readonly version: number; readonly what: string; readonly posts: readonly string[]; readonly at: string };

/** A telling that comes twice is written once. Gives the openers whom it concerns: who did it themselves knows, and what the clock did counts where it ended the case. */
export const writeTold = async (db: Db, district: string, all: readonly Told[]): Promise<string[]> => {
  if (all.length === 0) return [];
  const { rows } = await sql<{ opener: string | null }>`
    insert into told (district, case_id, version, what, posts, at, opener)
    select ${district}, r."caseId", r.version, r.what, r.posts, r.at, case when l.actor <> c.opened_by and l.from_state is distinct from l.to_state and (l.actor <> 'clock' or not c.live) then c.opened_by end
    from json_to_recordset(${JSON.stringify(all)}::json) as r("caseId" text, version int, what text, posts text[], at timestamptz)
    left join cases c on c.district = ${district} and c.id = r."caseId" left join log l on l.district = ${district} and l.case_id = r."caseId" and l.version = r.version
    on conflict (district, case_id, version, what) do nothing returning opener`.execute(db);
  return [...new Set(rows.flatMap(({ opener }) => opener ?? []))];
};

/** An event on a case that somebody opened: who did it, and where it led. */
export type Decided = {
  readonly id: string; readonly version: number; readonly workflow: string; readonly unit: string; readonly data: Data; readonly type: string; readonly to: string;
  readonly by: string; readonly name: string; readonly behalf: string | null; readonly at: Instant;
};

/** The newest since the moment. */
export const findDecided = async (db: Db, district: string, opener: string, since: Instant, limit: number): Promise<Decided[]> => {
  const { rows } = await sql<Omit<Decided, 'at'> & { at: Date }>`
    select t.id, t.version, c.workflow, c.unit, c.data, l.type, l.to_state as to, l.actor as by, l.actor_name as name, l.behalf, l.at
    from (select case_id as id, version, max(at) as at from told where district = ${district} and opener = ${opener} and at >= ${since}::timestamptz group by case_id, version order by 3 desc limit ${limit}) t
    join cases c on c.district = ${district} and c.id = t.id join log l on l.district = ${district} and l.case_id = t.id and l.version = t.version order by t.at desc`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
};
