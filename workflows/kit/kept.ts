/** Until when laws on archives and accounts keep a case from being erased. */
import { dayOf } from '../office/working-days.ts';
import type { Workflow } from './workflow.ts';
import type { Case, Day } from './words.ts';

type Standing = Pick<Case, 'state' | 'enteredAt'>;

/** Terms of archives run from the end of the year. Null where nothing keeps the case. */
export const keptUntil = ({ kept = [] }: Workflow, { state, enteredAt }: Standing): Day | null => {
  const years = kept.filter(({ states }) => states.includes(state)).map((one) => one.years);
  return years.length === 0 ? null : `${Number(dayOf(enteredAt).slice(0, 4)) + Math.max(...years)}-12-31`;
};

/** The last of several days; null where there is none. */
export const lastOf = (days: readonly (Day | null)[]): Day | null => days.filter((day) => day !== null).toSorted().at(-1) ?? null;
