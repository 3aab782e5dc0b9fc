/** What a random draw is made from: the cases that match, in order, and a seed that nobody could foresee. */
import type { Lot, Query } from '../../workflows/kit/words.ts';
import { freshBytes } from '../keys/random.ts';
import type { Statement, Tx } from './transaction.ts';

const matching: Statement = {
  name: 'lot',
  text: `select id from cases c where district = $1 and workflow = $2 and parent = $3 and state = any($4::text[])
    and not exists (select from jsonb_each_text($5::jsonb) w where c.data ->> w.key is distinct from w.value) order by id`,
};

/** The seed for a parent's draw; a made-up past has its own. */
export type SeedFor = (parent: string) => number;

/** From 1 to 2³¹ − 1. */
const freshSeed: SeedFor = () => (freshBytes(4).readUInt32BE() >>> 1) || 1;

/** Children share their parent's row while they move: whoever holds the parent finds the same ones until commit. */
export const readLot = async (tx: Tx, district: string, { workflow, parent, states, where }: Extract<Query, { ask: 'lot' }>, seedFor: SeedFor = freshSeed): Promise<Lot> => {
  const rows = await tx.run<{ id: string }>(matching, [district, workflow, parent, states, JSON.stringify(where ?? {})]);
  return { seed: seedFor(parent), ids: rows.map(({ id }) => id) };
};
