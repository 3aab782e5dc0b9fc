/** All outcomes: those of the present, and those of titles, which only a past scheme could give. */
import { claimOutcomes } from './claims.ts';
import { gatheredOutcomes } from './gathered.ts';
import { moneyOutcomes } from './money.ts';
import { nominationOutcomes } from './nominations.ts';
import type { Outcome } from './outcome.ts';

export const outcomes: readonly Outcome[] = [...claimOutcomes, ...moneyOutcomes, ...gatheredOutcomes, ...nominationOutcomes];
export { titleOutcomes } from './titles.ts';
