/** Many rows as one array for each column: the quickest way into PostgreSQL in one statement. */

/** Names of columns with their types, in order. */
export type Columns = readonly (readonly [name: string, type: 'text' | 'int' | 'boolean' | 'timestamptz' | 'jsonb'])[];

export const namesOf = (columns: Columns): string => columns.map(([name]) => name).join(', ');

/** The rows as `r`, from parameters that begin at `first`. One `unnest` over all arrays would write each of them into a store of its own, which takes longer than the rows themselves. */
export const unnest = (columns: Columns, first: number): string => `(select ${columns.map(([name, type], i) => `unnest($${first + i}::${type}[]) as ${name}`).join(', ')}) as r`;

/** The parameters for `unnest`. */
export const arraysOf = (columns: Columns, rows: readonly Readonly<Record<string, unknown>>[]): unknown[][] =>
  columns.map(([name, type]) => rows.map((row) => (type === 'jsonb' && row[name] !== null ? JSON.stringify(row[name]) : row[name])));

/** An array as text, for arrays of different lengths side by side. */
export const textArray = (values: readonly string[]): string => `{${values.map((value) => JSON.stringify(value)).join(',')}}`;
