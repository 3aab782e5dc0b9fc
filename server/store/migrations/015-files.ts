/** Files brought by people: what each holds once, who brought it under which name, and the events that name it. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';

const statements = [
  // `sealed`: the content's own key and its digest. `address`: the digest under the index key, so that equal contents meet and nobody else learns which.
  `create table contents (
    district code not null, id code not null, address code not null, sealed text not null, type text not null, bytes integer not null, thumbnail boolean not null,
    made_at timestamptz not null default now(), primary key (district, id))`,
  `create index contents_by_address on contents (district, address)`,
  `create table files (
    district code not null, id code not null, person code not null, name text not null, content code not null, brought_at timestamptz not null default now(),
    primary key (district, id), foreign key (district, content) references contents)`,
  `create index files_by_content on files (district, content)`,
  `create index files_by_time on files (district, brought_at)`,
  `create table attachments (
    district code not null, case_id code not null, version integer not null, file code not null, field text not null,
    primary key (district, case_id, version, file, field), foreign key (district, file) references files)`,
  `create index attachments_by_file on attachments (district, file)`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
