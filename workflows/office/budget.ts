/** Who bears a share, and the accounts of a budget line: what was granted to it is left on it, set aside, or paid. */
import type { Posting, Text } from '../kit/words.ts';

export const tiers = ['district', 'town', 'village'] as const;
export type Tier = (typeof tiers)[number];
export const tierNames: Readonly<Record<Tier, Text>> = {
  district: { zh: '区级', en: 'District' }, town: { zh: '镇级', en: 'Town' }, village: { zh: '村（街）级', en: 'Village' },
};
/** A tier in words; an unknown one by its own name. */
export const tierName = (tier: string): Text => tierNames[tier as Tier] ?? { zh: tier, en: tier };

/** What is left on a line stands under its own id; the four accounts of a line sum to nothing. */
export const fundLine = (tier: string, year: number | string): string => `${tier}-${year}`;
export const yearOf = (line: string): string => line.slice(line.lastIndexOf('-') + 1);
export const sides = ['granted', 'committed', 'paid'] as const;
export type Side = (typeof sides)[number];
export const account = (side: Side, line: string): string => `${side}:${line}`;

/** Fen that go from one account of each line to another; what is nothing is not written. */
export const moved = (fenOf: Readonly<Record<string, number>>, from: (line: string) => string, to: (line: string) => string): Posting[] =>
  Object.entries(fenOf).filter(([, fen]) => fen !== 0).flatMap(([line, fen]) => [{ account: from(line), fen: -fen }, { account: to(line), fen }]);

export const left = (line: string): string => line;
export const granted = (line: string): string => account('granted', line);
export const committed = (line: string): string => account('committed', line);
export const paid = (line: string): string => account('paid', line);
