/** What a filled-in row says: nothing, an answer with its form, or what is wrong in which cell. */
import { fieldsOfEvent } from '../../kit/desk.ts';
import type { DeskPlace } from '../../kit/desk.ts';
import { readForm } from '../../kit/form.ts';
import type { Data, EventName, FieldErrors, Text } from '../../kit/words.ts';
import { asDay } from '../import/convert.ts';
import { RESULT } from './columns.ts';
import type { BookColumn, TypedColumn } from './columns.ts';
import { faultWords } from './words.ts';

/** `key` of the column. */
export type Fault = { readonly key: string; readonly text: Text };
export type Said =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'answer'; readonly event: EventName; readonly data: Data }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] };
export type Cells = Readonly<Record<string, string>>;

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
type Read = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly text: Text };
const no = (text: Text): Read => ({ ok: false, text });

/** What Excel makes of a long number that it took for a quantity. */
const isLost = (typed: string): boolean => /^\d(?:\.\d+)?E\+?\d+$/i.test(typed) || /^\d{15,}(?:\.0+)?$/.test(typed) && typed.includes('.');

const choiceIn = ({ info: { options } }: TypedColumn, typed: string): Read => {
  const found = options.find(({ value, label }) => [value, label.zh, label.en].some((one) => plain(one) === plain(typed)));
  return found ? { ok: true, value: found.value } : no(faultWords.choose(options.map(({ label }) => label)));
};

const valueIn = (column: TypedColumn, typed: string, counts1904: boolean): Read => {
  const { input } = column.info;
  if (/^#(?:REF|N\/A|NAME|VALUE|DIV\/0|NUM|NULL)[!?]?$/i.test(typed)) return no(faultWords.failed);
  if (input === 'choice') return choiceIn(column, typed);
  if (input === 'date') {
    const day = asDay(typed, counts1904);
    return day === null ? no(faultWords.day) : { ok: true, value: day };
  }
  if (input === 'number') return /^-?\d+(?:\.0+)?$/.test(typed) ? { ok: true, value: Number(typed) } : no(faultWords.number);
  return isLost(typed) ? no(faultWords.lost) : { ok: true, value: typed };
};

/** Sets a value under its path; entries of lists keep their numbers until all are there. */
const put = (data: Data, [name = '', ...rest]: readonly string[], value: unknown): Data =>
  ({ ...data, [name]: rest.length === 0 ? value : put((data[name] ?? {}) as Data, rest, value) });

/** Lists as lists: the entries that were begun close up, and `names` remembers the number each had in the row. */
const withLists = (place: DeskPlace, event: EventName, data: Data): { data: Data; names: ReadonlyMap<string, string> } => {
  const names = new Map<string, string>();
  const lists = fieldsOfEvent(place.items, event).filter(({ input, name }) => input === 'list' && data[name] !== undefined);
  const made = lists.map(({ name }) => [name, Object.entries(data[name] as Data).map(([n, entry], i) => { names.set(`${name}.${i}`, `${name}.${n}`); return entry; })]);
  return { data: { ...data, ...Object.fromEntries(made) as Data }, names };
};

/** The column a complaint of the form belongs to: its own, the first of its list, or the result's. */
const columnFor = (columns: readonly TypedColumn[], path: string, names: ReadonlyMap<string, string>): string => {
  const [list = '', n = '', ...rest] = path.split('.');
  const known = names.get(`${list}.${n}`);
  const key = known ? [known, ...rest].join('.') : path;
  const inList = (one: TypedColumn): boolean => new RegExp(`^${key}\\.\\d+\\.`).test(one.key);
  return columns.find((one) => one.key === key)?.key ?? columns.find(inList)?.key ?? RESULT;
};

/** What the form, or the rules that looked at it, say of fields, at the columns of the row. */
export const faultsAt = (place: DeskPlace, columns: readonly BookColumn[], event: EventName, cells: Cells, errors: FieldErrors): Fault[] => {
  const typed = columns.filter((one): one is TypedColumn => one.kind === 'typed' && one.events.includes(event));
  const filled = Object.fromEntries(typed.filter(({ key }) => cells[key]?.trim()).map(({ key }) => [key, key]));
  const { names } = withLists(place, event, Object.keys(filled).reduce<Data>((data, key) => put(data, key.split('.'), key), {}));
  return Object.entries(errors).map(([path, text]) => ({ key: columnFor(typed, path, names), text }));
};

/** Every tick of the group that the answer itself asserts, and a place for new values, so that the form asks for one. */
const begun = ({ items, desk }: DeskPlace, event: EventName): Data => Object.fromEntries(fieldsOfEvent(items, event).flatMap(({ name, fields }): [string, Data][] => {
  if (name === desk.asserts) return [[name, Object.fromEntries(fields.map((tick) => [tick.name, true]))]];
  return name === desk.values ? [[name, {}]] : [];
}));

/** What is chosen for a whole sitting stands in rows it does not go with too, and is passed over there. */
const isAmiss = ({ desk }: DeskPlace, { key, events }: TypedColumn, event: EventName): boolean => !events.includes(event) && !desk.sitting.includes(key);

export const readRow = (place: DeskPlace, columns: readonly BookColumn[], cells: Cells, counts1904 = false): Said => {
  const filled = columns.filter((one): one is TypedColumn => one.kind === 'typed' && (cells[one.key] ?? '').trim() !== '');
  if (filled.length === 0) return { kind: 'nothing' };
  const result = filled.find(({ key }) => key === RESULT);
  if (!result) return { kind: 'faulty', faults: [{ key: RESULT, text: faultWords.noResult }] };
  const chosen = choiceIn(result, cells[RESULT] ?? '');
  if (!chosen.ok) return { kind: 'faulty', faults: [{ key: RESULT, text: chosen.text }] };
  const event = String(chosen.value);
  const label = result.info.options.find(({ value }) => value === event)?.label ?? { zh: event, en: event };
  const faults: Fault[] = filled.filter((one) => isAmiss(place, one, event)).map(({ key }) => ({ key, text: faultWords.notWith(label) }));
  let typed = begun(place, event);
  for (const column of filled.filter(({ key, events }) => key !== RESULT && events.includes(event))) {
    const read = valueIn(column, (cells[column.key] ?? '').trim(), counts1904);
    if (read.ok) typed = put(typed, column.key.split('.'), read.value);
    else faults.push({ key: column.key, text: read.text });
  }
  const { data } = withLists(place, event, typed);
  const form = place.items.forms[event];
  const read = form ? readForm(form, data) : { ok: true as const, data };
  if (read.ok) return faults.length > 0 ? { kind: 'faulty', faults } : { kind: 'answer', event, data: read.data };
  // A cell that could not be read is missing from the form: that is said once, at the cell.
  const told = new Set(faults.length > 0 ? [RESULT, ...faults.map(({ key }) => key)] : []);
  return { kind: 'faulty', faults: [...faults, ...faultsAt(place, columns, event, cells, read.errors).filter(({ key }) => !told.has(key))] };
};
