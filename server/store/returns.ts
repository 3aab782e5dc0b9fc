/** Where the log says that a case was sent back, and an index for each process that says so. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { ReturnedBy, Returns } from '../../workflows/kit/returns.ts';

const literals = (names: readonly string[]): RawBuilder<unknown> => sql.join(names.map((name) => sql.lit(name)));

/** The field of the form, in the words of the index; empty where the process has no codes. */
export const reasonIn = ({ reason }: Returns): RawBuilder<unknown> => (reason === undefined ? sql.raw('null::text') : sql`(form ->> ${sql.lit(reason)})`);

/** Rows of the log in which something of the process was sent back. The names as literals: a partial index is made for them. */
export const sentBackRows = (workflow: string, { events }: Returns): RawBuilder<unknown> => sql`workflow = ${sql.lit(workflow)} and type in (${literals(events)})`;

export const whenSentBack = (district: string, workflow: string, by: Returns, { reasons, from, to }: ReturnedBy): RawBuilder<unknown>[] => [
  sql`district = ${district}`, sentBackRows(workflow, by),
  ...(from === null ? [] : [sql`at >= ${from}::timestamptz`]), ...(to === null ? [] : [sql`at <= ${to}::timestamptz`]),
  ...(reasons === null ? [] : [sql`${reasonIn(by)} = any(${[...reasons]}::text[])`]),
];
