/** Who came to a unit since a moment is found by the history of the register. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql.raw(`create index register_arrivals on register_changes (district, (after ->> 'unit'), at) where register = 'residents' and after ? 'unit'`).execute(db);
};
