/** Which files an event may name, and those that it has named. */
import { sql } from 'kysely';
import type { FileFact, Query } from '../../workflows/kit/words.ts';
import type { Db } from './tables.ts';
import type { Statement, Tx } from './transaction.ts';

const mayName = (locking: string): Statement => ({
  name: `files-to-name${locking && '-held'}`,
  text: `select f.id, c.type, c.bytes from files f join contents c on c.district = f.district and c.id = f.content
    where f.district = $1 and f.id = any($2::text[]) and (f.person = $3 or exists (select from attachments a where a.district = f.district and a.file = f.id and a.case_id = $4))
    order by f.id ${locking}`,
});
const shown = mayName('');
const held = mayName('for key share of f');

/** Those that the person may name for the case; what is read for a decision is not swept before its commit. */
export const readFileFacts = (tx: Tx, { district, for: purpose }: { readonly district: string; readonly for: 'decide' | 'offer' }, queries: readonly Extract<Query, { ask: 'files' }>[]): Promise<FileFact[][]> =>
  Promise.all(queries.map(({ person, case: of, ids }) => tx.run<FileFact>(purpose === 'decide' ? held : shown, [district, [...ids], person, of])));

const attach: Statement = {
  name: 'attach-files',
  text: `insert into attachments (district, case_id, version, file, field)
    select $1, a."caseId", a.version, a.file, a.field from json_to_recordset($2::json) as a("caseId" text, version int, file text, field text) on conflict do nothing`,
};
export type Attaching = { readonly caseId: string; readonly version: number; readonly file: string; readonly field: string };

/** In the transaction of the events that name them. */
export const attachFiles = (tx: Tx, district: string, rows: readonly Attaching[]): void => {
  if (rows.length > 0) tx.say(attach, [district, JSON.stringify(rows)]);
};

/** Files that these cases name in such fields go, but for those that another case names too; their contents go with the next sweep. */
export const dropFilesOf = async (db: Db, district: string, cases: readonly string[], fields: readonly string[]): Promise<void> => {
  const meant = sql`a.district = ${district} and a.case_id = any(${[...cases]}::text[]) and a.field = any(${[...fields]}::text[])`;
  await sql`
    with gone as (delete from attachments a where ${meant} returning file)
    delete from files f where f.district = ${district} and f.id in (select file from gone) and not exists (select from attachments a where a.district = f.district and a.file = f.id and not (${meant}))`.execute(db);
};
