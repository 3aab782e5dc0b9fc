/** What people have typed and not sent yet. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';

const statements = [
  // The words of a draft stand in one envelope: whatever somebody typed into whichever field, nothing of it is legible here.
  `create table drafts (
    district code not null, person code not null, workflow code not null, case_id code not null, event code not null,
    unit code, version integer not null, sealed text not null, saved_at timestamptz not null default now(),
    primary key (district, person, workflow, case_id, event))`,
  `create index drafts_by_age on drafts (district, saved_at)`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
