/** Units, people, sessions, the register and the log of readings. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';

const statements = [
  `create table offices (district code primary key, kind code not null check (kind in ('demo', 'real')), made_at timestamptz not null)`,
  `create table units (
    district code not null, id code not null, kind code not null check (kind in ('district', 'town', 'village')),
    community boolean not null, position integer not null, primary key (district, id))`,
  `create table unit_versions (
    district code not null, unit code not null, parent code, name_zh text not null, name_en text not null,
    valid_from timestamptz not null, valid_until timestamptz,
    primary key (district, unit, valid_from), foreign key (district, unit) references units)`,
  `create unique index unit_versions_present on unit_versions (district, unit) where valid_until is null`,
  `create table unit_closure (
    district code not null, ancestor code not null, descendant code not null, primary key (district, ancestor, descendant))`,
  `create table people (
    district code not null, id code not null, name text not null, password_hash code not null,
    disabled boolean not null default false, made_at timestamptz not null, primary key (district, id))`,
  `create table posts_held (
    district code not null, person code not null, post code not null, unit code not null,
    since timestamptz not null, until timestamptz,
    primary key (district, person, post, unit, since), foreign key (district, person) references people)`,
  `create table sessions (
    district code not null, id_hash bytea not null, person code not null, made_at timestamptz not null, seen_at timestamptz not null,
    primary key (district, id_hash), foreign key (district, person) references people)`,
  `create index sessions_by_person on sessions (district, person)`,
  `create table sign_in_failures (
    district code not null, who code not null, count integer not null, last_at timestamptz not null, primary key (district, who))`,
  `create index sign_in_failures_by_time on sign_in_failures (district, last_at)`,
  `create table households (
    district code not null, id code not null, unit code not null, address text not null, head code not null,
    version integer not null default 1, primary key (district, id))`,
  `create index households_by_unit on households (district, unit, id)`,
  `create table residents (
    district code not null, id code not null, household code not null, unit code not null, code code not null, name text not null,
    sex code not null, birth_date code, id_number code, id_index code, id_missing_reason code, ethnic code not null,
    marital code not null, marriage_date code, spouse code, relation code not null, hukou_unit code not null,
    hukou_address text not null, residence_address text not null, phone code, account code, status code not null,
    last_verified code, version integer not null default 1, primary key (district, id))`,
  `create index residents_by_unit on residents (district, unit, id)`,
  `create index residents_by_household on residents (district, household)`,
  `create index residents_by_code on residents (district, code text_pattern_ops)`,
  `create index residents_by_id_number on residents (district, id_index) where id_index is not null`,
  `create table relations (district code not null, person code not null, resident code not null, primary key (district, person, resident))`,
  `create table register_changes (
    district code not null, register code not null, entry code not null, version integer not null, at timestamptz not null,
    person code not null, workflow code not null, case_id code not null, before jsonb not null, after jsonb not null,
    primary key (district, register, entry, version))`,
  `create table reads (
    id bigint generated always as identity, district code not null, at timestamptz not null default clock_timestamp(),
    person code not null, person_name text not null, posts text[] not null, resource code not null, ids text[] not null,
    fields text[] not null, reason code, primary key (district, id))`,
  // Nobody tidies away who read what.
  `create function reads_stand() returns trigger language plpgsql as $$ begin
    raise exception 'the log of readings is append-only' using errcode = '42501';
  end $$`,
  `create trigger reads_stand before update or delete on reads for each row execute function reads_stand()`,
  `create index reads_by_subject on reads using gin (ids)`,
  `create index reads_by_time on reads (district, at desc, id desc)`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
