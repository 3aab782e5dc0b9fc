/** What people are found by: the words of their names, their telephone sealed, and the orders that lists are read in. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';

const statements = [
  'create extension if not exists pg_trgm',
  `alter table residents add column words text not null default '', add column phone_index code`,
  'create index residents_by_words on residents using gin (words gin_trgm_ops) with (gin_pending_list_limit = 1024)',
  `create index residents_without_words on residents (district, id) where words = ''`,
  'create index residents_by_phone on residents (district, phone_index) where phone_index is not null',
  'drop index residents_by_code',
  // A list is read village by village and merged: its first column is the reader's scope.
  'create index residents_by_code on residents (district, unit, code, id)',
  'create index residents_by_name on residents (district, unit, name, id)',
  `create index residents_by_verified on residents (district, unit, coalesce(last_verified, ''), id)`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
