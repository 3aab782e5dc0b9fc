/** How far the office is in sealing everything under its newest keys. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table key_rotations (
    district code not null, id code not null, person code not null, person_name text not null, kinds text[] not null, reason text not null,
    started_at timestamptz not null default now(), round integer not null default 1, place integer not null default 0, after jsonb,
    walked integer not null default 0, total integer not null, sealed_anew integer not null default 0, in_round integer not null default 0,
    ended_at timestamptz, primary key (district, id))`.execute(db);
  await sql`create unique index key_rotations_one on key_rotations (district) where ended_at is null`.execute(db);
};
