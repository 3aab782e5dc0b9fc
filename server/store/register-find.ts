/** Finds entries of a register within a scope; the scope stands in the question itself, counts included. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Register } from '../../workflows/kit/words.ts';
import type { Condition, ListQuery } from '../list-dialect.ts';
import { findRegisterField } from './register-fields.ts';
import type { Row } from './register-rows.ts';
import type { Db } from './tables.ts';

export type RegisterQuery = ListQuery & {
  readonly register: Register; readonly units: readonly string[];
  /** Blind indexes of an ID number, one per key there is; only a search by body carries them. */
  readonly idIndexes: readonly string[] | null;
};

const columnOf = (register: Register, field: string): RawBuilder<unknown> => {
  const found = findRegisterField(register, field);
  if (!found) throw new Error(`The register ${register} has no field ${field}`);
  return sql.ref(found.column);
};

const meets = (register: Register, { field, op, value }: Condition): RawBuilder<unknown> => {
  const column = columnOf(register, field);
  if (op === 'oneOf') return sql`${column} = any(${value}::text[])`;
  if (op === 'is') return value === null ? sql`${column} is null` : sql`${column} = ${value}`;
  return op === 'gte' ? sql`${column} >= ${value}` : sql`${column} <= ${value}`;
};

/** `%` and `_` typed by a person mean themselves. */
const literally = (typed: string): string => typed.replace(/[\\%_]/g, (sign) => `\\${sign}`);

const speaksOf = (register: Register, q: string): RawBuilder<unknown> => register === 'residents'
  ? sql`(name like ${`%${literally(q)}%`} or code like ${`${literally(q)}%`} or id = ${q})`
  : sql`(id = ${q} or exists (select from residents h where h.district = r.district and h.id = r.head and h.name like ${`%${literally(q)}%`}))`;

const conditionsOf = (district: string, query: RegisterQuery): RawBuilder<unknown> => sql.join([
  sql`district = ${district}`, sql`unit = any(${[...query.units]}::text[])`,
  ...query.conditions.map((one) => meets(query.register, one)),
  ...(query.q === null ? [] : [speaksOf(query.register, query.q)]),
  ...(query.idIndexes === null ? [] : [sql`id_index = any(${[...query.idIndexes]}::text[])`]),
], sql` and `);

const beyond = ({ register, sort, after }: RegisterQuery): RawBuilder<unknown> => {
  if (!after) return sql`true`;
  const column = sql`coalesce(${columnOf(register, sort.field)}, '')`;
  return sort.desc ? sql`(${column}, id) < (${after[0] ?? ''}, ${after[1]})` : sql`(${column}, id) > (${after[0] ?? ''}, ${after[1]})`;
};

/** One page and the exact total. */
export const findEntries = async (db: Db, district: string, query: RegisterQuery): Promise<{ rows: Row[]; total: number }> => {
  const from = sql`from ${sql.table(query.register)} r where ${conditionsOf(district, query)}`;
  const way = query.sort.desc ? sql`desc` : sql`asc`;
  const { rows } = await sql<Row>`
    select * ${from} and ${beyond(query)} order by coalesce(${columnOf(query.register, query.sort.field)}, '') ${way}, id ${way}
    offset ${query.after ? 0 : query.offset} limit ${query.limit}`.execute(db);
  const counted = await sql<{ total: number }>`select count(*)::int as total ${from}`.execute(db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
};

/** One entry, where it lies in these units. */
export const findEntry = async (db: Db, district: string, register: Register, units: readonly string[], id: string): Promise<Row | null> => {
  const { rows } = await sql<Row>`
    select * from ${sql.table(register)} where district = ${district} and id = ${id} and unit = any(${[...units]}::text[])`.execute(db);
  return rows[0] ?? null;
};

type ChangeRow = { version: number; at: Date; person: string; person_name: string | null; workflow: string; case_id: string; before: Record<string, unknown>; after: Record<string, unknown> };

/** What happened to an entry, newest first. */
export const findChanges = async (db: Db, district: string, register: Register, id: string): Promise<ChangeRow[]> => {
  const { rows } = await sql<ChangeRow>`
    select c.version, c.at, c.person, p.name as person_name, c.workflow, c.case_id, c.before, c.after
    from register_changes c left join people p on p.district = c.district and p.id = c.person
    where c.district = ${district} and c.register = ${register} and c.entry = ${id} order by c.version desc limit 500`.execute(db);
  return rows;
};
