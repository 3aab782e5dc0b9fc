/** The demo town's notices: of which village and level, what each gathers, and when it was drawn up, released, posted and taken off. */
import type { Day, Instant } from '../../kit/words.ts';
import type { NoticeLevel } from '../gathered.ts';
import { addWorkdays, dayOf } from '../working-days.ts';
import { workdayBefore } from './paydays.ts';
import type { Town } from './town.ts';
import { hourOf } from './verified-month.ts';

export type NoticeStand = 'draft' | 'review' | 'released' | 'posted' | 'unproven' | 'late' | 'over' | 'closed' | 'takenDown' | 'cancelled';
export type NoticeStep = 'opened' | 'joined' | 'submitted' | 'released' | 'posted' | 'takenDown' | 'removed';
export type NoticePlan = {
  readonly id: string; readonly unit: string;
  /** Which village of the town it is of, in order. */
  readonly place: number;
  readonly stand: NoticeStand; readonly level: NoticeLevel;
  /** What it gathers, as the process that is gathered calls it; nothing of the others. */
  readonly gathers: string; readonly cases: number;
  /** Working days before the present on which its cases joined. */
  readonly joinedAgo: number;
  readonly dayOf: (step: NoticeStep) => Day;
  readonly at: (step: NoticeStep, minute?: number) => Instant;
};

/** Working days between joining and each other step, and the hour of it. */
const AFTER: Readonly<Record<NoticeStep, readonly [days: number, hour: number]>> = {
  opened: [0, 9], joined: [0, 11], submitted: [1, 9], released: [2, 9], posted: [2, 10], takenDown: [4, 9], removed: [10, 9],
};
type Row = readonly [stand: NoticeStand, level: NoticeLevel, gathers: string, cases: number, joinedAgo: number];
/** No programme of benefits. */
export const HONOURS = 'honours';
const ROWS: readonly Row[] = [
  ['draft', 'village', 'quota-return-award', 2, 1],
  ['review', 'town', 'elder-support', 2, 2],
  ['released', 'village', 'elder-support', 2, 3],
  ['posted', 'village', 'quota-return-award', 3, 5],
  ['posted', 'town', 'quota-return-award', 3, 4],
  ['unproven', 'village', 'elder-support', 2, 4],
  ['late', 'village', 'elder-support', 1, 12],
  ['over', 'village', 'quota-return-award', 2, 10],
  ['closed', 'village', 'quota-return-award', 2, 12],
  ['takenDown', 'village', 'elder-support', 1, 6],
  ['cancelled', 'town', 'elder-support', 0, 6],
  ['posted', 'village', HONOURS, 2, 4],
  ['review', 'village', HONOURS, 1, 2],
  ['draft', 'town', 'elder-support', 1, 1],
];
/** Where few can claim, only those that need nobody in them are surely possible. */
const ANY_TOWN: readonly NoticeStand[] = ['draft', 'cancelled'];
const LARGE = 1_000;

export const noticesOf = (town: Town, at: Instant): NoticePlan[] => {
  const today = dayOf(at);
  const villages = town.units.filter(({ kind }) => kind === 'village').map(({ id }) => id).toSorted();
  const small = town.residents.length < LARGE;
  return ROWS.flatMap(([stand, level, gathers, cases, joinedAgo], i): NoticePlan[] => {
    const place = (i * 5 + 2) % villages.length;
    const unit = villages[place];
    if (!unit || (small && !ANY_TOWN.includes(stand))) return [];
    const day = (step: NoticeStep): Day => {
      const joined = workdayBefore(today, joinedAgo);
      return AFTER[step][0] === 0 ? joined : addWorkdays(joined, AFTER[step][0]);
    };
    return [{ id: `GS-${day('opened').slice(0, 7).replace('-', '')}-${String(i + 1).padStart(2, '0')}`, unit, place, stand, level, gathers, cases, joinedAgo, dayOf: day, at: (step, minute = 0) => hourOf(day(step), AFTER[step][1], minute) }];
  });
};
