/** Several entries of a register at once, and how they read before a moment. */
import { sql } from 'kysely';
import type { Data, Instant, Register } from '../../workflows/kit/words.ts';
import type { Row } from './register-rows.ts';
import type { Db } from './tables.ts';

/** Those of the entries that lie in these units, by id. */
export const findRecordsBy = async (db: Db, district: string, register: Register, units: readonly string[], ids: readonly string[]): Promise<Row[]> => {
  const { rows } = await sql<Row>`select * from ${sql.table(register)} where district = ${district} and id = any(${[...ids]}::text[]) and unit = any(${[...units]}::text[]) order by id`.execute(db);
  return rows;
};

/** For each entry what its fields held before the changes made since; nothing of entries that did not change. */
export const findHeldBefore = async (db: Db, district: string, register: Register, ids: readonly string[], since: Instant): Promise<Map<string, Data>> => {
  const { rows } = await sql<{ entry: string; before: Data }>`
    select entry, before from register_changes where district = ${district} and register = ${register} and entry = any(${[...ids]}::text[]) and at >= ${since} order by version desc`.execute(db);
  const held = new Map<string, Data>();
  for (const { entry, before } of rows) held.set(entry, { ...held.get(entry), ...before });
  return held;
};
