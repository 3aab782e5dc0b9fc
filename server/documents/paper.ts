/** The words of a paper: every one of them, and how they are set in English. */
import type { Block, Paper } from '../../workflows/kit/document.ts';

export type { Bars, Block, Paper } from '../../workflows/kit/document.ts';

const wordsIn = (block: Block): string[] => {
  switch (block.kind) {
    case 'table': return [...block.columns, ...block.rows.flat()];
    case 'boxes': return block.rows.flat().flatMap(({ label, text, signed = [] }) => [label, text, ...signed]);
    case 'bars': return [...block.chart.legend, ...block.chart.bars.map(({ name }) => name)];
    case 'signatures': return [...block.lines];
    case 'code': return [block.says];
    case 'heading': case 'text': case 'note': case 'addressee': return [block.text];
  }
};

/** Every text on the paper, to see whether the fonts can show it. */
export const wordsOn = ({ title, under, mark, blocks }: Paper): string[] => [title, under, mark ?? '', ...blocks.flatMap(wordsIn)];

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
