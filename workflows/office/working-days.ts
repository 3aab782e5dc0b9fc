/** Working days of the office: the zone, the calendar, and every term counted in them. */
import type { Day, Instant } from '../kit/words.ts';
import { calendar2024 } from './calendars/2024.ts';
import { calendar2025 } from './calendars/2025.ts';
import { calendar2026 } from './calendars/2026.ts';
import { calendar2027 } from './calendars/2027.ts';
import { withoutNotice, type CalendarYear } from './calendars/year.ts';

const DAY_MS = 86_400_000;
/** China has kept UTC+8 without summer time since 1992. */
const ZONE_MS = 8 * 3_600_000;

const known = [calendar2024, calendar2025, calendar2026, calendar2027];
/** A term may run on past the last notice, or be looked at from before the first. */
const span = { first: 2015, last: 2050 };
const years: readonly CalendarYear[] = Array.from({ length: span.last - span.first + 1 }, (_, i) => known.find(({ year }) => year === span.first + i) ?? withoutNotice(span.first + i));

const dayFrom = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/** The calendar date of a moment in the office's zone. */
export const dayOf = (at: Instant): Day => dayFrom(Date.parse(at) + ZONE_MS);

/** `HH:MM` in the office's zone. */
export const clockOf = (at: Instant): string => new Date(Date.parse(at) + ZONE_MS).toISOString().slice(11, 16);

/** The first millisecond of a day. */
export const startOf = (day: Day): Instant => new Date(Date.parse(day) - ZONE_MS).toISOString();

/** The last millisecond of a day. */
export const endOf = (day: Day): Instant => new Date(Date.parse(day) - ZONE_MS + DAY_MS - 1).toISOString();

/** The month of a day, `YYYY-MM`. */
export const monthOf = (day: Day): string => day.slice(0, 7);

/** Calendar days added, not working days. */
export const addDays = (day: Day, n: number): Day => dayFrom(Date.parse(day) + n * DAY_MS);

/** Terms that begin now may reach so far. */
const AHEAD_DAYS = 60;
/** The first year within reach whose table rests on no notice of the State Council (`placeholder`); null where all do. */
export const unsettledYear = (at: Instant): number | null => {
  const [from, to] = [dayOf(at), addDays(dayOf(at), AHEAD_DAYS)].map((day) => Number(day.slice(0, 4)));
  return years.find(({ year, source }) => year >= (from ?? 0) && year <= (to ?? 0) && source === 'placeholder')?.year ?? null;
};

/** Days as numbers, so that the whole calendar is laid out in a moment: the panel waits for it before it shows anything. */
const numberOf = (day: Day): number => Date.parse(day) / DAY_MS;
const start = numberOf(`${span.first}-01-01`);
const size = numberOf(`${span.last + 1}-01-01`) - start;
/** 1 January 1970 was a Thursday. */
const isWeekend = (n: number): boolean => (n + 4) % 7 % 6 === 0;

const layOut = (): { through: Int32Array; workdays: Int32Array } => {
  const free = new Set(years.flatMap(({ off }) => off.flatMap(([first, last]) => Array.from({ length: numberOf(last) - numberOf(first) + 1 }, (_, i) => numberOf(first) + i))));
  const extra = new Set(years.flatMap(({ worked }) => worked.map(numberOf)));
  const [through, workdays] = [new Int32Array(size), new Int32Array(size)];
  let count = 0;
  for (let i = 0; i < size; i += 1) {
    const n = start + i;
    if (extra.has(n) || (!isWeekend(n) && !free.has(n))) workdays[count++] = n;
    through[i] = count;
  }
  return { through, workdays: workdays.subarray(0, count) };
};
/** Working days up to and including each day, and the working days in their order: every question below is a look-up. */
const { through, workdays } = layOut();

const noCalendar = (day: Day): RangeError => new RangeError(
  /^\d{4}-\d{2}-\d{2}$/.test(day)
    ? `No working-day calendar for ${day.slice(0, 4)}: add workflows/office/calendars/${day.slice(0, 4)}.ts from the State Council's holiday notice`
    : `Not a day: ${day}`,
);

const ordinal = (day: Day): number => {
  const n = through[numberOf(day) - start];
  if (n === undefined || addDays(day, 0) !== day) throw noCalendar(day);
  return n;
};

const nthWorkday = (n: number): Day => {
  const day = workdays[n - 1];
  if (day === undefined) throw noCalendar(`${span.last + 1}-01-01`);
  return dayFrom(day * DAY_MS);
};

/** Throws a RangeError for a year without a table. */
export const isWorkday = (day: Day): boolean => workdays[ordinal(day) - 1] === numberOf(day);

/** The first working day after the day. */
export const nextWorkday = (day: Day): Day => nthWorkday(ordinal(day) + 1);

/** The n-th working day after the day, n ≥ 0; n = 0 gives the day itself, or the working day it moves to. */
export const addWorkdays = (day: Day, n: number): Day => nthWorkday(ordinal(day) + (n === 0 && !isWorkday(day) ? 1 : n));

/** Working days after `from`, up to and including `to`; negative when `to` is the earlier. */
export const workdaysBetween = (from: Day, to: Day): number => ordinal(to) - ordinal(from);

/** The end of the n-th working day after the moment's day. */
export const dueAfter = (at: Instant, days: number): Instant => endOf(addWorkdays(dayOf(at), days));

/** Whole working days still left, never negative. A term paused and resumed with them on one day is due as before. */
export const workdaysLeft = (at: Instant, dueAt: Instant): number => Math.max(0, workdaysBetween(dayOf(at), dayOf(dueAt)));
