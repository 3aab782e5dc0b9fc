/** Values of a form in words: money in yuan, days as people write them, codes by their labels, masked values as masked. */
import { isErased } from '../../workflows/kit/erased.ts';
import type { FieldInfo } from '../../workflows/kit/form.ts';
import type { Data, Lang } from '../../workflows/kit/words.ts';
import { workflows } from '../../workflows/index.ts';
import { formatYuan } from '../../workflows/office/money.ts';
import { erasedText } from '../common/erased.ts';
import { chosenIn } from '../files/chosen.ts';
import { isMasked } from '../provider/records.ts';
import { dayText } from './standing.ts';

const asData = (value: unknown): Data => (typeof value === 'object' && value !== null ? (value as Data) : {});
const tickText = { zh: ['是', '否'], en: ['Yes', 'No'] } as const;
const filesText = { zh: (n: number) => `${n}个文件`, en: (n: number) => (n === 1 ? '1 file' : `${n} files`) } as const;
const joints = { zh: { field: '：', item: '；', choice: '、' }, en: { field: ': ', item: '; ', choice: ', ' } } as const;

/** Whether nothing was said: such fields are left out of sheets. */
export const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const labelOf = (info: FieldInfo, value: unknown, lang: Lang): string => (info.input === 'processes' ? workflows.find(({ name }) => name === value)?.title[lang] : undefined) ?? info.options.find((one) => one.value === value)?.label[lang] ?? String(value);

const groupText = (fields: readonly FieldInfo[], value: Data, lang: Lang): string =>
  fields.filter(({ name }) => !isEmpty(value[name])).map((one) => `${one.label[lang]}${joints[lang].field}${valueText(one, value[one.name], lang)}`).join(joints[lang].item);

/** One line for a value, groups and lists included. Amounts are fen. */
export const valueText = (info: FieldInfo, value: unknown, lang: Lang): string => {
  if (isEmpty(value)) return '—';
  if (isMasked(value)) return value.masked;
  if (isErased(value)) return erasedText(value, lang);
  if (info.input === 'money') return typeof value === 'number' ? formatYuan(value, lang) : String(value);
  if (info.input === 'date' || info.input === 'month') return dayText(String(value))[lang];
  if (info.input === 'tick') return tickText[lang][value === true ? 0 : 1];
  if (typeof info.input === 'object' && 'files' in info.input) return filesText[lang](chosenIn(value).length);
  if (Array.isArray(value)) {
    return info.fields.length > 0
      ? value.map((row, i) => `${i + 1}) ${groupText(info.fields, asData(row), lang)}`).join(' ')
      : value.map((one) => (isMasked(one) ? one.masked : labelOf(info, one, lang))).join(joints[lang].choice);
  }
  if (info.fields.length > 0) return groupText(info.fields, asData(value), lang);
  return labelOf(info, value, lang);
};
