/** What keeps a person's sealed values from being erased: cases under way, terms of law, files that may name anybody. */
import { sql } from 'kysely';
import type { Case, Day, Holds, Query } from '../../workflows/kit/words.ts';
import type { Reading } from './facts.ts';
import { findHolding } from './holding-cases.ts';
import type { Tx } from './transaction.ts';

/** Until when a law keeps a case of the workflow as it stands. */
export type KeptUntil = (workflow: string, one: Pick<Case, 'state' | 'enteredAt'>) => Day | null;
type Asked = Extract<Query, { ask: 'holds' }>;

const countImports = async ({ db }: Tx, district: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from imports where district = ${district} and state in ('uploaded', 'checking', 'checked', 'loading', 'undoing')`.execute(db);
  return rows[0]?.n ?? 0;
};

const holdsOf = async (tx: Tx, { keys, district, for: purpose, keptUntil }: Reading, { register, id }: Asked): Promise<Holds> => {
  const { cases } = await findHolding(tx.db, { keys, district }, { register, id }, purpose === 'decide');
  const days = cases.flatMap(({ workflow, state, enteredAt }) => keptUntil(workflow, { state, enteredAt }) ?? []);
  return { underWay: cases.filter(({ live }) => live).length, keptUntil: days.toSorted().at(-1) ?? null, imports: await countImports(tx, district) };
};

export const readHolds = async (tx: Tx, reading: Reading, queries: readonly Asked[]): Promise<Holds[]> => {
  const holds: Holds[] = [];
  for (const query of queries) holds.push(await holdsOf(tx, reading, query));
  return holds;
};
