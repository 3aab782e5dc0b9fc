/** One event for many cases: the job, and the cases it was frozen with. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';

const statements = [
  `create table bulk_jobs (
    district text not null, id text not null, person text not null, workflow text not null, type text not null, data jsonb not null,
    dry_run boolean not null, body_hash text not null, total integer not null default 0, done integer not null default 0, refused integer not null default 0,
    made_at timestamptz not null default now(), ended_at timestamptz, primary key (district, id))`,
  `create index bulk_jobs_by_person on bulk_jobs (district, person, made_at desc)`,
  `create index bulk_jobs_under_way on bulk_jobs (district, id) where ended_at is null`,
  `create table bulk_items (
    district text not null, job text not null, n integer not null, case_id text not null,
    result text check (result in ('done', 'refused')), why text[], errors jsonb, primary key (district, job, n)) with (fillfactor = 80)`,
  `create index bulk_items_open on bulk_items (district, job, n) where result is null`,
  `create index bulk_items_refused on bulk_items (district, job, n) where result = 'refused'`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
