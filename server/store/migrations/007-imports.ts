/** First loads of the register from files: what was brought, and what is wrong in it. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';

const statements = [
  `create table imports (
    district text not null, id text not null, person text not null, unit text not null, name text not null, bytes integer not null, utf8 boolean not null,
    state text not null, why text, format jsonb not null, header integer not null, headers jsonb not null, dropped integer[] not null, mapping jsonb not null,
    rows integer not null default 0, good integer not null default 0, wrong integer not null default 0, problems integer not null default 0,
    loaded integer not null default 0, skipped integer not null default 0,
    made_at timestamptz not null default now(), changed_at timestamptz not null default now(), primary key (district, id))`,
  `create index imports_by_time on imports (district, unit, made_at desc)`,
  `create table import_problems (
    district text not null, import text not null, n integer not null, line integer not null, col integer, field text not null, code text not null,
    primary key (district, import, n))`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
