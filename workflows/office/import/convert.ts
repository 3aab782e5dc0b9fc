/** What people write in the cells of a table, as the register keeps it; null where it cannot be read so. */
import type { Day } from '../../kit/words.ts';
import { checkDigit, normaliseId } from '../citizen-id.ts';
import { codes } from '../codes.ts';
import type { CodeName } from '../codes.ts';
import { isDay } from '../days.ts';

const two = (text: string): string => text.padStart(2, '0');
const FIRST_SERIAL = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
/** Days between the two calendars a workbook may count from. */
const FROM_1904 = 1462;

/** Eight digits, three numbers with any signs between, or a workbook's count of days. */
export const asDay = (typed: string, counts1904 = false): Day | null => {
  const text = typed.normalize('NFKC').trim();
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]00:00(?::00)?)?$/.exec(text) ?? [];
  if (year && month && day) {
    const written = `${year}-${two(month)}-${two(day)}`;
    return isDay(written) ? written : null;
  }
  if (!/^\d{1,5}(?:\.0+)?$/.test(text)) return null;
  const counted = new Date(FIRST_SERIAL + (Number(text) + (counts1904 ? FROM_1904 : 0)) * DAY_MS).toISOString().slice(0, 10);
  return counted >= '1900-01-01' ? counted : null;
};

/** Labels of each table, in both languages, and what else people write. */
const spellings: Readonly<Partial<Record<CodeName, Readonly<Record<string, string>>>>> = {
  sex: { 男: '1', 女: '2', 未知: '0', 未说明: '9', m: '1', f: '2' },
  marital: { 未婚: '10', 已婚: '20', 有配偶: '20', 离异: '40', 再婚: '22', 丧偶: '30', 离婚: '40' },
  relation: { 户主: '02', 本人: '01', 妻子: '12', 丈夫: '11', 儿子: '20', 女儿: '30', 儿: '20', 父: '51', 母: '52', 媳: '38', 婿: '28', 养子: '27', 养女: '37', 孙: '41', 祖母: '62', 弟弟: '73', 哥哥: '71', 妹: '77', 姐: '75' },
};

const reverse = (name: CodeName): ReadonlyMap<string, string> => new Map([
  ...Object.entries(codes[name].labels).flatMap(([code, { zh, en }]): [string, string][] => [[zh, code], [zh.replace(/(?:性|族)$/u, ''), code], [en.toLowerCase(), code]]),
  ...Object.entries(spellings[name] ?? {}),
  ...codes[name].codes.map((code): [string, string] => [code, code]),
]);
const tables = Object.fromEntries((['sex', 'marital', 'relation', 'ethnic', 'idMissing'] as const).map((name) => [name, reverse(name)])) as Readonly<Record<'sex' | 'marital' | 'relation' | 'ethnic' | 'idMissing', ReadonlyMap<string, string>>>;

/** GB/T 4761 ranks sons (21–26) and daughters (31–36); the office does not: all are “son” or “daughter”. */
const RANKED = /^([23])[1-6]$/;
const RANKED_WORD = /^(?:长|次|[二三四五六七八九]|独生)([子女])$/u;

type Table = keyof typeof tables;
const readCode = (name: Table, typed: string): string | null => {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  const [, ranked] = name === 'relation' ? (RANKED.exec(text) ?? []) : [];
  if (ranked) return `${ranked}0`;
  const [, child] = name === 'relation' ? (RANKED_WORD.exec(text) ?? []) : [];
  if (child) return child === '子' ? '20' : '30';
  return tables[name].get(text) ?? (/^\d$/.test(text) ? tables[name].get(two(text)) ?? null : null);
};

/** A register says the same few words again and again. */
const MOST_KNOWN = 1_000;
const known = new Map<string, string | null>();

/** A code or its words; null where the table has neither. */
export const asCode = (name: Table, typed: string): string | null => {
  const key = `${name} ${typed}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const code = readCode(name, typed);
  if (known.size < MOST_KNOWN) known.set(key, code);
  return code;
};

/** An old number of 15 digits in the 18 of GB 11643; numbers of zeros stand for none. */
export const asIdNumber = (typed: string): string | null => {
  const id = normaliseId(typed);
  if (/^0{15}(?:0{3})?$/.test(id) || /^0{6}\d{8}0{4}$/.test(id)) return null;
  if (!/^\d{15}$/.test(id)) return id;
  const first = `${id.slice(0, 6)}19${id.slice(6)}`;
  return first + checkDigit(first);
};
