/** The demo town's paydays: when each round of payments was opened, joined, checked, signed, sent, returned and closed. */
import type { Day, Instant } from '../../kit/words.ts';
import { addDays, addWorkdays, dayOf, isWorkday } from '../working-days.ts';
import type { Town } from './town.ts';
import { hourOf } from './verified-month.ts';

export type PaydayStand = 'draft' | 'checked' | 'signed' | 'sentToBank' | 'partlyReturned' | 'returnedOk' | 'reconciled' | 'closed' | 'cancelled';
export type PaydayStep = 'opened' | 'joined' | 'checked' | 'signed' | 'sent' | 'bounced' | 'returned' | 'reconciled' | 'closed';
export type Payday = {
  readonly id: string; readonly stand: PaydayStand;
  /** Working days before the present on which claims joined. */
  readonly joinedAgo: number;
  readonly dayOf: (step: PaydayStep) => Day;
  readonly at: (step: PaydayStep) => Instant;
};

/** Working days between joining and each later step, and the hour of it. */
const AFTER: Readonly<Record<PaydayStep, readonly [days: number, hour: number]>> = {
  opened: [-1, 9], joined: [0, 9], checked: [1, 9], signed: [2, 9], sent: [3, 9], bounced: [7, 9], returned: [7, 10], reconciled: [9, 9], closed: [11, 9],
};
const STANDS: readonly (readonly [PaydayStand, number])[] = [
  ['closed', 70], ['closed', 48], ['cancelled', 35], ['reconciled', 30], ['partlyReturned', 20], ['returnedOk', 14], ['sentToBank', 6], ['signed', 5], ['checked', 4], ['draft', 2],
];
/** Where few can claim, only a round that needs nobody in it is surely possible. */
const ANY_TOWN: readonly PaydayStand[] = ['draft', 'cancelled'];
const LARGE = 1_000;

/** The n-th working day before a day; after it where n is negative. */
export const workdayBefore = (day: Day, n: number): Day => {
  if (n <= 0) return n === 0 ? day : addWorkdays(day, -n);
  const before = addDays(day, -1);
  return workdayBefore(before, isWorkday(before) ? n - 1 : n);
};

export const paydaysOf = (town: Town, at: Instant): Payday[] => {
  const today = dayOf(at);
  const possible = STANDS.filter(([stand]) => town.residents.length >= LARGE || ANY_TOWN.includes(stand));
  return possible.map(([stand, joinedAgo], i) => {
    const day = (step: PaydayStep): Day => workdayBefore(today, joinedAgo - AFTER[step][0]);
    return { id: `FF-${day('opened').slice(0, 7).replace('-', '')}-${String(i + 1).padStart(2, '0')}`, stand, joinedAgo, dayOf: day, at: (step) => hourOf(day(step), AFTER[step][1]) };
  });
};
