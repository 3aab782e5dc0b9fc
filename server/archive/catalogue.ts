/** The entry of a case in the catalogue of the archive, for people as a paper and for programs as data. */
import { keptUntil } from '../../workflows/kit/kept.ts';
import type { Paper } from '../../workflows/kit/document.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Case, Instant, Lang, Text } from '../../workflows/kit/words.ts';
import { dayOfMoment, dayWritten, governmentOf } from '../../workflows/office/papers/written.ts';
import { dayOf } from '../../workflows/office/working-days.ts';
import type { Packed } from './package.ts';

export type Item = { readonly path: string; readonly title: Text };
export type Filed = { readonly workflow: Workflow; readonly one: Case; readonly title: string; readonly unit: Text; readonly town: Text; readonly by: string; readonly at: Instant };

const words = {
  title: { zh: '归档文件目录', en: 'Catalogue of the file' },
  about: { zh: '全宗单位：{town}　类别：{process}　年度：{year}', en: '{town} · {process} · {year}' },
  kept: { zh: '保管期限：{years}年（至{until}）。归档状态：{state}；立卷单位：{unit}；立卷日期：{day}；立卷人：{by}。', en: 'Kept for {years} years (until {until}). State: {state}; unit: {unit}; filed on {day} by {by}.' },
  item: { zh: '题名', en: 'Title' }, path: { zh: '文件', en: 'File' },
  verify: { zh: '各文件的SHA-256值列于SHA256SUMS，可用“sha256sum -c SHA256SUMS”核对。', en: 'The SHA-256 of each file stands in SHA256SUMS: “sha256sum -c SHA256SUMS” checks them.' },
} as const satisfies Record<string, Text>;

const fill = (text: Text, lang: Lang, by: Readonly<Record<string, string>>): string => text[lang].replaceAll(/\{(\w+)\}/g, (_, name: string) => by[name] ?? '');

const termOf = ({ workflow, one }: Filed): { readonly years: number; readonly until: string } => {
  const until = keptUntil(workflow, one) ?? '';
  return { until, years: Number(until.slice(0, 4)) - Number(dayOf(one.enteredAt).slice(0, 4)) };
};

export const cataloguePaper = (filed: Filed, items: readonly Item[], lang: Lang): Paper => {
  const { workflow, one, unit, town, by, at } = filed;
  const { years, until } = termOf(filed);
  const state = workflow.messages.states[one.state]?.[lang] ?? one.state;
  return {
    lang, title: words.title[lang], under: one.id, mark: null,
    blocks: [
      { kind: 'note', text: fill(words.about, lang, { town: governmentOf(town, lang), process: workflow.title[lang], year: dayOf(one.enteredAt).slice(0, 4) }) },
      { kind: 'table', total: false, words: [1], columns: [words.item[lang], words.path[lang]], rows: items.map(({ path, title }, i) => [`${i + 1}. ${title[lang]}`, path]) },
      { kind: 'note', text: fill(words.kept, lang, { years: String(years), until: dayWritten(until, lang), state, unit: unit[lang], day: dayOfMoment(at, lang), by }) },
      { kind: 'note', text: words.verify[lang] },
    ],
  };
};

export const catalogueData = (filed: Filed, items: readonly Item[], packed: readonly Packed[], log: { readonly rows: number; readonly head: string }) => {
  const { workflow, one, title, unit, town, by, at } = filed;
  const of = new Map(packed.map((each) => [each.path, each]));
  return {
    number: one.id, title, process: { name: workflow.name, title: workflow.title, version: one.workflowVersion }, unit: { id: one.unit, name: unit }, town,
    openedAt: one.openedAt, state: one.state, stateWords: workflow.messages.states[one.state], enteredAt: one.enteredAt, retention: termOf(filed), filedBy: by, filedAt: at, log,
    files: items.map(({ path, title: called }, i) => ({ order: i + 1, path, title: called, sha256: of.get(path)?.sha256, bytes: of.get(path)?.bytes })),
  };
};
