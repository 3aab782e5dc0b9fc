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

/** A year whose notice is not out: weekends and the statutory days of the solar calendar; its lunar days are not known here. */
export const withoutNotice = (year: number): CalendarYear => ({
  year, source: 'placeholder', worked: [],
  off: [[`${year}-01-01`, `${year}-01-01`], [`${year}-05-01`, `${year}-05-02`], [`${year}-10-01`, `${year}-10-03`]],
});
