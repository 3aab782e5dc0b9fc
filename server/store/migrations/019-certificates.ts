/** Numbers of certificates, given once, in order, never taken back; and blind marks of accounts, which are made anew whenever they are asked for. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';

const statements = [
  `create table certificates (
    district code not null, number code not null, year integer not null, serial integer not null, workflow code not null, case_id code not null, paper code not null, person code not null, at timestamptz not null,
    primary key (district, number), unique (district, case_id, paper), unique (district, year, serial))`,
  `create function certificates_stand() returns trigger language plpgsql as $$ begin
    raise exception 'the number of a certificate stays' using errcode = '42501';
  end $$`,
  `create trigger certificates_stand before update or delete on certificates for each row execute function certificates_stand()`,
  `create trigger certificates_stand_whole before truncate on certificates for each statement execute function certificates_stand()`,
  `create table account_marks (district code not null, case_id code not null, version integer not null, key code not null, mark text collate "C", primary key (district, case_id))`,
  `create index account_marks_by_mark on account_marks (district, mark) where mark is not null`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
