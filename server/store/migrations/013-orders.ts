/** The orders that lists and inboxes are read in, unit by unit: each page begins where an index says. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';

const statements = [
  // The fields that workflows list are indexed at start, by other names now.
  `do $$ declare name text; begin
    for name in select indexname from pg_indexes where schemaname = current_schema() and tablename = 'cases' and indexname like 'cases\\_list\\_%' loop execute format('drop index %I', name); end loop;
  end $$`,
  'drop index cases_by_state',
  'create index cases_by_state on cases (district, workflow, state, unit, due_at, id)',
  'create index cases_by_standing on cases (district, workflow, unit, state, id)',
  'create index cases_by_due on cases (district, workflow, unit, due_at, id)',
  'create index cases_by_opening on cases (district, workflow, unit, opened_at, id)',
  'drop index inbox_by_post',
  'create index inbox_by_post on inbox (district, post, unit, workflow, due_at, case_id)',
  'create index inbox_by_due on inbox (district, post, unit, due_at, case_id)',
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
