/** Who holds whose post from which day to which; sittings in which somebody signs; the phrases somebody uses. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';

const statements = [
  `create table substitutions (
    district code not null, case_id code not null, absent code not null, substitute code not null, post code not null, unit code not null,
    workflows text[] not null, from_day code not null, until_day code not null, ended_at timestamptz,
    primary key (district, case_id), foreign key (district, absent) references people, foreign key (district, substitute) references people,
    check (absent <> substitute), check (from_day <= until_day))`,
  `create index substitutions_by_substitute on substitutions (district, substitute) where ended_at is null`,
  `create index substitutions_by_absent on substitutions (district, absent) where ended_at is null`,
  // The office's time beside the machine's: a confirmed sign-in ages by the latter.
  `create table sittings (
    district code not null, id text not null, person code not null, person_name text not null, at timestamptz not null,
    made_at timestamptz not null default now(), confirmed_at timestamptz not null default now(), primary key (district, id))`,
  `create index sittings_by_person on sittings (district, person, made_at desc)`,
  `create table sitting_items (
    district code not null, sitting text not null, n integer not null, case_id code not null, workflow code not null, unit code not null, state code not null, behalf text,
    flags jsonb not null, why text[] not null, result text check (result in ('signed', 'sentBack', 'gone')), at timestamptz,
    primary key (district, sitting, n), unique (district, sitting, case_id), foreign key (district, sitting) references sittings)`,
  // What somebody says again and again stands in one envelope: nobody knows what they write.
  `create table phrases (district code not null, person code not null, sealed text not null, saved_at timestamptz not null default now(), primary key (district, person))`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
