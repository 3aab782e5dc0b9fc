/** Findings of the register's checks, what was said about them, the runs that made them, and keys by which entries are grouped. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { TWIN } from '../check-keys.ts';

const statements = [
  `alter table residents add column account_index code`,
  `create index residents_by_account on residents (district, account_index) where account_index is not null`,
  `create index residents_by_twin on residents (district, (${TWIN}))`,
  `create index residents_by_spouse on residents (district, spouse) where spouse is not null`,
  `create table findings (
    district code not null, id code not null, rule code not null, level code not null, unit code not null, units text[] not null, residents text[] not null,
    field code, fields text[] not null, occasion code, params jsonb not null, acted_on code,
    state code not null check (state in ('open', 'suppressed', 'gone')), found_at timestamptz not null, seen_at timestamptz not null, gone_at timestamptz,
    suppressed_by code, suppressed_name text, suppressed_at timestamptz, reason text,
    primary key (district, id), check (state <> 'suppressed' or suppressed_by is not null))`,
  `create index findings_by_rule on findings (district, state, rule, unit, id)`,
  `create index findings_by_resident on findings using gin (residents)`,
  `create index findings_by_unit on findings using gin (units)`,
  `create table finding_acts (
    id bigint generated always as identity, district code not null, finding code not null, act code not null check (act in ('suppress', 'reopen')),
    at timestamptz not null, person code not null, person_name text not null, post code not null, unit code not null, reason text not null,
    primary key (district, id))`,
  `create index finding_acts_by_finding on finding_acts (district, finding, id)`,
  // Nobody tidies away who put aside what, and why.
  `create function finding_acts_stand() returns trigger language plpgsql as $$ begin
    raise exception 'what was said about a finding is append-only' using errcode = '42501';
  end $$`,
  `create trigger finding_acts_stand before update or delete on finding_acts for each row execute function finding_acts_stand()`,
  `create table check_runs (
    district code not null, id code not null, person code not null, at timestamptz not null, made_at timestamptz not null default clock_timestamp(),
    step integer not null default 0, after code, done integer not null default 0, total integer not null default 0, ended_at timestamptz,
    primary key (district, id))`,
  // One at a time: who asks for another gets the one under way.
  `create unique index check_runs_under_way on check_runs (district) where ended_at is null`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
