/** Months, quarters and years as people choose them: from their first day to their last. */
import type { Day } from '../kit/words.ts';
import { addDays } from './working-days.ts';

export type Period = { readonly from: Day; readonly to: Day };
export const spans = ['month', 'quarter', 'year'] as const;
export type Span = (typeof spans)[number];
const MONTHS: Readonly<Record<Span, number>> = { month: 1, quarter: 3, year: 12 };

/** The first day of a month, counted from January of the year; months before and after are of the years beside it. */
const firstOf = (year: number, month: number): Day => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);

/** The period of that length in which the day lies, or another so many later or earlier. */
export const periodAround = (day: Day, span: Span, later = 0): Period => {
  const [year, month, months] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, MONTHS[span]];
  const first = month - (month % months) + later * months;
  return { from: firstOf(year, first), to: addDays(firstOf(year, first + months), -1) };
};
export const monthAround = (day: Day): Period => periodAround(day, 'month');

/** Which length the period has; null for any other. */
export const spanOf = ({ from, to }: Period): Span | null => spans.find((span) => { const whole = periodAround(from, span); return whole.from === from && whole.to === to; }) ?? null;
