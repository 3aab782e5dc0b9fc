/** One year of public holidays as data: what is off, and which weekend days are worked instead (调休). */
import type { Day } from '../../kit/words.ts';

export type CalendarYear = {
  readonly year: number;
  /** The State Council notice the table was copied from; `placeholder` where none is relied on. */
  readonly source: string;
  /** Days off, first to last, weekends inside included. */
  readonly off: readonly (readonly [first: Day, last: Day])[];
  /** Saturdays and Sundays that are worked. */
  readonly worked: readonly Day[];
};
