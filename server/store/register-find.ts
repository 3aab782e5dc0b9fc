/** Finds entries of a register within a scope; the scope stands in the question itself, counts included. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Register } from '../../workflows/kit/words.ts';
import type { Condition, ListQuery } from '../list-dialect.ts';
import { countCheaply, inHalves, planOf } from './count-rows.ts';
import type { Count } from './count-rows.ts';
import { findRegisterField } from './register-fields.ts';
import type { Row } from './register-rows.ts';
import { fits, rankOf, whoFit } from './seek.ts';
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
  return sql`${aliasOf(register)}.${sql.ref(found.column)}`;
};

/** Residents are `r`, as those who seek them say; households are `h`. */
const aliasOf = (register: Register): RawBuilder<unknown> => (register === 'residents' ? sql`r` : sql`h`);

const meets = (register: Register, { field, op, value }: Condition): RawBuilder<unknown> => {
  const column = columnOf(register, field);
  if (op === 'oneOf') return sql`${column} = any(${value}::text[])`;
  if (op === 'is') return value === null ? sql`${column} is null` : sql`${column} = ${value}`;
  return op === 'gte' ? sql`${column} >= ${value}` : sql`${column} <= ${value}`;
};

/** What an entry must meet beside its scope. `homes`: households that are known to be meant; all are looked at where it is null. */
const conditionsOf = (district: string, query: RegisterQuery, homes: readonly string[] | null): RawBuilder<unknown>[] => {
  const { register, sought, idIndexes, units } = query;
  // The `offset 0` keeps the question beside each household, where the planner would find the members of all of them first.
  const spoken = register === 'residents' ? fits(sought)
    : homes ? [sql`h.id = any(${[...homes]}::text[])`]
      : sought.length === 0 ? [] : [sql`exists (select ${whoFit(district, units, sought)} and r.household = h.id offset 0)`];
  return [...query.conditions.map((one) => meets(register, one)), ...spoken, ...(idIndexes === null ? [] : [sql`r.id_index = any(${[...idIndexes]}::text[])`])];
};

const from = (district: string, query: RegisterQuery, scope: RawBuilder<unknown>, homes: readonly string[] | null = null): RawBuilder<unknown> =>
  sql`from ${sql.table(query.register)} ${aliasOf(query.register)} where ${sql.join([sql`${aliasOf(query.register)}.district = ${district}`, scope, ...conditionsOf(district, query, homes)], sql` and `)}`;

const inAll = ({ register, units }: Pick<RegisterQuery, 'register' | 'units'>): RawBuilder<unknown> => sql`${aliasOf(register)}.unit = any(${[...units]}::text[])`;

const countOf = (db: Db, district: string, query: RegisterQuery): Promise<Count> => countCheaply(db, (units) => from(district, query, inAll({ ...query, units })), query.units);

/** What the list is sorted by; the same words as the index on it. Nothing comes before everything else. */
const sortedBy = ({ register, sort }: RegisterQuery): RawBuilder<unknown> => {
  const column = columnOf(register, sort.field);
  return findRegisterField(register, sort.field)?.empty ? sql`coalesce(${column}, '')` : column;
};

const wayOf = ({ sort }: RegisterQuery): RawBuilder<unknown> => (sort.desc ? sql`desc` : sql`asc`);

