/** A declared list field of a case in words. */
import { allFields, fieldsOf, type Option } from '../../workflows/kit/form.ts';
import type { ListField, Workflow } from '../../workflows/kit/workflow.ts';
import type { Data, Lang } from '../../workflows/kit/words.ts';
import { formatYuan } from '../../workflows/office/money.ts';
import { isMasked } from '../provider/records.ts';

/** The codes of a field with their words: as the list declares them, else as the forms do. */
export const optionsOf = (workflow: Workflow, { name, options }: ListField): readonly Option[] =>
  options ?? Object.values(workflow.forms).flatMap((form) => allFields(fieldsOf(form))).find((one) => one.name === name && one.options.length > 0)?.options ?? [];

/** Money is in fen; a code is shown by its label. */
export const listValue = ({ name, type }: ListField, options: readonly Option[], data: Data, lang: Lang): string => {
  const value = data[name];
  if (value === undefined || value === null || value === '') return '—';
  if (isMasked(value)) return value.masked;
  if (type === 'money' && typeof value === 'number') return formatYuan(value, lang);
  return options.find((one) => one.value === value)?.label[lang] ?? String(value);
};

const DAY_MS = 86_400_000;

/** Whole days between two moments. */
export const daysSince = (from: string, now: string): number => Math.max(0, Math.floor((Date.parse(now) - Date.parse(from)) / DAY_MS));
