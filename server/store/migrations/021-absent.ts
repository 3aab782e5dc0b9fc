/** For whom a substitute acted, by id: separation of duties counts them too. Rows of before name them only. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';

const statements = [
  `alter table log add column absent code`,
  `create trigger log_absent_stands before update of absent on log for each row execute function log_stands()`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
