/** Indexes for what each workflow with many cases lists, and for what it sends back, made at start: a new workflow needs no migration. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { ListField, Workflow } from '../../workflows/kit/workflow.ts';
import { fieldExpression } from './case-query.ts';
import { sentBackRows } from './returns.ts';
import type { Db } from './tables.ts';

type Listed = Pick<Workflow, 'name' | 'list' | 'returns'>;

const hashed = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
const PREFIX = 'cases_order_';
// A database name is a word and a hash, as workflows may have longer names than PostgreSQL allows.
const orderOf = (workflow: string, field: string): string => `${PREFIX}${hashed(`${workflow}.${field}`)}`;

/** Those of the fields, and of the title, that are to have an index. */
const fieldsOf = ({ list: { title, fields, many = [] } }: Listed): readonly Pick<ListField, 'name' | 'type'>[] =>
  many.map((name) => fields.find((field) => field.name === name) ?? { name: title, type: 'text' });

const thereIn = async (db: Db, prefix: string): Promise<Set<string>> => {
  const { rows } = await sql<{ name: string }>`select indexname as name from pg_indexes where schemaname = current_schema() and starts_with(indexname, ${prefix})`.execute(db);
  return new Set(rows.map(({ name }) => name));
};

/** Every index of the table costs every event of every case: a few hundred cases are sorted faster than that. */
const wantedBy = (workflows: readonly Listed[]) =>
  new Map(workflows.flatMap((workflow) => fieldsOf(workflow).map((field) => [orderOf(workflow.name, field.name), { workflow: workflow.name, expression: fieldExpression(field) }] as const)));

const SENT_BACK: string = 'log_sent_back_';
/** A few rows of the log each: what was declared anew is indexed anew. */
const makeReturnIndexes = async (db: Db, workflows: readonly Listed[]): Promise<void> => {
  const wanted = new Map(workflows.flatMap(({ name, returns }) => (returns ? [[`${SENT_BACK}${hashed(JSON.stringify([name, returns.events]))}`, sentBackRows(name, returns)] as const] : [])));
  const there = await thereIn(db, SENT_BACK);
  for (const name of there) if (!wanted.has(name)) await sql`drop index ${sql.ref(name)}`.execute(db);
  for (const [name, rows] of wanted) if (!there.has(name)) await sql`create index if not exists ${sql.ref(name)} on log (district, at, case_id) where ${rows}`.execute(db);
};

export const makeIndexes = async (db: Db, workflows: readonly Listed[]): Promise<void> => {
  await makeReturnIndexes(db, workflows);
  const [there, wanted] = [await thereIn(db, PREFIX), wantedBy(workflows)];
  for (const name of there) if (!wanted.has(name)) await sql`drop index ${sql.ref(name)}`.execute(db);
  for (const [name, { workflow, expression }] of wanted) {
    if (there.has(name)) continue;
    // A list is read unit by unit and merged.
    await sql`create index if not exists ${sql.ref(name)} on cases (district, unit, ${sql.raw(expression)}, id) where workflow = ${sql.lit(workflow)}`.execute(db);
    // What an index on a part of the table knows of its values, the planner does not believe of the table.
    await sql`create statistics if not exists ${sql.ref(`cases_field_${hashed(expression)}`)} on ${sql.raw(expression)} from cases`.execute(db);
  }
};
