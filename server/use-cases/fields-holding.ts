/** Which field a character stands in that no font can show: its sentence names both, and what to do. */
import { allFields, fieldsOf } from '../../workflows/kit/form.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { FieldErrors, Text } from '../../workflows/kit/words.ts';
import type { Ground } from './papers-ground.ts';

const SIGNER: Text = { zh: '经办人姓名', en: 'Name of whoever acted' };
const TEXT: Text = { zh: '文书内容', en: 'Text of the paper' };

const labelsOf = ({ forms, list }: Workflow): ReadonlyMap<string, Text> =>
  new Map([...Object.values(forms).flatMap((form) => allFields(fieldsOf(form))), ...list.fields].map(({ name, label }) => [name, label]));

const sentence = (label: Text, glyphs: readonly string[]): Text => ({
  zh: `“${label.zh}”中的“${glyphs.join('、')}”字库没有，打印会缺字。请下载 Word 稿，换用含有该字的字体后打印`,
  en: `“${label.en}” holds ${glyphs.join(', ')}, which the fonts lack: it would be printed with a hole. Take the Word document and choose a font that has it`,
});

type Leaf = readonly [name: string, text: string];
const leaves = (name: string, value: unknown): Leaf[] => {
  if (typeof value === 'string') return [[name, value]];
  if (Array.isArray(value)) return value.flatMap((one) => leaves(name, one));
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([under, one]) => leaves(under, one)) : [];
};

export const fieldsHolding = (workflow: Workflow, { seen, log }: Pick<Ground, 'seen' | 'log'>, missing: readonly string[]): FieldErrors => {
  const labels = labelsOf(workflow);
  const held = new Map<string, Set<string>>();
  const texts: Leaf[] = [...[seen.data, ...log.map(({ form }) => form)].flatMap((data) => leaves('', data)), ...log.flatMap(({ name, behalf }) => leaves('$signer', [name, behalf]))];
  for (const glyph of missing) {
    const names = texts.filter(([, text]) => text.includes(glyph)).map(([name]) => name);
    for (const name of names.length > 0 ? names : ['$text']) held.set(name, (held.get(name) ?? new Set()).add(glyph));
  }
  return Object.fromEntries([...held].map(([name, glyphs]) => [name, sentence(name === '$signer' ? SIGNER : (labels.get(name) ?? TEXT), [...glyphs])]));
};
