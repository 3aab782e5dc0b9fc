/** Workbooks that came back filled in, what each row says, and events of a case's own in a job of many. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';

const statements = [
  `alter table bulk_items add column own text, add column version integer`,
  `create table workbooks (
    district text not null, id text not null, person text not null, workflow text not null, parent text not null, unit text not null, name text not null, bytes integer not null,
    state text not null check (state in ('checked', 'applied', 'discarded')), counts jsonb not null, job text,
    made_at timestamptz not null default now(), changed_at timestamptz not null default now(), primary key (district, id))`,
  `create index workbooks_by_person on workbooks (district, person, made_at desc)`,
  `create index workbooks_by_time on workbooks (district, made_at)`,
  `create table workbook_rows (
    district text not null, workbook text not null, n integer not null, kind text not null check (kind in ('answer', 'conflict', 'fault')),
    case_id text, version integer, sealed text not null, primary key (district, workbook, n))`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
