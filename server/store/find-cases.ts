/** Finds cases of a workflow within a scope; the scope stands in the question itself, counts included. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { ListField } from '../../workflows/kit/workflow.ts';
import type { Register } from '../../workflows/kit/words.ts';
import type { Keys } from '../keys/keys.ts';
import type { Condition, ListQuery } from '../list-dialect.ts';
import { CASE_COLUMNS, toStored } from './case-rows.ts';
import type { CaseRow, Stored } from './case-rows.ts';
import { countCheaply } from './count-rows.ts';
import type { Budget, Count } from './count-rows.ts';
import { allOf, beyond, conditionsIn, literally, orderOf, pageInLanes } from './list-sql.ts';
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

const own: Readonly<Record<string, readonly [string, Column['type'], filled: boolean]>> = {
  id: ['id', 'text', true], state: ['state', 'text', true], unit: ['unit', 'text', true], version: ['version', 'integer', true], openedBy: ['opened_by', 'text', true], openedAt: ['opened_at', 'timestamptz', true],
  enteredAt: ['entered_at', 'timestamptz', true], dueAt: ['due_at', 'timestamptz', false], parent: ['parent', 'text', false], subject: ['subject', 'text', false],
};
/** Fields of which a value has few cases: those are gathered and put in order. All others are read in order. */
const NARROW = ['id', 'parent', 'subject'];
/** Some ten thousand are counted. */
const COUNTED: Budget = { cost: 8_000, rows: 60_000 };

/** The same words as the index on the field, so that it is used. */
export const fieldExpression = ({ name, type }: Pick<ListField, 'name' | 'type'>): string => {
  const text = `data ->> '${name.replaceAll("'", "''")}'`;
  return type === 'number' || type === 'money' ? `((${text})::numeric)` : `(${text})`;
};

const columnsOf = ({ fields, title }: CaseQuery): Columns => (field) => {
  const column = own[field];
  if (column) return { at: sql.ref(column[0]), type: column[1], filled: column[2] };
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

const met = (district: string, query: CaseQuery, scope: RawBuilder<unknown>): RawBuilder<unknown>[] =>
  // The name as a literal: partial indexes are made for it.
  [sql`district = ${district}`, sql`workflow = ${sql.lit(query.workflow)}`, scope, ...conditionsIn(columnsOf(query), query.conditions), ...speaksOf(district, query)];

/** The conditions that a case must meet to be found, page or no page. */
export const wantedCases = (district: string, query: CaseQuery, units = query.units): RawBuilder<unknown>[] => met(district, query, sql`unit = any(${[...units]}::text[])`);

/** Where few are asked for. */
const gathered = (district: string, query: CaseQuery): RawBuilder<unknown> => {
  const columns = columnsOf(query);
  const page = allOf([...wantedCases(district, query), ...beyond(columns, query, sql.ref('id'))]);
  return sql`select id, ${columns(query.sort.field).at} as by from cases where ${page} order by ${orderOf(columns, query.sort, sql.ref('id'))} offset ${query.after ? 0 : query.offset} limit ${query.limit}`;
};

/** The states that cases of the workflow stand at, each by one look at the index. */
const statesThere = (district: string, workflow: string): RawBuilder<unknown> => {
  const next = (after: RawBuilder<unknown>) => sql`(select min(state) from cases where district = ${district} and workflow = ${sql.lit(workflow)} ${after})`;
  return sql`(with recursive there as (select ${next(sql``)} as state union all select ${next(sql`and state > there.state`)} from there where there.state is not null) select state from there where state is not null)`;
};

const asksForStates = ({ field, op }: Condition): boolean => field === 'state' && (op === 'is' || op === 'oneOf');

/** Unit by unit; state by state too, where states are asked for or ordered by. */
const inLanes = (district: string, query: CaseQuery): RawBuilder<unknown> => {
  const asked = query.conditions.find(asksForStates);
  const conditions = query.conditions.filter((one) => one !== asked);
  const units = sql`unnest(${[...query.units]}::text[]) as lane(unit)`;
  const byState = asked ? sql`unnest(${[...new Set([asked.value].flat())]}::text[])` : query.sort.field === 'state' ? statesThere(district, query.workflow) : null;
  const within = byState ? sql`unit = lane.unit and state = at.state` : sql`unit = lane.unit`;
  return pageInLanes(columnsOf(query), query, byState ? sql`${units} cross join ${byState} as at(state)` : units, { table: sql`cases`, id: sql.ref('id'), where: met(district, { ...query, conditions }, within) });
};

const isNarrow = ({ q, conditions }: CaseQuery): boolean => q !== null || conditions.some(({ field, op, value }) => NARROW.includes(field) && (op === 'is' || op === 'oneOf') && value !== null);

/** One page, its rows alone. */
export const findCasePage = async (db: Db, { keys, district }: Where, query: CaseQuery): Promise<Stored[]> => {
  const way = query.sort.desc ? sql`desc` : sql`asc`;
  const { rows } = await sql<CaseRow>`select one.* from (${(isNarrow(query) ? gathered : inLanes)(district, query)}) page
    cross join lateral (select ${sql.raw(CASE_COLUMNS)} from cases where district = ${district} and id = page.id) one order by page.by ${way} nulls last, page.id ${way}`.execute(db);
  return rows.map((row) => toStored(keys, district, row));
};

/** One page and the total: exact where counting is cheap, else as many as the planner believes. */
export const findCaseRows = async (db: Db, where: Where, query: CaseQuery): Promise<Found<Stored>> => {
  const rows = await findCasePage(db, where, query);
  const count = await countCheaply(db, (units) => sql`from cases where ${allOf(wantedCases(where.district, query, units))}`, query.units, COUNTED);
  return { rows, ...count, total: Math.max(count.total, query.after ? 0 : query.offset + rows.length) };
};

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
