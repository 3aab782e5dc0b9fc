/** A set of records confirmed in one act, after a random sample of it was looked at one by one: how it is drawn, and what it proves. */
import type { Instant } from '../kit/words.ts';
import { randomFrom } from './demo-town/random.ts';

/** `all`: whatever is still to be verified. `steady`: of it, what stood in order the month before. */
export const SETS = ['all', 'steady'] as const;
export type SampleSet = (typeof SETS)[number];

/** The state a record of a steady set stood in the month before. */
export const STEADY = 'consistent';

/** One in twenty and at least twenty are looked at; above one wrong in fifty nothing is confirmed together. */
const RULE = { share: 0.05, least: 20, wrong: 0.02 } as const;

/** Everything needed to draw it again: the set it was drawn from at that moment, the seed and the size. `wrong`, `passed`: null until every record drawn has its result. */
export type SampleCheck = {
  readonly set: SampleSet; readonly of: number; readonly seed: number; readonly drawn: readonly string[]; readonly drawnAt: Instant;
  readonly wrong: number | null; readonly passed: boolean | null;
};

/** Records to be looked at in a set of so many. */
export const sizeOf = (of: number): number => Math.min(of, Math.max(RULE.least, Math.ceil(of * RULE.share)));

/** The same ids for the same seed, whatever order they come in. */
export const drawFrom = (seed: number, ids: readonly string[], size: number = sizeOf(ids.length)): string[] => randomFrom(seed).shuffled(ids.toSorted()).slice(0, size).toSorted();

/** The town's own sample of what a village handed in: one in twenty and at least five. */
const TOWN_RULE = { share: 0.05, least: 5 } as const;
export const townSizeOf = (of: number): number => Math.min(of, Math.max(TOWN_RULE.least, Math.ceil(of * TOWN_RULE.share)));

/** What the town drew, and out of how many; the seed tells this draw from another. */
export type TownSample = { readonly of: number; readonly seed: number; readonly drawn: readonly string[]; readonly drawnAt: Instant };

export const drawForTown = ({ seed, ids }: { seed: number; ids: readonly string[] }, drawnAt: Instant): TownSample =>
  ({ of: ids.length, seed, drawn: drawFrom(seed, ids, townSizeOf(ids.length)), drawnAt });

export const isGoodEnough = (wrong: number, looked: number): boolean => wrong <= looked * RULE.wrong;

/** Whether a sample in order speaks for the record: it was in the set when the sample was drawn, has waited since, and was not itself to be looked at. */
export const speaksFor = (check: SampleCheck | null | undefined, record: { readonly id: string; readonly enteredAt: Instant; readonly data: { readonly last?: string | null | undefined } }): boolean =>
  check?.passed === true && !check.drawn.includes(record.id) && record.enteredAt <= check.drawnAt && (check.set === 'all' || record.data.last === STEADY);
