/** The demo town's month of verifying its register: which days it took, and what came of every record. */
import { childId } from '../../kit/ids.ts';
import type { Day, Instant } from '../../kit/words.ts';
import { drawFrom, townSizeOf } from '../sampling.ts';
import { addDays, addWorkdays, dayOf, monthOf, nextWorkday, startOf } from '../working-days.ts';
import { villageStands, type BatchStand } from './make-up.ts';
import type { Resident, Town } from './town.ts';

export type MonthResult = 'consistent' | 'corrected' | 'unable' | 'pending';
export type MonthRecord = {
  readonly id: string; readonly resident: Resident; readonly result: MonthResult;
  /** When it was verified; pending records of a returned batch were verified too, and sent back. */
  readonly at: Instant | null;
  /** Place in the village's list, from 0. */
  readonly index: number;
  /** The rule the record is planted for, if any (D28 late, D29 long unverified, D30 in haste, D31 one remark for many). */
  readonly planted: string | undefined;
};
/** `looked`: the records of the town's sample, drawn with the seed, that the town has looked at, in order. */
export type MonthVillage = {
  readonly id: string; readonly unit: string; readonly index: number; readonly stand: BatchStand; readonly records: readonly MonthRecord[];
  readonly seed: number; readonly looked: readonly string[];
};
export type VerifiedMonth = {
  readonly id: string; readonly month: string; readonly villages: readonly MonthVillage[];
  readonly opened: Instant; readonly started: Instant; readonly submitted: Instant; readonly takenUp: Instant; readonly lookedAt: readonly Instant[]; readonly sentBack: Instant; readonly passed: Instant;
};

/** Hours at which records were entered; twenty-five moments keep every user below thirty in ten minutes. */
const HOURS = [9, 10, 11, 14, 15];
const LOOKING_HOURS = [13, 14, 15, 16];
/** So many of the sample are still to be looked at in a village that stands out. */
const TO_LOOK_AT: Readonly<Record<string, number>> = { '999901101209': 4 };
const FIRST_SEED = 6092;
const VERIFYING_DAYS = 5;
/** Working days a month must have seen to stand half-way; before that the month before is the one told of. */
const ENOUGH = VERIFYING_DAYS + 3;

/** An hour of a day in the office's zone. */
export const hourOf = (day: Day, hour: number, minute = 0): Instant => new Date(Date.parse(startOf(day)) + (hour * 60 + minute) * 60_000).toISOString();

const workdaysBefore = (month: string, end: Day): Day[] => {
  const days: Day[] = [];
  for (let day = addWorkdays(`${month}-01`, 0); day < end && day <= `${month}-25`; day = nextWorkday(day)) days.push(day);
  return days;
};

const daysOf = (at: Instant): { month: string; days: Day[] } => {
  const month = monthOf(dayOf(at));
  const days = workdaysBefore(month, dayOf(at));
  if (days.length >= ENOUGH) return { month, days };
  const last = monthOf(addDays(`${month}-01`, -1));
  return { month: last, days: workdaysBefore(last, `${month}-01`) };
};

/** Results dealt over the list, the same each time: planted records first where they belong, then spread (7919 is prime). */
const deal = (residents: readonly Resident[], planted: ReadonlyMap<string, string>, counts: Omit<Record<MonthResult, number>, 'consistent'>): Map<string, MonthResult> => {
  const dealt = new Map<string, MonthResult>();
  const spread = residents.map(({ id }, i) => ({ id, place: (i * 7919) % residents.length })).toSorted((a, b) => a.place - b.place).map(({ id }) => id);
  const give = (result: 'corrected' | 'unable' | 'pending', first: string, others: (rule: string | undefined) => boolean): void => {
    const free = spread.filter((id) => !dealt.has(id));
    const chosen = [...free.filter((id) => planted.get(id) === first), ...free.filter((id) => planted.get(id) !== first && others(planted.get(id)))];
    for (const id of chosen.slice(0, counts[result])) dealt.set(id, result);
  };
  const confirmedOnes = new Set<string | undefined>(['D30', 'D31']);
  give('corrected', 'D28', (rule) => rule === undefined);
  give('unable', 'D29', (rule) => !confirmedOnes.has(rule));
  give('pending', 'D29', (rule) => !confirmedOnes.has(rule));
  return dealt;
};

const villageOf = (unit: string, index: number, cycle: string, residents: readonly Resident[], planted: ReadonlyMap<string, string>, moments: readonly Instant[]): MonthVillage => {
  const { stand, records: of, corrected, unable, pending } = villageStands.find((one) => one.unit === unit) ?? { stand: 'inProgress', records: 1, corrected: 0, unable: 0, pending: 1 };
  const part = residents.length < of * 0.9 ? residents.length / of : 1;
  const dealt = deal(residents, planted, { corrected: Math.round(corrected * part), unable: Math.round(unable * part), pending: Math.round(pending * part) });
  const id = childId(cycle, unit);
  const records = residents.map((resident, i): MonthRecord => {
    const result = dealt.get(resident.id) ?? 'consistent';
    const rule = planted.get(resident.id);
    const moment = moments[rule === 'D30' ? moments.length - 1 : i % moments.length] ?? null;
    return { id: childId(id, resident.id), resident, result, at: result === 'pending' && stand !== 'returned' ? null : moment, index: i, planted: rule };
  });
  const seed = FIRST_SEED + index;
  const sample = drawFrom(seed, records.map((record) => record.id), townSizeOf(records.length));
  const looked = stand === 'passed' || stand === 'townReview' ? sample.slice(0, sample.length - (TO_LOOK_AT[unit] ?? 0)) : [];
  return { id, unit, index, stand, records, seed, looked };
};

const tell = (town: Town, at: Instant): VerifiedMonth => {
  const { month, days } = daysOf(at);
  const verifying = Array.from({ length: VERIFYING_DAYS }, (_, i) => days[1 + Math.floor((i * (days.length - 3)) / VERIFYING_DAYS)] ?? `${month}-02`);
  const moments = verifying.flatMap((day) => HOURS.map((hour) => hourOf(day, hour, 30)));
  const [first, checked, decided] = [days[0] ?? `${month}-01`, days.at(-2) ?? `${month}-03`, days.at(-1) ?? `${month}-04`];
  const id = `verify-${month}`;
  const planted = new Map(town.planted.flatMap(({ rule, residents }) => residents.map((one) => [one, rule] as const)));
  const active = Map.groupBy(town.residents.filter(({ status }) => status !== 'deceased'), ({ unit }) => unit);
  const villages = town.units.filter(({ kind }) => kind === 'village').map(({ id: unit }, index) => villageOf(unit, index, id, active.get(unit) ?? [], planted, moments));
  return { id, month, villages, opened: hourOf(first, 9), started: hourOf(first, 10), submitted: hourOf(checked, 9), takenUp: hourOf(checked, 10), lookedAt: LOOKING_HOURS.map((hour) => hourOf(checked, hour, 30)), sentBack: hourOf(checked, 11), passed: hourOf(decided, 10) };
};

const told = new WeakMap<Town, Map<Instant, VerifiedMonth>>();

/** The month of `at`, or the one before where it has hardly begun. The same answer for the same town and moment. */
export const verifiedMonth = (town: Town, at: Instant): VerifiedMonth => {
  const ofTown = told.get(town) ?? new Map<Instant, VerifiedMonth>();
  const month = ofTown.get(at) ?? tell(town, at);
  told.set(town, ofTown.set(at, month));
  return month;
};
