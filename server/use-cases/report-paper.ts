/** A report as an official paper: its parts in order, what is hidden said, who signed. */
import type { Cell, Flag, PartView, Piece, ReportView, Signature } from '../../workflows/kit/report-view.ts';
import { reportWords } from '../../workflows/kit/report-words.ts';
import type { Lang, Text } from '../../workflows/kit/words.ts';
import { postName } from '../../workflows/office/posts.ts';
import { dayWritten } from '../../workflows/office/papers/written.ts';
import { dayOf } from '../../workflows/office/working-days.ts';
import type { Block, Paper } from '../documents/paper.ts';

const words = {
  ...reportWords,
  provisional: { zh: '未签批，临时数（截至{at}）', en: 'Not signed: provisional figures of {at}' },
  round: { zh: '（第{n}次签批）', en: ' (signing {n})' },
  none: { zh: '无。', en: 'None.' },
  bars: { zh: '柱状图：{title}，数字见各村居核实情况表。', en: 'Bar chart: {title}; the numbers stand in the table of villages.' },
  unsigned: { zh: '{label}：（未签）', en: '{label}: (not signed)' },
  signed: { zh: '{label}：{name}（{post}）　{day}', en: '{label}: {name}, {post}, {day}' },
  behalf: { zh: '（代{name}）', en: ' for {name}' },
  list: { zh: '数据取自{at}的{cases}件办件，名单指纹 {digest}。', en: 'Figures of {at}, from {cases} cases; digest of their list {digest}.' },
} as const satisfies Record<string, Text>;

const fill = (text: Text, lang: Lang, by: Readonly<Record<string, string | number>> = {}): string => text[lang].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(by[name] ?? ''));

const OFFICE_MS = 8 * 3_600_000;
export const momentIn = (at: string, lang: Lang): string => {
  const day = dayWritten(dayOf(at), lang);
  const time = new Date(Date.parse(at) + OFFICE_MS).toISOString().slice(11, 16);
  return lang === 'zh' ? `${day}${time}` : `${day}, ${time}`;
};
const said = (pieces: readonly Piece[], lang: Lang): string => pieces.map((piece) => (typeof piece === 'string' ? piece : piece.shown[lang])).join('');
const shown = (cells: readonly Cell[], lang: Lang): string[] => cells.map((cell) => cell.shown[lang]);

const flagsTable = (flags: readonly Flag[], lang: Lang): Block => ({
  kind: 'table', total: false, words: [1, 5, 6], columns: [words.village, words.indicator, words.records, words.rate, words.all, words.colour, words.said].map((text) => text[lang]),
  rows: flags.map(({ name, indicator, records, rate, all, colour, said: why }) => [name[lang], indicator[lang], ...shown([records, rate, all], lang), colour === 'none' ? '' : words[colour][lang], why ?? '—']),
});

const blocksOf = (part: PartView, lang: Lang): Block[] => {
  const heading: Block = { kind: 'heading', text: part.title[lang] };
  switch (part.kind) {
    case 'text': return [heading, ...part.says.map((sentence): Block => ({ kind: 'text', text: said(sentence[lang], lang) }))];
    case 'written': return part.words === null ? [] : [heading, ...part.words.split('\n').filter((line) => line.trim() !== '').map((text): Block => ({ kind: 'text', text }))];
    case 'table': return [heading, { kind: 'table', total: true, words: [], columns: [words.village[lang], ...part.columns.map((column) => column[lang])], rows: part.rows.map(({ name, cells }) => [name[lang], ...shown(cells, lang)]) }];
    case 'bars': return [heading, { kind: 'bars', chart: { legend: part.legend.map((one) => one[lang]), bars: part.bars.map(({ name, values }) => ({ name: name[lang], values: values.map(({ value }) => value) })) }, says: fill(words.bars, lang, { title: part.title[lang] }) }];
    case 'monitoring': return [heading, part.flags.length === 0 ? { kind: 'text', text: words.none[lang] } : flagsTable(part.flags, lang)];
  }
};

const signatureOf = ({ label, name, behalf, post, at }: Signature, lang: Lang): string => {
  if (name === null || at === null) return fill(words.unsigned, lang, { label: label[lang] });
  const by = name + (behalf ? fill(words.behalf, lang, { name: behalf }) : '');
  return fill(words.signed, lang, { label: label[lang], name: by, post: post ? postName(post)[lang] : '', day: dayWritten(dayOf(at), lang) });
};

export const paperOf = (view: ReportView, lang: Lang): Paper => ({
  lang, title: view.title[lang], under: view.about[lang] + (view.round > 1 ? fill(words.round, lang, { n: view.round }) : ''),
  mark: view.provisional ? fill(words.provisional, lang, { at: momentIn(view.at, lang) }) : null,
  blocks: [
    ...view.parts.flatMap((part) => blocksOf(part, lang)),
    { kind: 'signatures', lines: view.signatures.map((one) => signatureOf(one, lang)) },
    ...view.hides.map((why): Block => ({ kind: 'note', text: words[why][lang] })),
    { kind: 'note', text: fill(words.list, lang, { at: momentIn(view.at, lang), cases: view.cases, digest: view.digest }) },
  ],
});
