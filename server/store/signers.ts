/** Who signed cases last, by name, and for whom who was away. */
import { sql } from 'kysely';
import type { Signer } from '../../workflows/office/tables.ts';
import type { Db } from './tables.ts';

/** `steps`: those that are signatures. Cases that nobody signed are not in it. */
export const findSigners = async (db: Db, district: string, ids: readonly string[], steps: readonly string[]): Promise<ReadonlyMap<string, Signer>> => {
  if (steps.length === 0) return new Map();
  const { rows } = await sql<Signer & { id: string }>`
    select distinct on (case_id) case_id as id, actor_name as name, behalf from log
    where district = ${district} and case_id = any(${ids}::text[]) and from_state || '.' || type = any(${steps}::text[]) order by case_id, version desc`.execute(db);
  return new Map(rows.map(({ id, name, behalf }) => [id, { name, behalf }]));
};
