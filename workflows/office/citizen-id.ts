/** The citizen identity number of GB 11643-1999: six of division, eight of birth, three of sequence, one to check. */
import { remedies } from '../kit/asked.ts';
import type { Misread } from '../kit/asked.ts';
import type { Day } from '../kit/words.ts';
import { isDay } from './days.ts';

export type IdProblem = 'pattern' | 'birth-date' | 'check-digit';
/** Never an error: division codes change, and a person keeps the old one. */
export type IdWarning = 'unknown-division' | 'demo-division';
export type Sex = '1' | '2';
export type IdCheck = {
  readonly ok: boolean;
  readonly problems: readonly IdProblem[];
  readonly warnings: readonly IdWarning[];
  readonly birthDate?: Day;
  /** GB/T 2261.1: odd sequence 1 male, even 2 female. */
  readonly sex?: Sex;
};

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';
/** Prefix of the demo town; GB/T 2260 has no province 99. */
export const DEMO_DIVISION = '9999';
/** Provinces of GB/T 2260. */
const PROVINCE = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[123])/;

/** Full-width to half-width, spaces and hyphens away, x to X. */
export const normaliseId = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** The eighteenth character for the first seventeen digits. */
export const checkDigit = (first17: string): string => {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return CHECKS.charAt(sum % 11);
};

const warningsOf = (id: string, demo: boolean): IdWarning[] => {
  if (id.startsWith(DEMO_DIVISION)) return demo ? [] : ['demo-division'];
  return PROVINCE.test(id) ? [] : ['unknown-division'];
};

/** Checks a number as normalised. Without `today` a birth date in the future passes. */
export const checkId = (id: string, { today, demo = false }: { today?: Day; demo?: boolean } = {}): IdCheck => {
  if (!/^\d{17}[\dX]$/.test(id)) return { ok: false, problems: ['pattern'], warnings: [] };
  const birthDate = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
  const born = isDay(birthDate) && birthDate >= '1900-01-01' && (today === undefined || birthDate <= today);
  const problems: IdProblem[] = [];
  if (!born) problems.push('birth-date');
  if (checkDigit(id) !== id[17]) problems.push('check-digit');
  return {
    ok: problems.length === 0,
    problems,
    warnings: warningsOf(id, demo),
    ...(born && { birthDate }),
    sex: Number(id[16]) % 2 === 1 ? '1' : '2',
  };
};

/** Whether a text holds a number in order, however it is spaced: such a text never stands in an address. */
export const holdsId = (text: string): boolean =>
  [...text.normalize('NFKC').matchAll(/(?<!\d)\d(?:[ -]?\d){16}[ -]?[\dXx](?!\d)/g)].some(([found]) => checkId(normaliseId(found)).ok);

/** The parts of an address that hold a number in order, or null: every machine on the way writes addresses down, so that it travels in a body. */
export const idsIn = (query: Readonly<Record<string, unknown>>): Misread | null => {
  const telling = Object.keys(query).filter((part) => [query[part]].flat().some((value) => typeof value === 'string' && holdsId(value)));
  return telling.length > 0 ? { misread: Object.fromEntries(telling.map((part) => [part, remedies.idNumber])) } : null;
};
