/** What is asked of a list of cases, in SQL: its columns and the conditions that a case must meet. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { ReturnedBy, Returns } from '../../workflows/kit/returns.ts';
import type { ListField } from '../../workflows/kit/workflow.ts';
import type { Register } from '../../workflows/kit/words.ts';
import type { ListQuery } from '../list-dialect.ts';
import { allOf, conditionsIn, literally } from './list-sql.ts';
import type { Column, Columns } from './list-sql.ts';
import { whenSentBack } from './returns.ts';
import { whoFit } from './seek.ts';
import type { Sought } from './seek.ts';

export type CaseQuery = ListQuery & {
  readonly workflow: string; readonly units: readonly string[];
  /** The data field that names the case, and those that its workflow lists. */
  readonly title: string; readonly fields: readonly ListField[];
  /** Only those that a figure of a frozen report counts. */
  readonly counted: { readonly caseId: string; readonly round: number; readonly figure: string } | null;
  /** Only those that were sent back. */
  readonly returned: (ReturnedBy & { readonly by: Returns }) | null;
  /** The register whose entries the cases are about, and what `q` may mean there. */
  readonly about: Register | null; readonly sought: readonly Sought[];
};
const own: Readonly<Record<string, readonly [string, Column['type'], filled: boolean]>> = {
  id: ['id', 'text', true], state: ['state', 'text', true], unit: ['unit', 'text', true], version: ['version', 'integer', true], openedBy: ['opened_by', 'text', true], openedAt: ['opened_at', 'timestamptz', true],
  enteredAt: ['entered_at', 'timestamptz', true], dueAt: ['due_at', 'timestamptz', false], parent: ['parent', 'text', false], subject: ['subject', 'text', false],
};

/** The same words as the index on the field, so that it is used. */
export const fieldExpression = ({ name, type }: Pick<ListField, 'name' | 'type'>): string => {
  const text = `data ->> '${name.replaceAll("'", "''")}'`;
  return type === 'number' || type === 'money' ? `((${text})::numeric)` : `(${text})`;
};

export const columnsOf = ({ fields, title }: CaseQuery): Columns => (field) => {
  const column = own[field];
  if (column) return { at: sql.ref(column[0]), type: column[1], filled: column[2] };
  const listed = fields.find(({ name }) => name === field) ?? (field === 'title' ? { name: title, type: 'text' as const } : undefined);
  if (!listed) throw new Error(`No list of this workflow has a field ${field}.`);
  return { at: sql.raw(fieldExpression(listed)), type: listed.type === 'number' || listed.type === 'money' ? 'numeric' : 'text' };
};

/** By the number it begins with, by its title, or by the people it is about: each looked up by itself, so that nothing is read through. */
const speaksOf = (district: string, { workflow, q, title, about, sought, units }: CaseQuery): RawBuilder<unknown>[] => {
  if (q === null) return [];
  const called = sql.raw(fieldExpression({ name: title, type: 'text' }));
  const begins = sql`id like ${`${literally(q)}%`}`;
  if (about === null) return [sql`(${called} like ${`%${literally(q)}%`} or ${begins})`];
  const those = (which: RawBuilder<unknown>) => sql`select id from cases where district = ${district} and workflow = ${sql.lit(workflow)} and ${which}`;
  const people = sql`subject = any(array(select r.${sql.ref(about === 'residents' ? 'id' : 'household')} ${whoFit(district, units, sought)}))`;
  return [sql`id = any(array(${sql.join([those(sql`unit = any(${[...units]}::text[]) and ${called} = ${q}`), those(begins), those(people)], sql` union `)}))`];
};

const countedIn = (district: string, { counted }: CaseQuery): RawBuilder<unknown>[] =>
  (counted ? [sql`id = any(array(select item from frozen where district = ${district} and case_id = ${counted.caseId} and round = ${counted.round} and ${counted.figure} = any(figures)))`] : []);

const sentBackIn = (district: string, { workflow, returned }: CaseQuery): RawBuilder<unknown>[] =>
  (returned ? [sql`id = any(array(select case_id from log where ${allOf(whenSentBack(district, workflow, returned.by, returned))}))`] : []);

/** `scope`: where the cases lie. */
export const met = (district: string, query: CaseQuery, scope: RawBuilder<unknown>): RawBuilder<unknown>[] =>
  // The name as a literal: partial indexes are made for it.
  [sql`district = ${district}`, sql`workflow = ${sql.lit(query.workflow)}`, scope, ...conditionsIn(columnsOf(query), query.conditions), ...countedIn(district, query), ...sentBackIn(district, query), ...speaksOf(district, query)];

/** The conditions that a case must meet to be found, page or no page. */
export const wantedCases = (district: string, query: CaseQuery, units = query.units): RawBuilder<unknown>[] => met(district, query, sql`unit = any(${[...units]}::text[])`);
