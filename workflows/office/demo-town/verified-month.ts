/** The demo town's month of verifying its register: which days it took, and what came of every record (a cycle half-way). */
import type { Day, Instant } from '../../kit/words.ts';
import { childId } from '../../kit/ids.ts';
import { addDays, addWorkdays, dayOf, monthOf, nextWorkday, startOf } from '../working-days.ts';
import type { Resident, Town } from './town.ts';

export type MonthBatch = 'passed' | 'townReview' | 'inProgress' | 'returned';
export type MonthResult = 'consistent' | 'corrected' | 'unable' | 'pending';
export type MonthRecord = {
  readonly id: string; readonly resident: Resident; readonly result: MonthResult;
  /** Verified then; pending records of a returned batch were verified too, and sent back. */
  readonly at: Instant | null;
  /** Place in the village's list, from 0. */
  readonly index: number;
};
export type MonthVillage = { readonly id: string; readonly unit: string; readonly index: number; readonly stands: MonthBatch; readonly records: readonly MonthRecord[]; readonly remarked: boolean };
export type VerifiedMonth = {
  readonly id: string; readonly month: string;
  readonly opened: Instant; readonly started: Instant; readonly submitted: Instant; readonly takenUp: Instant; readonly sentBack: Instant; readonly passed: Instant;
  readonly villages: readonly MonthVillage[];
};

/** By the last three digits of the unit: records, corrected, not verifiable, still pending. */
const TABLE: Readonly<Record<string, readonly [MonthBatch, number, number, number, number]>> = {
  '001': ['passed', 612, 70, 13, 0], '002': ['passed', 547, 62, 11, 0], '003': ['townReview', 498, 57, 10, 0],
  '004': ['passed', 455, 52, 9, 0], '005': ['inProgress', 402, 29, 5, 150], '006': ['passed', 371, 42, 8, 0],
  '201': ['passed', 356, 41, 7, 0], '202': ['passed', 338, 38, 7, 0], '203': ['townReview', 322, 2, 7, 0],
  '204': ['passed', 306, 35, 6, 0], '205': ['passed', 289, 33, 6, 0], '206': ['passed', 272, 31, 6, 0],
  '207': ['inProgress', 258, 13, 2, 140], '208': ['passed', 243, 28, 5, 0], '209': ['townReview', 229, 26, 31, 0],
  '210': ['returned', 214, 20, 4, 40], '211': ['passed', 196, 22, 4, 0], '212': ['inProgress', 184, 10, 2, 96],
};
/** One user who confirmed too many at once (D30), one village with one remark for all (D31); planted to be found. */
const HURRIED = { unit: '212', records: 36 };
const REMARKED = '205';

/** Hours of the office's day at which records were entered; twenty-five moments keep every user below 30 in ten minutes. */
const HOURS = [9, 10, 11, 14, 15];
const VERIFYING_DAYS = 5;
/** Days a month must have seen to stand half-way; before that the month before is the one told of. */
const ENOUGH = VERIFYING_DAYS + 3;

/** An hour of a day in the office's zone. */
export const hourOf = (day: Day, hour: number, minute = 0): Instant => new Date(Date.parse(startOf(day)) + (hour * 60 + minute) * 60_000).toISOString();

const workdaysBefore = (month: string, end: Day): Day[] => {
  const days: Day[] = [];
  for (let day = addWorkdays(`${month}-01`, 0); day < end && day <= `${month}-25`; day = nextWorkday(day)) days.push(day);
  return days;
};

const monthBefore = (month: string): string => monthOf(addDays(`${month}-01`, -1));

const daysOf = (at: Instant): { month: string; days: Day[] } => {
  const month = monthOf(dayOf(at));
  const days = workdaysBefore(month, dayOf(at));
  if (days.length >= ENOUGH) return { month, days };
  const last = monthBefore(month);
  return { month: last, days: workdaysBefore(last, `${month}-01`) };
};

/** Spreads the results over the village's list, the same each time; 7919 is prime, so that every place is met once. */
const resultsOf = (count: number, corrected: number, unable: number, pending: number): MonthResult[] =>
  Array.from({ length: count }, (_, i) => {
    const place = (i * 7919) % count;
    if (place < corrected) return 'corrected';
    if (place < corrected + unable) return 'unable';
    return place < corrected + unable + pending ? 'pending' : 'consistent';
  });

const villageOf = (unit: string, index: number, cycle: string, residents: readonly Resident[], moments: readonly Instant[]): MonthVillage => {
  const code = unit.slice(-3);
  const [stands, of, ...counts] = TABLE[code] ?? ['inProgress', 1, 0, 0, 1];
  const scaled = counts.map((n) => (residents.length === of ? n : Math.round((n * residents.length) / of)));
  const results = resultsOf(residents.length, scaled[0] ?? 0, scaled[1] ?? 0, scaled[2] ?? 0);
  const id = childId(cycle, unit);
  let hurried = code === HURRIED.unit ? HURRIED.records : 0;
  const records = residents.map((resident, i): MonthRecord => {
    const result = results[i] ?? 'pending';
    const rushed = result === 'consistent' && hurried-- > 0;
    const at = result === 'pending' && stands !== 'returned' ? null : moments[rushed ? moments.length - 1 : i % moments.length] ?? null;
    return { id: childId(id, resident.id), resident, result, at, index: i };
  });
  return { id, unit, index, stands, records, remarked: code === REMARKED };
};

const months = new WeakMap<Town, Map<Instant, VerifiedMonth>>();

const tell = (town: Town, at: Instant): VerifiedMonth => {
  const { month, days } = daysOf(at);
  const verifying = Array.from({ length: VERIFYING_DAYS }, (_, i) => days[1 + Math.floor((i * (days.length - 3)) / VERIFYING_DAYS)] ?? `${month}-02`);
  const moments = verifying.flatMap((day) => HOURS.map((hour) => hourOf(day, hour, 30)));
  const [first, checked, decided] = [days[0] ?? `${month}-01`, days.at(-2) ?? `${month}-03`, days.at(-1) ?? `${month}-04`];
  const id = `verify-${month}`;
  const active = Map.groupBy(town.residents.filter(({ status }) => status === 'active'), ({ unit }) => unit);
  const villages = town.units.filter(({ kind }) => kind === 'village').map(({ id: unit }, index) => villageOf(unit, index, id, active.get(unit) ?? [], moments));
  return { id, month, opened: hourOf(first, 9), started: hourOf(first, 10), submitted: hourOf(checked, 9), takenUp: hourOf(checked, 10), sentBack: hourOf(checked, 11), passed: hourOf(decided, 10), villages };
};

/** The month of `at`, or the one before where it has hardly begun. Told once for a town and a moment. */
export const verifiedMonth = (town: Town, at: Instant): VerifiedMonth => {
  const known = months.get(town) ?? months.set(town, new Map()).get(town);
  const told = known?.get(at) ?? tell(town, at);
  known?.set(at, told);
  return told;
};

