/** Indexes for what each workflow lists, made at start: a new workflow needs no migration. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { fieldExpression } from './case-query.ts';
import type { Db } from './tables.ts';

const nameOf = (workflow: string, field: string): string => `cases_order_${createHash('sha256').update(`${workflow}.${field}`).digest('hex').slice(0, 16)}`;

/** A database name is a word and a hash, as workflows may have longer names than PostgreSQL allows. */
export const makeIndexes = async (db: Db, workflows: readonly Pick<Workflow, 'name' | 'list'>[]): Promise<void> => {
  const { rows } = await sql<{ name: string }>`select indexname as name from pg_indexes where tablename = 'cases' and schemaname = current_schema()`.execute(db);
  const there = new Set(rows.map(({ name }) => name));
  for (const { name: workflow, list } of workflows) {
    // By its title a case is looked for.
    for (const field of [{ name: list.title, type: 'text' } as const, ...list.fields.filter(({ name }) => name !== list.title)]) {
      const name = nameOf(workflow, field.name);
      if (there.has(name)) continue;
      // A list is read unit by unit and merged.
      await sql`create index if not exists ${sql.ref(name)} on cases (district, unit, ${sql.raw(fieldExpression(field))}, id) where workflow = ${sql.lit(workflow)}`.execute(db);
    }
  }
};
