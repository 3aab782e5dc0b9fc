/** What happened to the entries of the register. */
import { sql } from 'kysely';
import type { Register } from '../../workflows/kit/words.ts';
import type { Db } from './tables.ts';

type ChangeRow = { version: number; at: Date; person: string; person_name: string | null; workflow: string; case_id: string; before: Record<string, unknown>; after: Record<string, unknown> };

/** Newest first. */
export const findChanges = async (db: Db, district: string, register: Register, id: string): Promise<ChangeRow[]> => {
  const { rows } = await sql<ChangeRow>`
    select c.version, c.at, c.person, p.name as person_name, c.workflow, c.case_id, c.before, c.after
    from register_changes c left join people p on p.district = c.district and p.id = c.person
    where c.district = ${district} and c.register = ${register} and c.entry = ${id} order by c.version desc limit 500`.execute(db);
  return rows;
};

export type EntryAt = { readonly id: string; readonly version: number };
/** Which fields of each entry were written since it had that version; the entries stay as they are until the transaction ends. */
export const findFieldsSince = async (db: Db, district: string, register: Register, entries: readonly EntryAt[]): Promise<Map<string, string[]>> => {
  await sql`select from ${sql.table(register)} where district = ${district} and id = any(${entries.map(({ id }) => id)}::text[]) order by id for share`.execute(db);
  const { rows } = await sql<{ id: string; fields: string[] }>`
    select e.id, array_agg(distinct f) as fields from json_to_recordset(${JSON.stringify(entries)}::json) as e(id text, version int)
    join register_changes c on c.district = ${district} and c.register = ${register} and c.entry = e.id and c.version > e.version, jsonb_object_keys(c.after) f group by e.id`.execute(db);
  return new Map(rows.map(({ id, fields }) => [id, fields]));
};
