/** The lists that signed reports froze: written once, for good. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';

const statements = [
  `create table frozen (
    district code not null, case_id code not null, round integer not null, item code not null, version integer not null, head code not null, figures code[] not null,
    primary key (district, case_id, round, item))`,
  // A figure that was signed is corrected by another round, never in its place.
  `create function frozen_stands() returns trigger language plpgsql as $$ begin
    raise exception 'a frozen list is append-only' using errcode = '42501';
  end $$`,
  `create trigger frozen_stands before update or delete on frozen for each row execute function frozen_stands()`,
  `create trigger frozen_stands_whole before truncate on frozen for each statement execute function frozen_stands()`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
