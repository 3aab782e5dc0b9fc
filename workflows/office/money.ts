/** Money is an integer number of fen; this file reads it, writes it and shares it out without losing one. */
import type { Lang } from '../kit/words.ts';

/** `1,234.50` → 123450. Null for anything that is not a plain amount of at most two decimals and a thousand million yuan. */
export const parseYuan = (typed: string): number | null => {
  const match = /^(\d{1,3}(?:,\d{3})+|\d{1,10})(?:\.(\d{1,2}))?$/.exec(typed.trim().replace(/^[¥￥]\s*/, ''));
  if (!match?.[1]) return null;
  const fen = Number(match[1].replaceAll(',', '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return fen <= 100_000_000_000 ? fen : null;
};

const grouped = (yuan: number): string => String(yuan).replace(/\B(?=(\d{3})+$)/g, ',');

/** `1,234.50`, always two decimals, without a currency. */
export const plainYuan = (fen: number): string =>
  `${fen < 0 ? '-' : ''}${grouped(Math.floor(Math.abs(fen) / 100))}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;

/** `3,400.00 元` or `CNY 3,400.00`. */
export const formatYuan = (fen: number, lang: Lang): string => (lang === 'zh' ? `${plainYuan(fen)} 元` : `CNY ${plainYuan(fen)}`);

const DIGITS = [...'零壹贰叁肆伍陆柒捌玖'];
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

const groupInWords = (group: number): string =>
  [...String(group)].reverse()
    .map((digit, place) => (digit === '0' ? '零' : `${DIGITS[Number(digit)]}${PLACES[place]}`))
    .reverse().join('').replace(/零+/g, '零').replace(/零$/, '');

const wholeInWords = (yuan: number): string => {
  const groups: number[] = [];
  for (let rest = yuan; rest > 0; rest = Math.floor(rest / 10_000)) groups.push(rest % 10_000);
  return groups
    .map((group, i) => (group === 0 ? '零' : `${group < 1_000 && i < groups.length - 1 ? '零' : ''}${groupInWords(group)}${GROUPS[i]}`))
    .reverse().join('').replace(/零+/g, '零').replace(/零$/, '');
};

/** Amount in capitals as vouchers want it (正确填写票据和结算凭证的基本规定): 340000 → 叁仟肆佰元整. Fen ≥ 0. */
export const yuanInWords = (fen: number): string => {
  const yuan = Math.floor(fen / 100);
  const [jiao, rest] = [Math.floor(fen / 10) % 10, fen % 10];
  const whole = yuan > 0 ? `${wholeInWords(yuan)}元` : '';
  if (jiao === 0 && rest === 0) return whole ? `${whole}整` : '零元整';
  const small = `${jiao > 0 ? `${DIGITS[jiao]}角` : whole && '零'}${rest > 0 ? `${DIGITS[rest]}分` : '整'}`;
  return whole + small;
};

/** A tier bears a fixed amount (fen) or a percentage (at most two decimals); a scheme does not mix the two. */
export type Share = { readonly tier: string; readonly fixed: number } | { readonly tier: string; readonly percent: number };

/** Each share as parts of a whole: fixed amounts of their sum, percentages of a hundred, in hundredths. */
const partsOf = (shares: readonly Share[]): { parts: number[]; whole: number; cap: number } => {
  const parts = shares.map((share) => ('fixed' in share ? share.fixed : Math.round(share.percent * 100)));
  const sum = parts.reduce((total, part) => total + part, 0);
  const fixed = shares.filter((share) => 'fixed' in share).length;
  if (fixed !== 0 && fixed !== shares.length) throw new RangeError('Shares mix fixed amounts and percentages');
  if (fixed === 0 && sum !== 10_000) throw new RangeError('Percentages do not add up to 100');
  return { parts, whole: sum, cap: fixed === 0 ? Number.MAX_SAFE_INTEGER : sum };
};

/**
 * What each tier pays of a total, in fen, summing exactly to it. Fixed shares are paid whole at their cap and pro rata
 * below it; rounding goes down and the remainder to the named tier. Throws for a scheme that cannot be shared out so:
 * a total above the cap, percentages that miss 100, a remainder tier that is none of the shares.
 */
export const splitFen = (total: number, shares: readonly Share[], remainderTo: string): Record<string, number> => {
  const { parts, whole, cap } = partsOf(shares);
  if (!Number.isSafeInteger(total) || total < 0 || total > cap) throw new RangeError(`Cannot share out ${total} fen`);
  if (!shares.some((share) => share.tier === remainderTo)) throw new RangeError(`No share of tier ${remainderTo}`);
  const paid = shares.map((share, i) => [share.tier, Number((BigInt(total) * BigInt(parts[i] ?? 0)) / BigInt(whole))] as const);
  const rest = paid.reduce((left, [, fen]) => left - fen, total);
  return Object.fromEntries(paid.map(([tier, fen]) => [tier, tier === remainderTo ? fen + rest : fen]));
};
