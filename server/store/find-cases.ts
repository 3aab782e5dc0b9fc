/** Finds cases of a workflow within a scope; the scope stands in the question itself, counts included. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { ListField } from '../../workflows/kit/workflow.ts';
import type { Register } from '../../workflows/kit/words.ts';
import type { Keys } from '../keys/keys.ts';
import type { ListQuery } from '../list-dialect.ts';
import { CASE_COLUMNS, toStored } from './case-rows.ts';
import type { CaseRow, Stored } from './case-rows.ts';
import { countRows } from './count-rows.ts';
import type { Count } from './count-rows.ts';
import { allOf, beyond, conditionsIn, literally, orderOf } from './list-sql.ts';
import type { Column, Columns } from './list-sql.ts';
import { whoFit } from './seek.ts';
import type { Sought } from './seek.ts';
import type { Db } from './tables.ts';

export type CaseQuery = ListQuery & {
  readonly workflow: string; readonly units: readonly string[];
  /** The data field that names the case, and those that its workflow lists. */
  readonly title: string; readonly fields: readonly ListField[];
  /** The register whose entries the cases are about, and what `q` may mean there. */
  readonly about: Register | null; readonly sought: readonly Sought[];
};
export type Found<Row> = Count & { readonly rows: readonly Row[] };

const own: Readonly<Record<string, readonly [string, Column['type']]>> = {
  id: ['id', 'text'], state: ['state', 'text'], unit: ['unit', 'text'], version: ['version', 'integer'], openedBy: ['opened_by', 'text'], openedAt: ['opened_at', 'timestamptz'],
  enteredAt: ['entered_at', 'timestamptz'], dueAt: ['due_at', 'timestamptz'], parent: ['parent', 'text'], subject: ['subject', 'text'],
};

/** The same words as the index on the field, so that it is used. */
export const fieldExpression = ({ name, type }: Pick<ListField, 'name' | 'type'>): string => {
  const text = `data ->> '${name.replaceAll("'", "''")}'`;
  return type === 'number' || type === 'money' ? `((${text})::numeric)` : `(${text})`;
};

const columnsOf = ({ fields, title }: CaseQuery): Columns => (field) => {
  const column = own[field];
  if (column) return { at: sql.ref(column[0]), type: column[1] };
  const listed = fields.find(({ name }) => name === field) ?? (field === 'title' ? { name: title, type: 'text' as const } : undefined);
  if (!listed) throw new Error(`No list of this workflow has a field ${field}.`);
  return { at: sql.raw(fieldExpression(listed)), type: listed.type === 'number' || listed.type === 'money' ? 'numeric' : 'text' };
};

type Where = { readonly keys: Keys; readonly district: string };

/** By the number it begins with, by its title, or by the people it is about; their names need not be read through one by one. */
const speaksOf = (district: string, { q, title, about, sought, units }: CaseQuery): RawBuilder<unknown>[] => {
  if (q === null) return [];
  const called = sql.raw(fieldExpression({ name: title, type: 'text' }));
  if (about === null) return [sql`(${called} like ${`%${literally(q)}%`} or id like ${`${literally(q)}%`})`];
  return [sql`(${called} = ${q} or id like ${`${literally(q)}%`} or subject = any(array(select r.${sql.ref(about === 'residents' ? 'id' : 'household')} ${whoFit(district, units, sought)})))`];
};

/** The conditions that a case must meet to be found, page or no page. */
export const wantedCases = (district: string, query: CaseQuery): RawBuilder<unknown>[] => {
  const columns = columnsOf(query);
  // The name as a literal: partial indexes are made for it.
  const scope = [sql`district = ${district}`, sql`workflow = ${sql.lit(query.workflow)}`, sql`unit = any(${[...query.units]}::text[])`];
  return [...scope, ...conditionsIn(columns, query.conditions), ...speaksOf(district, query)];
};

/** One page, its rows alone. */
export const findCasePage = async (db: Db, { keys, district }: Where, query: CaseQuery): Promise<Stored[]> => {
  const columns = columnsOf(query);
  const page = allOf([...wantedCases(district, query), ...beyond(columns, query, sql.ref('id'))]);
  const { rows } = await sql<CaseRow>`select ${sql.raw(CASE_COLUMNS)} from cases where ${page} order by ${orderOf(columns, query.sort, sql.ref('id'))}
    offset ${query.after ? 0 : query.offset} limit ${query.limit}`.execute(db);
  return rows.map((row) => toStored(keys, district, row));
};

/** One page and the total. */
export const findCaseRows = async (db: Db, where: Where, query: CaseQuery): Promise<Found<Stored>> =>
  ({ rows: await findCasePage(db, where, query), ...(await countRows(db, sql`from cases where ${allOf(wantedCases(where.district, query))}`)) });

/** Whether there is one in these units. */
export const findStandingOf = async (db: Db, district: string, workflow: string, units: readonly string[], id: string): Promise<boolean> => {
  const { rows } = await sql`select from cases where district = ${district} and id = ${id} and workflow = ${workflow} and unit = any(${[...units]}::text[])`.execute(db);
  return rows.length > 0;
};

/** One case, where it lies in these units. */
export const findCaseRow = async (db: Db, { keys, district }: Where, workflow: string, units: readonly string[], id: string): Promise<Stored | null> => {
  const { rows } = await sql<CaseRow>`
    select ${sql.raw(CASE_COLUMNS)} from cases where district = ${district} and id = ${id} and workflow = ${workflow} and unit = any(${[...units]}::text[])`.execute(db);
  return rows[0] ? toStored(keys, district, rows[0]) : null;
};
