/** What stands in the widgets, and the form data it means: yuan become fen, digits numbers, emptiness nothing. */
import { isErased } from '../../workflows/kit/erased.ts';
import type { FieldInfo } from '../../workflows/kit/form.ts';
import type { Data } from '../../workflows/kit/words.ts';
import { parseYuan, plainYuan } from '../../workflows/office/money.ts';
import { chosenIn, idsOf } from '../files/chosen.ts';
import { isMasked } from '../provider/records.ts';

export type Typed = { [name: string]: unknown };

const asData = (value: unknown): Data => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {});

/** A list without fields of its own is one of plain texts; react-hook-form keeps rows only as objects. */
export const PLAIN_ROW = 'value';

const isForFiles = ({ input }: FieldInfo): boolean => typeof input === 'object' && 'files' in input;

const holdsMask = (value: unknown): boolean => isMasked(value) || isErased(value) || (typeof value === 'object' && value !== null && Object.values(value).some(holdsMask));

const typedField = (info: FieldInfo, known: unknown): unknown => {
  const value = holdsMask(known) ? undefined : known;
  if (isForFiles(info)) return chosenIn(value);
  if (info.input === 'tick') return value === true;
  if (info.input === 'choices' || info.input === 'processes') return Array.isArray(value) ? value : [];
  if (info.input === 'list') return Array.isArray(value) ? value.map((row: unknown) => (info.fields.length > 0 ? typedOf(info.fields, asData(row)) : { [PLAIN_ROW]: row })) : [];
  if (info.input === 'group') return typedOf(info.fields, asData(value));
  if (value === undefined || value === null) return '';
  return info.input === 'money' && typeof value === 'number' ? plainYuan(value) : String(value);
};

/** The widgets' contents for data; what is masked or erased, even in part, begins empty, because it would not be taken back. */
export const typedOf = (fields: readonly FieldInfo[], data: Data): Typed => Object.fromEntries(fields.map((info) => [info.name, typedField(info, data[info.name])]));

const numberOf = (typed: string): unknown => (/^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : typed);

const meant = (info: FieldInfo, typed: unknown): unknown => {
  if (isForFiles(info)) {
    const ids = idsOf(typed);
    return ids.length > 0 || info.required ? ids : undefined;
  }
  if (info.input === 'tick') return typed === true || info.required ? typed === true : undefined;
  if (info.input === 'group') {
    const data = dataOf(info.fields, asData(typed));
    return info.required || Object.values(data).some((value) => value !== false) ? data : undefined;
  }
  if (Array.isArray(typed)) {
    if (typed.length === 0 && !info.required) return undefined;
    if (info.input !== 'list') return typed;
    return typed.map((row: unknown) => (info.fields.length > 0 ? dataOf(info.fields, asData(row)) : String(asData(row)[PLAIN_ROW] ?? '').trim()));
  }
  const text = String(typed ?? '').trim();
  if (text === '') return undefined;
  if (info.input === 'money') return parseYuan(text) ?? text;
  return info.input === 'number' ? numberOf(text) : text;
};

/** The data to send. What cannot be read as an amount or a number stays as typed, for the form to refuse. */
export const dataOf = (fields: readonly FieldInfo[], typed: Typed): Data =>
  Object.fromEntries(fields.map((info) => [info.name, meant(info, typed[info.name])] as const).filter(([, value]) => value !== undefined));

/** Only what was typed anew: a field that need not be sent and stands as it was known is left out. */
export const anew = (fields: readonly FieldInfo[], data: Data, known: Data): Data => {
  const before = dataOf(fields, typedOf(fields, known));
  const stands = new Set(fields.filter(({ name, required }) => !required && name in known && JSON.stringify(data[name]) === JSON.stringify(before[name])).map(({ name }) => name));
  return Object.fromEntries(Object.entries(data).filter(([name]) => !stands.has(name)));
};

/** The field at a dotted path, row numbers skipped. */
export const fieldAt = (fields: readonly FieldInfo[], path: string): FieldInfo | undefined => {
  const [first, ...rest] = path.split('.').filter((part) => !/^\d+$/.test(part));
  const found = fields.find(({ name }) => name === first);
  return found && rest.length > 0 ? (fieldAt(found.fields, rest.join('.')) ?? found) : found;
};
