/** Imports as rows: where each stands, how far it is, what is wrong in it. */
import { sql } from 'kysely';
import type { Mapping } from '../../workflows/office/import/columns.ts';
import type { Format } from '../table/read-table.ts';
import type { ImportState } from './import-tables.ts';
import type { Db } from './tables.ts';
import type { Statement, Tx } from './transaction.ts';

export type ImportRow = {
  readonly id: string; readonly person: string; readonly unit: string; readonly name: string; readonly bytes: number; readonly utf8: boolean;
  readonly state: ImportState; readonly why: string | null; readonly format: Format; readonly header: number; readonly headers: readonly string[]; readonly dropped: readonly number[]; readonly mapping: Mapping;
  readonly rows: number; readonly good: number; readonly wrong: number; readonly problems: number; readonly loaded: number; readonly skipped: number;
  readonly madeAt: Date; readonly changedAt: Date;
};
const columns = sql.raw('id, person, unit, name, bytes, utf8, state, why, format, header, headers, dropped, mapping, rows, good, wrong, problems, loaded, skipped, made_at as "madeAt", changed_at as "changedAt"');

export type NewImport = Pick<ImportRow, 'id' | 'person' | 'unit' | 'name' | 'bytes' | 'utf8' | 'format' | 'header' | 'headers' | 'dropped' | 'mapping'>;

export const insertImport = async (db: Db, district: string, { format, headers, dropped, mapping, ...one }: NewImport): Promise<void> => {
  await db.insertInto('imports').values({ district, ...one, state: 'uploaded', why: null, format: JSON.stringify(format), headers: JSON.stringify(headers), dropped: [...dropped], mapping: JSON.stringify(mapping) }).execute();
};

export const findImport = async (db: Db, district: string, id: string): Promise<ImportRow | null> =>
  (await sql<ImportRow>`select ${columns} from imports where district = ${district} and id = ${id}`.execute(db)).rows[0] ?? null;

/** Imports of these units, newest first. */
export const findImportsOf = async (db: Db, district: string, units: readonly string[], limit: number): Promise<ImportRow[]> =>
  (await sql<ImportRow>`select ${columns} from imports where district = ${district} and unit = any(${[...units]}::text[]) order by made_at desc, id limit ${limit}`.execute(db)).rows.slice();

/** Those that a thread or a job works on, or should. */
export const findImportsUnderWay = async (db: Db, district: string): Promise<string[]> =>
  (await db.selectFrom('imports').select('id').where('district', '=', district).where('state', 'in', ['checking', 'loading', 'undoing']).orderBy('made_at').execute()).map(({ id }) => id);

/** Those nobody went on with, and whose files may go. */
export const findImportsLeft = async (db: Db, district: string, before: Date): Promise<string[]> =>
  (await db.selectFrom('imports').select('id').where('district', '=', district).where('state', 'in', ['uploaded', 'checked']).where('changed_at', '<', before).execute()).map(({ id }) => id);

const move: Statement = {
  name: 'move-import',
  text: `update imports set state = $4, why = null, changed_at = now() where district = $1 and id = $2 and state = any($3::text[]) returning id`,
};
/** From one of these states to the next; false where it stands elsewhere. */
export const moveImport = async (tx: Tx, district: string, id: string, from: readonly ImportState[], to: ImportState): Promise<boolean> => (await tx.run(move, [district, id, from, to])).length > 0;

/** Ends a step; nothing where somebody else has ended it. */
export const endStep = async (db: Db, district: string, id: string, from: ImportState, to: ImportState, why: string | null): Promise<void> => {
  await sql`update imports set state = ${to}, why = ${why}, changed_at = now() where district = ${district} and id = ${id} and state = ${from}`.execute(db);
};

const map: Statement = {
  name: 'map-import',
  text: `with gone as (delete from import_problems where district = $1 and import = $2)
    update imports set mapping = $3, rows = 0, good = 0, wrong = 0, problems = 0 where district = $1 and id = $2`,
};
/** Says which column is which; what was found wrong before is forgotten. */
export const mapImport = (tx: Tx, district: string, id: string, mapping: Mapping): void => tx.say(map, [district, id, JSON.stringify(mapping)]);

export type Counted = { readonly rows: number; readonly good: number; readonly wrong: number; readonly problems: number };
export const countImport = async (db: Db, district: string, id: string, { rows, good, wrong, problems }: Counted): Promise<void> => {
  await sql`update imports set rows = ${rows}, good = ${good}, wrong = ${wrong}, problems = ${problems} where district = ${district} and id = ${id} and state = 'checking'`.execute(db);
};

export type ProblemRow = { readonly n: number; readonly line: number; readonly col: number | null; readonly field: string; readonly code: string };

export const forgetProblems = async (db: Db, district: string, id: string): Promise<void> => {
  await db.deleteFrom('import_problems').where('district', '=', district).where('import', '=', id).execute();
};

export const insertProblems = async (db: Db, district: string, id: string, problems: readonly ProblemRow[]): Promise<void> => {
  if (problems.length === 0) return;
  await sql`insert into import_problems (district, import, n, line, col, field, code)
    select ${district}, ${id}, p.n, p.line, p.col, p.field, p.code from json_to_recordset(${JSON.stringify(problems)}::json) as p(n int, line int, col int, field text, code text)
    on conflict do nothing`.execute(db);
};

export const findProblems = async (db: Db, district: string, id: string, offset: number, limit: number): Promise<ProblemRow[]> =>
  db.selectFrom('import_problems').select(['n', 'line', 'col', 'field', 'code']).where('district', '=', district).where('import', '=', id).orderBy('n').offset(offset).limit(limit).execute();
