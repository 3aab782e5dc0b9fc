/** Files made of a case or taken in for it; and what was granted to a budget line stands in the ledger, like all else. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';

const statements = [
  // Of a file only its hash stays, and what was read in it without any sealed field.
  `create table case_files (
    id bigint generated always as identity, district code not null, case_id code not null, way code not null check (way in ('in', 'out')), name text not null,
    hash code not null, bytes integer not null, lines jsonb not null, version integer not null, person code not null, person_name text not null, at timestamptz not null,
    primary key (district, id))`,
  `create unique index case_files_once on case_files (district, case_id, way, hash)`,
  `create function case_files_stand() returns trigger language plpgsql as $$ begin
    raise exception 'what was sent or received stays on record' using errcode = '42501';
  end $$`,
  `create trigger case_files_stand before update or delete on case_files for each row execute function case_files_stand()`,
  `insert into ledger (district, case_id, version, step, account, fen, at, person)
    select l.district, 'carried-over:' || l.id, 0, 'carried-over', a.account, a.fen, now(), 'clock'
    from budget_lines l cross join lateral (values (l.id::text, l.fen), ('granted:' || l.id, -l.fen)) a(account, fen) where l.fen > 0`,
  // Amounts were set aside per claim and paid from the bank; now each line's own accounts say it.
  `drop table budget_lines`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