/** Behind the cursor in the order of `by` and `id`. */
const beyond = ({ sort, after }: RegisterQuery, by: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<unknown> => {
  if (!after) return sql`true`;
  return sort.desc ? sql`(${by}, ${id}) < (${after[0] ?? ''}, ${after[1]})` : sql`(${by}, ${id}) > (${after[0] ?? ''}, ${after[1]})`;
};

const pageOf = ({ after, offset, limit }: RegisterQuery): RawBuilder<unknown> => sql`offset ${after ? 0 : offset} limit ${limit}`;

/** More than this are not looked through at once. */
const FEW = 1_000;

type FewRow = Row & { total: number; id: string | null };

/**
 * Where few fit, they are all gathered by what was typed and then put in order: the planner, left alone, would walk the
 * whole register in that order instead. `most` null gathers all of them, however many; by relevance only the first are
 * gathered, and those of that very name.
 */
const findGathered = async (db: Db, district: string, query: RegisterQuery, most: number | null): Promise<Entries> => {
  const best = query.sort.field === RELEVANCE;
  const [by, way] = [best ? sql`''` : sortedBy(query), wayOf(query)];
  const gathered = sql`select r.id, r.name, r.status, ${by} as by, ${rankOf(query.q ?? '', query.sought)} as rank ${from(district, query, inAll(query))}`;
  const named = best ? sql`(${gathered} and r.name = ${query.q} limit ${query.limit}) union` : sql``;
  const order = best ? sql`rank, status <> 'active', name collate "C", id` : sql`by ${way}, id ${way}`;
  const { rows } = await sql<FewRow>`
    with found as materialized (${named} (${gathered} ${most === null ? sql`` : sql`limit ${most + 1}`})),
    page as (select id, row_number() over (order by ${order}) as place from found where ${best ? sql`true` : beyond(query, sql`by`, sql`id`)} order by ${order} ${pageOf(query)})
    select t.total, r.* from (select count(*)::int as total from found) t left join page p on true left join residents r on r.district = ${district} and r.id = p.id order by p.place`.execute(db);
  const total = rows[0]?.total ?? 0;
  return { rows: rows.filter(({ id }) => id !== null), total, estimated: most !== null && total > most };
};

/** One page, read from each village in the order of an index and merged: no order in which villages happen to lie can mislead the planner. */
export const findInOrder = async (db: Db, district: string, query: RegisterQuery): Promise<readonly Row[]> => {
  const { register, units, after, offset, limit } = query;
  const [by, way, alias] = [sortedBy(query), wayOf(query), aliasOf(register)];
  const { rows } = await sql<Row>`
    select one.* from unnest(${[...units]}::text[]) as u(unit) cross join lateral (
      select ${alias}.*, ${by} as by ${from(district, query, sql`${alias}.unit = u.unit`)} and ${beyond(query, by, sql`${alias}.id`)}
      order by ${by} ${way}, ${alias}.id ${way} limit ${(after ? 0 : offset) + limit}
    ) one order by one.by ${way}, one.id ${way} ${pageOf(query)}`.execute(db);
  return rows;
};

/** Households whose members fit; null where they are many. */
const findHomes = async (db: Db, district: string, { units, sought }: RegisterQuery): Promise<string[] | null> => {
  const { rows } = await sql<{ household: string }>`select distinct household from (select r.household ${whoFit(district, units, sought)} limit ${FEW + 1}) fitting`.execute(db);
  return rows.length > FEW ? null : rows.map(({ household }) => household);
};

/** Of many who fit, as many as the planner believes. */
const believed = async (db: Db, district: string, { units, sought }: RegisterQuery): Promise<Count> =>
  ({ total: Math.max(FEW + 1, (await planOf(db, inHalves(units).map((some) => whoFit(district, some, sought)))).rows), estimated: true });

const seekHouseholds = async (db: Db, district: string, query: RegisterQuery): Promise<Entries> => {
  const homes = await findHomes(db, district, query);
  if (!homes) return { rows: await findInOrder(db, district, query), ...(await believed(db, district, query)) };
  const [by, way, these] = [sortedBy(query), wayOf(query), from(district, query, inAll(query), homes)];
  const { rows } = await sql<Row>`select h.* ${these} and ${beyond(query, by, sql`h.id`)} order by ${by} ${way}, h.id ${way} ${pageOf(query)}`.execute(db);
  const counted = await sql<{ total: number }>`select count(*)::int as total ${these}`.execute(db);
  return { rows, total: counted.rows[0]?.total ?? 0, estimated: false };
};

/** Where no name was typed, all fit equally well. */
const isPlace = ({ spelt, sealed }: Sought): boolean => spelt === '' && sealed === null;

const seekResidents = async (db: Db, district: string, query: RegisterQuery): Promise<Entries> => {
  if (query.sort.field === RELEVANCE && query.sought.every(isPlace)) return findListed(db, district, { ...query, sort: { field: 'code', desc: false } });
  const few = await findGathered(db, district, query, FEW);
  if (!few.estimated || query.sort.field === RELEVANCE) return few;
  // Names lie together in the order of names: to walk there from the beginning would take too long.
  if (query.sort.field === 'name') return findGathered(db, district, query, null);
  return { rows: await findInOrder(db, district, query), ...(await believed(db, district, query)) };
};

/** In the order asked for; the total exact where counting is cheap, else as many as the planner believes. */
const findListed = async (db: Db, district: string, query: RegisterQuery): Promise<Entries> => {
  const rows = await findInOrder(db, district, query);
  const count = await countOf(db, district, query);
  return { rows, ...count, total: Math.max(count.total, query.after ? 0 : query.offset + rows.length) };
};

/** One page and the total. */
export const findEntries = async (db: Db, district: string, query: RegisterQuery): Promise<Entries> => {
  if (query.sought.length === 0) return findListed(db, district, query);
  return query.register === 'residents' ? seekResidents(db, district, query) : seekHouseholds(db, district, query);
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
