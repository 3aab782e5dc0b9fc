/** The lines of many entries as rows of a `select`. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Register } from '../../workflows/kit/words.ts';
import { columnsOf } from './register-rows.ts';

/** The lines of a text as rows `r` of a `select`, with the column `after` at the end. */
export const linesAsRows = (register: Register, lines: string): { columns: RawBuilder<unknown>; rows: RawBuilder<unknown> } => {
  const names = columnsOf(register);
  const values = names.map((name, i) => sql`a[${sql.lit(i + 1)}]${name === 'version' ? sql`::int` : sql``} as ${sql.ref(name)}`);
  return {
    columns: sql.join(names.map((name) => sql.ref(name))),
    rows: sql`(select ${sql.join(values)}, a[${sql.lit(names.length + 1)}]::jsonb as after from (select string_to_array(l, E'\\t', '\\N') as a from string_to_table(${lines}, E'\\n') as l offset 0) as cut) as r`,
  };
};
