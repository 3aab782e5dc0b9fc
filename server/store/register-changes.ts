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
