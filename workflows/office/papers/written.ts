/** How days, sums, offices and masked values are written on official papers. */
import { isErased } from '../../kit/erased.ts';
import type { Day, Instant, Lang, Text } from '../../kit/words.ts';
import { formatYuan, yuanInWords } from '../money.ts';
import { dayOf } from '../working-days.ts';

/** 2026年11月3日, or 3 November 2026; nothing of no day. */
export const dayWritten = (day: Day, lang: Lang): string => {
  if (day === '') return '';
  const [year, month, date] = day.split('-').map(Number);
  return lang === 'zh' ? `${year}年${month}月${date}日` : new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
};
export const dayOfMoment = (at: Instant, lang: Lang): string => dayWritten(dayOf(at), lang);

/** 3,400.00 元（叁仟肆佰元整）: capitals cannot be added to. */
export const moneyWritten = (fen: number, lang: Lang): string => (lang === 'zh' ? `${formatYuan(fen, 'zh')}（${yuanInWords(fen)}）` : formatYuan(fen, 'en'));

/** The organ that answers for a town: what stands in brackets after its name stays behind. */
export const governmentOf = ({ zh, en }: Text, lang: Lang): string => (lang === 'zh' ? zh.replace(/(\([^)]*\))?$/u, '人民政府$1') : `People’s Government of ${en}`);

const LONG = /(?<![\dA-Za-z])\d(?: ?\d){14,18}[Xx]?(?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)/g;
/** Numbers of somebody that were typed into a sentence: all but the last four characters are starred. */
export const veiled = (text: string): string => text.normalize('NFC').replaceAll(LONG, (found) => '*'.repeat(found.length - 4) + found.slice(-4));

const isMasked = (value: unknown): value is { readonly masked: string } => typeof value === 'object' && value !== null && 'masked' in value && typeof value.masked === 'string';

/** What stands in a field as the reader may see it; nothing where it is empty or was erased. */
export const shown = (value: unknown): string => {
  if (isMasked(value)) return value.masked;
  if (value === null || value === undefined || isErased(value)) return '';
  return typeof value === 'string' ? veiled(value.trim()) : typeof value === 'number' ? String(value) : '';
};

/** The end of an account number, by which its owner knows it. */
export const endOfAccount = (value: unknown): string => (typeof value === 'string' ? value : shown(value)).slice(-4);
