/** A sheet as an official paper: the list, how to object, who issues it and when. */
import type { Lang, Text } from '../../workflows/kit/words.ts';
import { dayWritten } from '../../workflows/office/papers/written.ts';
import type { Block, Paper } from '../documents/paper.ts';
import type { Posted } from './read-posters.ts';

const words = {
  draft: { zh: '待复核，不得张贴', en: 'Not released yet: must not be posted' },
  place: { zh: '张贴地点：{place}', en: 'Posted at: {place}' },
} as const satisfies Record<string, Text>;

export const posterPaper = ({ unit, issuer, sheet, draft }: Posted, lang: Lang): Paper => {
  const text = (said: Text): Block => ({ kind: 'text', text: said[lang] });
  return {
    lang, title: sheet.title[lang], under: `${unit[lang]}　${sheet.under[lang]}`, mark: draft ? words.draft[lang] : null,
    blocks: [
      ...sheet.says.map(text),
      { kind: 'table', total: false, words: sheet.columns.flatMap((_, i) => (sheet.numeric.includes(i) ? [] : [i])), columns: sheet.columns.map((one) => one[lang]), rows: sheet.rows.map((row) => row.map((cell) => cell[lang])) },
      ...sheet.foot.map(text),
      { kind: 'signatures', lines: [issuer[lang], ...(sheet.on ? [dayWritten(sheet.on, lang)] : [])] },
      { kind: 'note', text: words.place[lang].replace('{place}', sheet.place) },
    ],
  };
};
