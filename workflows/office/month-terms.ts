/** The days of a month at the office, each moved to the working day it falls on or before which nothing can be asked. */
import type { Day, Text } from '../kit/words.ts';
import { addDays, addWorkdays, monthOf } from './working-days.ts';

const CUTOFF_DAY = 25;
const MEETING_DAY = 3;
const REPORT_DAY = 5;

/** `2026-12` → `2027-01`. */
export const monthAfter = (month: string): string => monthOf(addDays(`${month}-01`, 31));

/** `2027-01` → `2026-12`. */
export const monthBefore = (month: string): string => monthOf(addDays(`${month}-01`, -1));

/** A day on which nobody works moves to the next on which somebody does. */
const moved = (day: Day): Day => addWorkdays(day, 0);

export const cutoffOf = (month: string): Day => moved(`${month}-${CUTOFF_DAY}`);

const checkedOf = (month: string): Day => moved(addDays(`${monthAfter(month)}-01`, -1));

const meetingOf = (month: string): Day => moved(addDays(`${monthAfter(month)}-01`, MEETING_DAY - 1));

export const reportDueOf = (month: string): Day => moved(addDays(`${monthAfter(month)}-01`, REPORT_DAY - 1));

export type MonthDay = { readonly name: string; readonly label: Text; readonly day: Day };

/** What has to be done by when, in order. */
export const calendarOf = (month: string): MonthDay[] => [
  { name: 'handIn', label: { zh: '村居提交截止', en: 'Villages hand in' }, day: cutoffOf(month) },
  { name: 'townCheck', label: { zh: '镇级审核抽查完成', en: 'Town has checked and sampled' }, day: checkedOf(month) },
  { name: 'meeting', label: { zh: '例会、退回事项办结', en: 'Meeting held, returns settled' }, day: meetingOf(month) },
  { name: 'report', label: { zh: '报告签批', en: 'Report signed' }, day: reportDueOf(month) },
];
