/** Finds entries of a register within a scope; the scope stands in the question itself, counts included. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Register } from '../../workflows/kit/words.ts';
import type { Condition, ListQuery } from '../list-dialect.ts';
import { countCheaply } from './count-rows.ts';
import type { Count } from './count-rows.ts';
import { findRegisterField } from './register-fields.ts';
import type { Row } from './register-rows.ts';
import { columnOfFitting, fits, rankOf, within } from './seek.ts';
import type { Sought } from './seek.ts';
import type { Db } from './tables.ts';

export type RegisterQuery = ListQuery & {
  readonly register: Register; readonly units: readonly string[];
  /** What `q` may mean, piece by piece; none where nothing was typed. */
  readonly sought: readonly Sought[];
  /** Blind indexes of an ID number, one per key there is; only a search by body carries them. */
  readonly idIndexes: readonly string[] | null;
};
type Entries = Count & { readonly rows: readonly Row[] };

/** The order of a search: those who fit best first. */
export const RELEVANCE = 'relevance';

const columnOf = (register: Register, field: string): RawBuilder<unknown> => {
  const found = findRegisterField(register, field);
  if (!found) throw new Error(`The register ${register} has no field ${field}`);
  return sql`r.${sql.ref(found.column)}`;
};

const meets = (register: Register, { field, op, value }: Condition): RawBuilder<unknown> => {
  const column = columnOf(register, field);
  if (op === 'oneOf') return sql`${column} = any(${value}::text[])`;
  if (op === 'is') return value === null ? sql`${column} is null` : sql`${column} = ${value}`;
  return op === 'gte' ? sql`${column} >= ${value}` : sql`${column} <= ${value}`;
};

const speaksOf = (district: string, { register, units, sought }: RegisterQuery): RawBuilder<unknown>[] => {
  if (register === 'residents' || sought.length === 0) return fits(sought);
  return [sql`r.id = any(${columnOfFitting('household', district, units, sought)})`];
};

const wanted = (district: string, query: RegisterQuery): RawBuilder<unknown> => sql`from ${sql.table(query.register)} r where ${sql.join([
  sql`r.district = ${district}`, within(query.units),
  ...query.conditions.map((one) => meets(query.register, one)),
  ...speaksOf(district, query),
  ...(query.idIndexes === null ? [] : [sql`r.id_index = any(${[...query.idIndexes]}::text[])`]),
], sql` and `)}`;

/** What the list is sorted by; the same words as the index on it. Nothing comes before everything else. */
const sortedBy = ({ register, sort }: RegisterQuery): RawBuilder<unknown> => {
  const column = columnOf(register, sort.field);
  return findRegisterField(register, sort.field)?.empty ? sql`coalesce(${column}, '')` : column;
};

/** Behind the cursor in the order of `by` and `id`. */
const beyond = ({ sort, after }: RegisterQuery, by: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<unknown> => {
  if (!after) return sql`true`;
  return sort.desc ? sql`(${by}, ${id}) < (${after[0] ?? ''}, ${after[1]})` : sql`(${by}, ${id}) > (${after[0] ?? ''}, ${after[1]})`;
};

/** More than this are not looked through at once. */
const FEW = 1_000;

type FewRow = Row & { total: number; id: string | null };

/**
 * Where few fit, they are all gathered by what was typed and then put in order: the planner, left alone, would walk the
 * whole register in that order instead. Of more than a few only the first `FEW` are gathered, and those of that very name.
 */
const findFew = async (db: Db, district: string, query: RegisterQuery): Promise<Entries> => {
  const best = query.sort.field === RELEVANCE;
  const by = best ? sql`''` : sortedBy(query);
  const way = query.sort.desc ? sql`desc` : sql`asc`;
  const gathered = sql`select r.id, r.name, r.status, ${by} as by, ${rankOf(query.q ?? '', query.sought)} as rank ${wanted(district, query)}`;
  const named = best ? sql`(${gathered} and r.name = ${query.q} limit ${query.limit}) union` : sql``;
  const order = best ? sql`rank, status <> 'active', name collate "C", id` : sql`by ${way}, id ${way}`;
  const { rows } = await sql<FewRow>`
    with found as materialized (${named} (${gathered} limit ${FEW + 1})),
    page as (select *, row_number() over (order by ${order}) as place from found where ${best ? sql`true` : beyond(query, sql`by`, sql`id`)} order by ${order} offset ${query.after ? 0 : query.offset} limit ${query.limit})
    select t.total, r.* from (select count(*)::int as total from found) t left join page p on true left join residents r on r.district = ${district} and r.id = p.id order by p.place`.execute(db);
  const total = rows[0]?.total ?? 0;
  return { rows: rows.filter(({ id }) => id !== null), total, estimated: total > FEW };
};

/** In the order of an index, one page. */
const findInOrder = async (db: Db, district: string, query: RegisterQuery): Promise<readonly Row[]> => {
  const by = sortedBy(query);
  const way = query.sort.desc ? sql`desc` : sql`asc`;
  const { rows } = await sql<Row>`
    select r.* ${wanted(district, query)} and ${beyond(query, by, sql`r.id`)} order by ${by} ${way}, r.id ${way} offset ${query.after ? 0 : query.offset} limit ${query.limit}`.execute(db);
  return rows;
};

/** One page and the total: exact where counting is cheap, else as many as the planner believes. */
export const findEntries = async (db: Db, district: string, query: RegisterQuery): Promise<Entries> => {
  if (query.sought.length > 0 && query.register === 'residents') {
    const few = await findFew(db, district, query);
    if (!few.estimated || query.sort.field === RELEVANCE) return few;
  }
  const [rows, count] = [await findInOrder(db, district, query), await countCheaply(db, wanted(district, query))];
  return { rows, ...count, total: Math.max(count.total, query.after ? 0 : query.offset + rows.length) };
};

/** One entry, where it lies in these units. */
export const findEntry = async (db: Db, district: string, register: Register, units: readonly string[], id: string): Promise<Row | null> => {
  const { rows } = await sql<Row>`
    select * from ${sql.table(register)} where district = ${district} and id = ${id} and unit = any(${[...units]}::text[])`.execute(db);
  return rows[0] ?? null;
};

/** Names of the heads of these households, by household. */
export const findHeads = async (db: Db, district: string, households: readonly string[]): Promise<Map<string, string>> => {
  const { rows } = await sql<{ household: string; name: string }>`
    select h.id as household, r.name from households h join residents r on r.district = h.district and r.id = h.head
    where h.district = ${district} and h.id = any(${[...new Set(households)]}::text[])`.execute(db);
  return new Map(rows.map(({ household, name }) => [household, name]));
};
