/** Ready fields for text, numbers, money, dates and choices. */
import { z } from 'zod';
import { field, must } from '../../kit/form.ts';
import type { Register, State, Text } from '../../kit/words.ts';
import { codes, optionsOf } from '../codes.ts';
import type { CodeName, CodeOf } from '../codes.ts';
import { isDay, isMonth } from '../days.ts';
import { formatYuan } from '../money.ts';
import { worded } from './words.ts';
import type { Words } from './words.ts';

/** One line. */
export const shortText = (label: Text, { min = 1, max = 100, ...words }: Words & { min?: number; max?: number } = {}) =>
  field(z.string().trim().min(min).max(max), worded(label, { input: 'text' }, words));

/** Several lines. */
export const lines = (label: Text, { min = 1, max = 1_000, ...words }: Words & { min?: number; max?: number } = {}) =>
  field(z.string().trim().min(min).max(max), worded(label, { input: 'lines' }, words));

/** A whole number from nothing up. */
export const count = (label: Text, { min = 0, max, ...words }: Words & { min?: number; max: number }) =>
  field(z.int().min(min).max(max), worded(label, { input: 'number' }, words));

/** Money as an integer number of fen, more than nothing. */
export const yuan = (label: Text, { min = 1, max, ...words }: Words & { min?: number; max: number }) => {
  const range: Text = {
    zh: `金额应在 ${formatYuan(min, 'zh')} 至 ${formatYuan(max, 'zh')} 之间`,
    en: `The amount must lie between ${formatYuan(min, 'en')} and ${formatYuan(max, 'en')}`,
  };
  return field(must(z.int(), (fen) => fen >= min && fen <= max, range), worded(label, { input: 'money' }, words));
};

const DAY: Text = { zh: '日期应为真实存在的日期，例如 2026-11-23', en: 'Give a date that exists, as YYYY-MM-DD, e.g. 2026-11-23' };

/** A calendar date since 1900. Whether it lies in the past is a question for a rule: a form knows no clock. */
export const day = (label: Text, words: Words = {}) =>
  field(must(z.string().trim(), (value) => isDay(value) && value >= '1900-01-01', DAY), worded(label, { input: 'date' }, words));

const MONTH: Text = { zh: '月份应写成年份加两位月份，例如 2026-11', en: 'Give the month as YYYY-MM, e.g. 2026-11' };

export const month = (label: Text, words: Words = {}) =>
  field(must(z.string().trim(), isMonth, MONTH), worded(label, { input: 'month' }, words));

/** One code of a table of the office; `only` leaves the others out. */
export const code = <T extends CodeName>(label: Text, name: T, { only, ...words }: Words & { only?: readonly CodeOf<T>[] } = {}) => {
  const values: readonly CodeOf<T>[] = only ?? codes[name].codes;
  const options = optionsOf(name).filter((option) => values.some((value) => value === option.value));
  return field(z.enum(values), worded(label, { input: 'choice', options }, words));
};

export const reasonCode = (label: Text, words: Words & { only?: readonly CodeOf<'reason'>[] } = {}) => code(label, 'reason', words);

const TICK: Text = { zh: '请确认后勾选', en: 'Please confirm by ticking' };

/** A statement that has to be ticked. */
export const tick = (label: Text, words: Words = {}) =>
  field(must(z.boolean(), (ticked) => ticked, TICK), worded(label, { input: 'tick' }, words));

export const yesNo = (label: Text, words: Words = {}) => field(z.boolean(), worded(label, { input: 'tick' }, words));

const id = () => z.string().trim().min(1).max(64);

/** Somebody of the office, by sign-in name. */
export const personRef = (label: Text, words: Words = {}) => field(id(), worded(label, { input: 'person' }, words));

/** Some of the office’s processes, by name. */
export const processRefs = (label: Text, words: Words = {}) =>
  field(must(z.array(id()).max(50), (chosen) => chosen.length > 0, { zh: '请至少选择一项业务', en: 'Choose at least one process' }), worded(label, { input: 'processes' }, words));

/** The id of an entry of a register. */
export const entryRef = (label: Text, register: Register, words: Words = {}) =>
  field(id(), worded(label, { input: { entry: register } }, words));

const VILLAGE: Text = { zh: '请从列表中选择村居', en: 'Choose a village from the list' };

/** The code of a village. */
export const villageRef = (label: Text, words: Words = {}) =>
  field(must(z.string().trim(), (value) => /^\d{12}$/.test(value), VILLAGE), worded(label, { input: 'village' }, words));

/** The id of another case standing at one of the states. */
export const caseRef = (label: Text, workflow: string, states: readonly State[], words: Words = {}) =>
  field(id(), worded(label, { input: { case: workflow, states } }, words));
