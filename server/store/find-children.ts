/** The cases that one parent bore, all of them. */
import { sql } from 'kysely';
import type { Keys } from '../keys/keys.ts';
import { CASE_COLUMNS, toStored } from './case-rows.ts';
import type { CaseRow, Stored } from './case-rows.ts';
import type { Db } from './tables.ts';

/** In the order of their ids. The workflow as a literal: partial indexes are made for it. */
export const findChildren = async (db: Db, { keys, district }: { readonly keys: Keys; readonly district: string }, workflow: string, parent: string): Promise<Stored[]> => {
  const { rows } = await sql<CaseRow>`select ${sql.raw(CASE_COLUMNS)} from cases where district = ${district} and workflow = ${sql.lit(workflow)} and parent = ${parent} order by id`.execute(db);
  return rows.map((row) => toStored(keys, district, row));
};
