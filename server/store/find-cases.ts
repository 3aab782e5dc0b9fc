/** Finds cases of a workflow within a scope; the scope stands in the question itself, counts included. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Keys } from '../keys/keys.ts';
import type { Condition } from '../list-dialect.ts';
import { columnsOf, met, wantedCases } from './case-query.ts';
import type { CaseQuery } from './case-query.ts';
import { CASE_COLUMNS, toStored } from './case-rows.ts';
import type { CaseRow, Stored } from './case-rows.ts';
import { countCheaply } from './count-rows.ts';
import type { Budget, Count } from './count-rows.ts';
import { allOf, beyond, pageInLanes } from './list-sql.ts';
import type { Db } from './tables.ts';

export type Found<Row> = Count & { readonly rows: readonly Row[] };

/** Fields of which a value has few cases: those are gathered and put in order. All others are read in order. */
const NARROW = ['id', 'parent', 'subject'];
/** Orders within one state that the index on states has. */
const BY_STATE = ['dueAt', 'state'];
/** Some ten thousand are counted. */
const COUNTED: Budget = { cost: 8_000, rows: 60_000 };

type Where = { readonly keys: Keys; readonly district: string };

const asksForStates = ({ field, op }: Condition): boolean => field === 'state' && (op === 'is' || op === 'oneOf');

/** Unit by unit; where states are asked for in an order that the index on states has, state by state too. */
const inLanes = (district: string, query: CaseQuery): RawBuilder<unknown> => {
  const asked = BY_STATE.includes(query.sort.field) ? query.conditions.find(asksForStates) : undefined;
  const conditions = query.conditions.filter((one) => one !== asked);
  const units = sql`unnest(${[...query.units]}::text[]) as lane(unit)`;
  const lanes = asked ? sql`${units} cross join unnest(${[...new Set([asked.value].flat())]}::text[]) as at(state)` : units;
  const within = asked ? sql`unit = lane.unit and state = at.state` : sql`unit = lane.unit`;
  return pageInLanes(columnsOf(query), query, lanes, { table: sql`cases`, id: sql.ref('id'), where: met(district, { ...query, conditions }, within) });
};

const isNarrow = ({ q, counted, returned, conditions }: CaseQuery): boolean => q !== null || counted !== null || returned !== null || conditions.some(({ field, op, value }) => NARROW.includes(field) && (op === 'is' || op === 'oneOf') && value !== null);

const wayOf = ({ sort }: CaseQuery): RawBuilder<unknown> => (sort.desc ? sql`desc` : sql`asc`);

/** Where few are meant they are gathered and put in order; their number is known then. */
const findGathered = async (db: Db, { keys, district }: Where, query: CaseQuery): Promise<Found<Stored>> => {
  const columns = columnsOf(query);
  const order = sql`by ${wayOf(query)} nulls last, id ${wayOf(query)}`;
  const behind = beyond(() => ({ ...columns(query.sort.field), at: sql`by` }), query, sql.ref('id'));
  const { rows } = await sql<CaseRow & { total: number }>`
    with found as materialized (select id, ${columns(query.sort.field).at} as by from cases where ${allOf(wantedCases(district, query))}),
    page as (select id, row_number() over (order by ${order}) as place from found where ${allOf([sql`true`, ...behind])} order by ${order} offset ${query.after ? 0 : query.offset} limit ${query.limit})
    select t.total, one.* from (select count(*)::int as total from found) t left join page on true
    left join lateral (select ${sql.raw(CASE_COLUMNS)} from cases where district = ${district} and id = page.id) one on true order by page.place`.execute(db);
  return { rows: rows.filter(({ id }) => id !== null).map((row) => toStored(keys, district, row)), total: rows[0]?.total ?? 0, estimated: false };
};

const findInLanes = async (db: Db, { keys, district }: Where, query: CaseQuery): Promise<Stored[]> => {
  const { rows } = await sql<CaseRow>`select one.* from (${inLanes(district, query)}) page
    cross join lateral (select ${sql.raw(CASE_COLUMNS)} from cases where district = ${district} and id = page.id) one order by page.by ${wayOf(query)} nulls last, page.id ${wayOf(query)}`.execute(db);
  return rows.map((row) => toStored(keys, district, row));
};

/** One page, its rows alone. */
export const findCasePage = async (db: Db, where: Where, query: CaseQuery): Promise<readonly Stored[]> =>
  isNarrow(query) ? (await findGathered(db, where, query)).rows : findInLanes(db, where, query);

/** One page and the total: exact where counting is cheap, else as many as the planner believes. */
export const findCaseRows = async (db: Db, where: Where, query: CaseQuery): Promise<Found<Stored>> => {
  if (isNarrow(query)) return findGathered(db, where, query);
  const rows = await findInLanes(db, where, query);
  const count = await countCheaply(db, (units) => sql`from cases where ${allOf(wantedCases(where.district, query, units))}`, query.units, COUNTED);
  return { rows, ...count, total: Math.max(count.total, query.after ? 0 : query.offset + rows.length) };
};

/** The unit of the case; null where there is none in these units. */
export const findUnitOf = async (db: Db, district: string, workflow: string, units: readonly string[], id: string): Promise<string | null> => {
  const { rows } = await sql<{ unit: string }>`select unit from cases where district = ${district} and id = ${id} and workflow = ${workflow} and unit = any(${[...units]}::text[])`.execute(db);
  return rows[0]?.unit ?? null;
};

/** Whether there is one in these units. */
export const findStandingOf = async (db: Db, district: string, workflow: string, units: readonly string[], id: string): Promise<boolean> =>
  (await findUnitOf(db, district, workflow, units, id)) !== null;

/** One case, where it lies in these units. */
export const findCaseRow = async (db: Db, { keys, district }: Where, workflow: string, units: readonly string[], id: string): Promise<Stored | null> => {
  const { rows } = await sql<CaseRow>`
    select ${sql.raw(CASE_COLUMNS)} from cases where district = ${district} and id = ${id} and workflow = ${workflow} and unit = any(${[...units]}::text[])`.execute(db);
  return rows[0] ? toStored(keys, district, rows[0]) : null;
};
