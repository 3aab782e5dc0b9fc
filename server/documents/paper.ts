/** An official paper before it is set: what stands on it, in one language; PDF and Word are made of the same. */
import type { Lang } from '../../workflows/kit/words.ts';

export type Bars = { readonly legend: readonly string[]; readonly bars: readonly { readonly name: string; readonly values: readonly (number | null)[] }[] };
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Small print. */
  | { readonly kind: 'note'; readonly text: string }
  /** The first column is words, the others are set to the right unless `words` names them; `total`: the last row adds up. */
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly total: boolean; readonly words: readonly number[] }
  /** `says` tells those who do not see it. */
  | { readonly kind: 'bars'; readonly chart: Bars; readonly says: string }
  /** Who signed in which post and when, set to the right. */
  | { readonly kind: 'signatures'; readonly lines: readonly string[] };

/** `under`: the line below the title. `mark`: what is said above it, of a draft. */
export type Paper = { readonly lang: Lang; readonly title: string; readonly under: string; readonly mark: string | null; readonly blocks: readonly Block[] };

/** Every text on the paper, to see whether the fonts can show it. */
export const wordsOn = ({ title, under, mark, blocks }: Paper): string[] => [title, under, mark ?? '', ...blocks.flatMap((block) => {
  switch (block.kind) {
    case 'table': return [...block.columns, ...block.rows.flat()];
    case 'bars': return [...block.chart.legend, ...block.chart.bars.map(({ name }) => name)];
    case 'signatures': return [...block.lines];
    case 'heading': case 'text': case 'note': return [block.text];
  }
})];

/** Chinese fonts draw the quotation marks of English a whole character wide: on an English paper they are set straight. */
export const setStraight = (paper: Paper): Paper => {
  if (paper.lang !== 'en') return paper;
  const straight = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"');
    if (Array.isArray(value)) return value.map(straight);
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, straight(one)])) : value;
  };
  return straight(paper) as Paper;
};
