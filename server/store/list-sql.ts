/** Lists in SQL: conditions, order and the page after a cursor, over columns that the caller names. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Condition, ListQuery } from '../list-dialect.ts';

/** How a field is said in SQL, and the type its values are compared as. */
export type Column = { readonly at: RawBuilder<unknown>; readonly type: 'text' | 'numeric' | 'timestamptz' | 'boolean' | 'integer' };
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

/** `%` and `_` typed by a person mean themselves. */
export const literally = (typed: string): string => typed.replace(/[\\%_]/g, (sign) => `\\${sign}`);
