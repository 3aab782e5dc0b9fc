/** All checks of the register, D01 to D32, by what they look at. */
import { complete } from './complete.ts';
import { doubles } from './doubles.ts';
import { format } from './format.ts';
import { logic } from './logic.ts';
import { placeAndTime } from './place-and-time.ts';
import { actRules, changeRules, claimRules, outlier } from './process.ts';
import type { CheckWords, EntryRule, GroupRule } from './rule.ts';
import { spouses } from './spouses.ts';

export { actRules, changeRules, claimRules };
export const entryRules: readonly EntryRule[] = [...complete, ...format, ...logic, ...spouses, ...placeAndTime];
export const groupRules: readonly GroupRule[] = doubles;

/** The words of every check in the order of their ids. */
export const checks: readonly CheckWords[] = [...entryRules, ...groupRules, ...changeRules, ...claimRules, ...actRules, outlier]
  .toSorted((a, b) => (a.id < b.id ? -1 : 1));
