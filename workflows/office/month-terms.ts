/** The days of a month at the office: villages hand in by the 25th, the month's report is signed by the 5th of the next. */
import type { Day } from '../kit/words.ts';
import { addDays, monthOf } from './working-days.ts';

const CUTOFF_DAY = 25;
const REPORT_DAY = 5;

/** `2026-12` → `2027-01`. */
export const monthAfter = (month: string): string => monthOf(addDays(`${month}-01`, 31));

export const cutoffOf = (month: string): Day => `${month}-${CUTOFF_DAY}`;

export const reportDueOf = (month: string): Day => addDays(`${monthAfter(month)}-01`, REPORT_DAY - 1);
