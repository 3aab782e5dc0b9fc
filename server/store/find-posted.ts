/** Cases that are open to everybody, or were: found by where they stand, in no scope. */
import { sql } from 'kysely';
import type { Keys } from '../keys/keys.ts';
import { CASE_COLUMNS, toStored } from './case-rows.ts';
import type { CaseRow, Stored } from './case-rows.ts';
import type { Db } from './tables.ts';

type Where = { readonly keys: Keys; readonly district: string };

/** The newest first, at most so many. */
export const findPosted = async (db: Db, { keys, district }: Where, workflow: string, states: readonly string[], most: number): Promise<Stored[]> => {
  const { rows } = await sql<CaseRow>`select ${sql.raw(CASE_COLUMNS)} from cases
    where district = ${district} and workflow = ${workflow} and state = any(${[...states]}::text[]) order by entered_at desc, id limit ${most}`.execute(db);
  return rows.map((row) => toStored(keys, district, row));
};

export const findPostedCase = async (db: Db, { keys, district }: Where, states: readonly { readonly workflow: string; readonly state: string }[], id: string): Promise<Stored | null> => {
  const { rows } = await sql<CaseRow>`select ${sql.raw(CASE_COLUMNS)} from cases where district = ${district} and id = ${id}
    and (workflow, state) in (select x->>'workflow', x->>'state' from jsonb_array_elements(${JSON.stringify(states)}::jsonb) x)`.execute(db);
  return rows[0] ? toStored(keys, district, rows[0]) : null;
};
