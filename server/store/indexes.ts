/** Indexes for what each workflow lists, made at start: a new workflow needs no migration. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { ListField, Workflow } from '../../workflows/kit/workflow.ts';
import { fieldExpression } from './case-query.ts';
import type { Db } from './tables.ts';

type Listed = Pick<Workflow, 'name' | 'list'>;

const hashed = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
// A database name is a word and a hash, as workflows may have longer names than PostgreSQL allows.
const orderOf = (workflow: string, field: string): string => `cases_order_${hashed(`${workflow}.${field}`)}`;

/** What can be asked of a list, each field once: by its title a case is looked for. */
const fieldsOf = ({ list }: Listed): readonly Pick<ListField, 'name' | 'type'>[] => [{ name: list.title, type: 'text' }, ...list.fields.filter(({ name }) => name !== list.title)];

const thereIn = async (db: Db): Promise<Set<string>> => {
  const { rows } = await sql<{ name: string }>`select indexname as name from pg_indexes where tablename = 'cases' and schemaname = current_schema()`.execute(db);
  return new Set(rows.map(({ name }) => name));
};

export const makeIndexes = async (db: Db, workflows: readonly Listed[]): Promise<void> => {
  const there = await thereIn(db);
  for (const workflow of workflows) {
    for (const field of fieldsOf(workflow)) {
      const [name, expression] = [orderOf(workflow.name, field.name), fieldExpression(field)];
      if (there.has(name)) continue;
      // A list is read unit by unit and merged.
      await sql`create index if not exists ${sql.ref(name)} on cases (district, unit, ${sql.raw(expression)}, id) where workflow = ${sql.lit(workflow.name)}`.execute(db);
      // What an index on a part of the table knows of its values, the planner does not believe of the table.
      await sql`create statistics if not exists ${sql.ref(`cases_field_${hashed(expression)}`)} on ${sql.raw(expression)} from cases`.execute(db);
    }
  }
};
