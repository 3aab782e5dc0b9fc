/** A declared list field of a case in words. */
import type { Option } from '../../workflows/kit/form.ts';
import type { ListField } from '../../workflows/kit/workflow.ts';
import type { Data, Lang } from '../../workflows/kit/words.ts';
import { formatYuan } from '../../workflows/office/money.ts';
import { dayText } from '../case/standing.ts';
import { isMasked } from '../provider/records.ts';

/** Money is in fen; a code is shown by its label. */
export const listValue = ({ name, type }: ListField, options: readonly Option[], data: Data, lang: Lang): string => {
  const value = data[name];
  if (value === undefined || value === null || value === '') return '—';
  if (isMasked(value)) return value.masked;
  if (type === 'money' && typeof value === 'number') return formatYuan(value, lang);
  if (type === 'day' || type === 'month') return dayText(String(value))[lang];
  return options.find((one) => one.value === value)?.label[lang] ?? String(value);
};

const DAY_MS = 86_400_000;

/** Whole days between two moments. */
export const daysSince = (from: string, now: string): number => Math.max(0, Math.floor((Date.parse(now) - Date.parse(from)) / DAY_MS));
