/** Urges of cases, what people have seen of their notifications, and messages that leave the office. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';

const statements = [
  `create table urges (
    district code not null, case_id code not null, person code not null, id code not null, body_hash code not null, workflow code not null, unit code not null, state code not null,
    posts text[] not null, person_name text not null, post code not null, behalf text, words text, at timestamptz not null,
    primary key (district, case_id, person, id))`,
  // Of a case the last one counts, and an inbox asks it of every row.
  `create index urges_by_case on urges (district, case_id, at desc)`,
  `create function urges_stand() returns trigger language plpgsql as $$ begin
    raise exception 'urges are append-only' using errcode = '42501';
  end $$`,
  `create trigger urges_stand before update or delete on urges for each row execute function urges_stand()`,
  `create trigger urges_stand_whole before truncate on urges for each statement execute function urges_stand()`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
