/** Calendar dates and months as written: `YYYY-MM-DD`, `YYYY-MM` (GB/T 7408). */
import type { Day } from '../kit/words.ts';

const MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** A date that exists in the calendar. Reckoned by hand: a register asks it of every date it holds. */
export const isDay = (value: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const [year, month, day] = [Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8))];
  return day > 0 && day <= (month === 2 && !isLeap(year) ? 28 : (MONTHS[month - 1] ?? 0));
};

export const isMonth = (value: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(value);

/** Whole years from birth to a day; who is born on 29 February has the birthday on 1 March of other years. */
export const ageOn = (birthDate: Day, day: Day): number =>
  Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5) < birthDate.slice(5) ? 1 : 0);

/** The same day so many months earlier, or the last one that month has. */
export const monthsBefore = (day: Day, months: number): Day => {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  const month = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  return [day.slice(8), '30', '29', '28'].map((date) => `${month}-${date}`).find(isDay) ?? day;
};
