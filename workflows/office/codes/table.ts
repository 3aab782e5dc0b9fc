/** A code table: codes in their order, each with its words. */
import type { Text } from '../../kit/words.ts';

export type CodeTable<C extends string = string> = {
  readonly codes: readonly [C, ...C[]];
  readonly labels: Readonly<Record<C, Text>>;
};

type Row<C extends string> = readonly [code: C, zh: string, en: string];

export const table = <const C extends string>(first: Row<C>, ...more: readonly Row<C>[]): CodeTable<C> => {
  const rows = [first, ...more];
  return {
    codes: [first[0], ...more.map((row) => row[0])],
    labels: Object.fromEntries(rows.map(([code, zh, en]) => [code, { zh, en }])) as Record<C, Text>,
  };
};
