/** Counts of cases: tallies of one shape are one statement, however many are asked. */
import type { Tally, TallyQuery } from '../../workflows/kit/words.ts';
import type { Statement, Tx } from './transaction.ts';

/** What a tally is about, leaving aside which states it counts: those who ask the same wait for each other. */
export const nameOfTally = ({ workflow, parent, key, subject, unit, where }: TallyQuery): string =>
  key !== undefined ? `key:${workflow}:${key}` : `tally:${JSON.stringify([workflow, parent, subject, unit, Object.entries(where ?? {}).sort(([a], [b]) => a.localeCompare(b))])}`;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The field of the data is what the question's says. */
export const fieldIs = (name: string, asked: string): string => `c.data ->> ${literal(name)} = ${asked} ->> ${literal(name)}`;

/** Fields of the data are named by workflows; they stand in the text, so that an index on them can be used. */
export const shapeOf = (query: TallyQuery): string => [
  ...(['parent', 'key', 'subject', 'unit'] as const).filter((name) => query[name] !== undefined).map((name) => `c.${name} = q.${name}`),
  ...(query.states === undefined ? [] : [`c.state in (select json_array_elements_text(q.states))`]),
  ...(query.ids === undefined ? [] : ['c.id in (select json_array_elements_text(q.ids))']),
  ...(query.except === undefined ? [] : ['c.id <> q."except"']),
  ...Object.keys(query.where ?? {}).sort().map((name) => fieldIs(name, 'q."where"')),
].join(' and ');

/** The questions as rows, for the conditions of a shape to speak of. */
export const QUESTIONS = 'q(i int, workflow text, parent text, key text, subject text, unit text, states json, ids json, "except" text, "where" jsonb, sum text, name text, shape int)';

const textOf = (shape: string): string => `
  select q.i, t.count, t.sum from json_to_recordset($2::json) as ${QUESTIONS}
  cross join lateral (
    select count(*)::int as count, coalesce(sum((c.data ->> q.sum)::numeric), 0)::float8 as sum from cases c where c.district = $1 and c.workflow = q.workflow ${shape && `and ${shape}`}
  ) t`;

const statements = new Map<string, Statement>();
const statementFor = (shape: string): Statement => {
  const known = statements.get(shape) ?? { name: `tally-${statements.size}`, text: textOf(shape) };
  statements.set(shape, known);
  return known;
};

/** In the order asked. */
export const countCases = async (tx: Tx, district: string, queries: readonly TallyQuery[]): Promise<Tally[]> => {
  const shapes = Map.groupBy(queries.map((query, i) => ({ ...query, i })), shapeOf);
  const tallies: Tally[] = [];
  for (const [shape, asked] of shapes) {
    const rows = await tx.run<{ i: number; count: number; sum: number }>(statementFor(shape), [district, JSON.stringify(asked)]);
    for (const { i, count, sum } of rows) tallies[i] = { count, sum };
  }
  return tallies;
};
