/** Totals of lists: exact, or honestly estimated where counting would take longer than reading the page. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from './tables.ts';

export type Count = { readonly total: number; readonly estimated: boolean };

/** What the planner may charge for a count that is made, and how many it may believe there are: some milliseconds. */
export type Budget = { readonly cost: number; readonly rows: number };
const CHEAP: Budget = { cost: 1_200, rows: Infinity };

/** As many as the planner believes, and what it would charge for them; of several parts, together. */
export const planOf = async (db: Db, parts: readonly RawBuilder<unknown>[]): Promise<{ rows: number; cost: number }> => {
  const all = sql.join(parts.map((from) => sql`select 1 ${from}`), sql` union all `);
  const { rows } = await sql<{ 'QUERY PLAN': { Plan: { 'Plan Rows': number; 'Total Cost': number } }[] }>`explain (format json) ${all}`.execute(db);
  const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
  return { rows: plan?.['Plan Rows'] ?? 0, cost: plan?.['Total Cost'] ?? 0 };
};

/** Units in two: of all the units there are, the planner, who rounds, believes that they hold a third less than there is. */
export const inHalves = (units: readonly string[]): readonly (readonly string[])[] => {
  const middle = Math.ceil(units.length / 2);
  return units.length < 2 ? [units] : [units.slice(0, middle), units.slice(middle)];
};

/** Counts where the planner thinks it cheap; else gives as many as the planner believes. */
export const countCheaply = async (db: Db, fromWithin: (units: readonly string[]) => RawBuilder<unknown>, units: readonly string[], cheap = CHEAP): Promise<Count> => {
  const plan = await planOf(db, inHalves(units).map(fromWithin));
  if (plan.cost > cheap.cost || plan.rows > cheap.rows) return { total: plan.rows, estimated: true };
  const { rows } = await sql<{ total: number }>`select count(*)::int as total ${fromWithin(units)}`.execute(db);
  return { total: rows[0]?.total ?? 0, estimated: false };
};

const COUNTED = 100_000;

/** Exact up to a point; beyond it as many as the planner believes. */
export const countRows = async (db: Db, from: RawBuilder<unknown>): Promise<Count> => {
  const { rows } = await sql<{ total: number }>`select count(*)::int as total from (select 1 ${from} limit ${COUNTED + 1}) counted`.execute(db);
  const total = rows[0]?.total ?? 0;
  return total <= COUNTED ? { total, estimated: false } : { total: Math.max(total, (await planOf(db, [from])).rows), estimated: true };
};
