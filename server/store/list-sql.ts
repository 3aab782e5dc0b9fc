/** Lists in SQL: conditions, order and the page after a cursor, over columns that the caller names. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Condition, ListQuery } from '../list-dialect.ts';

/** How a field is said in SQL, and the type its values are compared as. `filled`: it is never empty. */
export type Column = { readonly at: RawBuilder<unknown>; readonly type: 'text' | 'numeric' | 'timestamptz' | 'boolean' | 'integer'; readonly filled?: boolean };
export type Columns = (field: string) => Column;

const cast = (type: Column['type']): RawBuilder<unknown> => sql.raw(`::${type}`);
const list = (type: Column['type']): RawBuilder<unknown> => sql.raw(`::${type}[]`);

const meets = (columns: Columns, { field, op, value }: Condition): RawBuilder<unknown> => {
  const { at, type } = columns(field);
  if (op === 'oneOf') return sql`${at} = any(${value}${list(type)})`;
  if (op === 'is') return value === null ? sql`${at} is null` : sql`${at} = ${value}${cast(type)}`;
  return op === 'gte' ? sql`${at} >= ${value}${cast(type)}` : sql`${at} <= ${value}${cast(type)}`;
};

export const allOf = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql.join(parts, sql` and `);

export const conditionsIn = (columns: Columns, conditions: readonly Condition[]): RawBuilder<unknown>[] => conditions.map((one) => meets(columns, one));

/** Empty values come last in both directions; the id decides between equals. */
export const orderOf = (columns: Columns, { field, desc }: ListQuery['sort'], id: RawBuilder<unknown>): RawBuilder<unknown> => {
  const { at } = columns(field);
  return desc ? sql`${at} desc nulls last, ${id} desc` : sql`${at} asc nulls last, ${id} asc`;
};

/** The rows after the cursor's, in that order. */
export const beyond = (columns: Columns, { sort, after }: Pick<ListQuery, 'sort' | 'after'>, id: RawBuilder<unknown>): RawBuilder<unknown>[] => {
  if (!after) return [];
  const { at, type } = columns(sort.field);
  const than = sort.desc ? sql`<` : sql`>`;
  const [value, last] = after;
  if (value === null) return [sql`(${at} is null and ${id} ${than} ${last})`];
  return [sql`(${at} ${than} ${value}${cast(type)} or (${at} = ${value}${cast(type)} and ${id} ${than} ${last}) or ${at} is null)`];
};

/** The conditions of the filled rows of a page and of the empty ones: no index has empty values last in both directions. */
const partsOf = (columns: Columns, { sort, after, conditions }: ListQuery, id: RawBuilder<unknown>): readonly (readonly RawBuilder<unknown>[])[] => {
  const { at, type, filled } = columns(sort.field);
  const than = sort.desc ? sql`<` : sql`>`;
  if (after && after[0] === null) return [[sql`${at} is null`, sql`${id} ${than} ${after[1]}`]];
  const full = [...(filled ? [] : [sql`${at} is not null`]), ...(after ? [sql`(${at}, ${id}) ${than} (${after[0]}${cast(type)}, ${after[1]})`] : [])];
  const bounded = conditions.some(({ field, value }) => field === sort.field && value !== null);
  return filled || bounded ? [full] : [full, [sql`${at} is null`]];
};

/**
 * One page read lane by lane, each in the order of an index, and merged: no order in which rows happen to lie can mislead
 * the planner. `lanes` are rows that `of` selects from and `where` speaks of; gives `id` and what is ordered `by`.
 */
export const pageInLanes = (columns: Columns, query: ListQuery, lanes: RawBuilder<unknown>, of: { readonly table: RawBuilder<unknown>; readonly id: RawBuilder<unknown>; readonly where: readonly RawBuilder<unknown>[] }): RawBuilder<unknown> => {
  const { at } = columns(query.sort.field);
  const [way, offset] = [query.sort.desc ? sql`desc` : sql`asc`, query.after ? 0 : query.offset];
  const parts = partsOf(columns, query, of.id).map((part) =>
    sql`(select ${of.id} as id, ${at} as by from ${of.table} where ${allOf([...of.where, ...part])} order by ${at} ${way}, ${of.id} ${way} limit ${offset + query.limit})`);
  return sql`select one.id, one.by from ${lanes} cross join lateral (${sql.join(parts, sql` union all `)}) one order by one.by ${way} nulls last, one.id ${way} offset ${offset} limit ${query.limit}`;
};

/** `%` and `_` typed by a person mean themselves. */
export const literally = (typed: string): string => typed.replace(/[\\%_]/g, (sign) => `\\${sign}`);
