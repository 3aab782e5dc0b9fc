/** What stands in which column of a workbook: the desk's groups beside the fields of its three answers, so that no process is known here. */
import { fieldsOfEvent } from '../../kit/desk.ts';
import type { DeskPlace } from '../../kit/desk.ts';
import type { FieldInfo } from '../../kit/form.ts';
import type { EventName, Text } from '../../kit/words.ts';
import { registerWords } from '../register-words.ts';
import { columnWords } from './words.ts';

/** Written by the office and locked; `field` of the register's entry, where it shows one. */
export type ShownColumn = { readonly kind: 'shown'; readonly key: string; readonly label: Text; readonly field: string | null };
/** Typed in, for the forms of `events`; `key` is the path in the form. `beside`: the column with the present value. */
export type TypedColumn = { readonly kind: 'typed'; readonly key: string; readonly label: Text; readonly info: FieldInfo; readonly events: readonly EventName[]; readonly beside: string | null };
/** For the office alone, at the end. */
export type HiddenColumn = { readonly kind: 'hidden'; readonly key: HiddenKey; readonly label: Text };
export type BookColumn = ShownColumn | TypedColumn | HiddenColumn;
/** The case and its version, the version of the entry, and what proves that nobody changed a locked cell. */
export const hiddenKeys = ['case', 'version', 'entry', 'mark'] as const;
export type HiddenKey = (typeof hiddenKeys)[number];

export const RESULT = 'result';
export const shownKey = (field: string): string => `now.${field}`;

type Leaf = { readonly key: string; readonly label: Text; readonly info: FieldInfo };
const joined = (one: Text, other: Text, n: number | null): Text =>
  ({ zh: `${one.zh}${n ?? ''}·${other.zh}`, en: `${one.en}${n === null ? '' : ` ${n}`}: ${other.en}` });

/** The cells of a field: one, or those of its fields, as many times as a list has room. */
const leavesOf = (field: FieldInfo, room: number): Leaf[] => {
  if (field.input === 'group') return field.fields.map((info) => ({ key: `${field.name}.${info.name}`, label: info.label, info }));
  if (field.input !== 'list') return [{ key: field.name, label: field.label, info: field }];
  return Array.from({ length: room }, (_, n) => field.fields.map((info) => ({ key: `${field.name}.${n}.${info.name}`, label: joined(field.label, info.label, room > 1 ? n + 1 : null), info }))).flat();
};

/** Every cell of the three forms, each once, with the answers it belongs to. */
const typedIn = ({ items, desk }: DeskPlace): TypedColumn[] => {
  const found = new Map<string, TypedColumn>();
  for (const event of [desk.same, desk.change, desk.unable]) {
    const fields = fieldsOfEvent(items, event).filter(({ name }) => name !== desk.asserts);
    for (const { key, label, info } of fields.flatMap((field) => leavesOf(field, desk.room[field.name] ?? 1))) {
      const known = found.get(key);
      found.set(key, { kind: 'typed', key, label, info, events: [...(known?.events ?? []), event], beside: null });
    }
  }
  return [...found.values()];
};

const resultColumn = ({ items, desk }: DeskPlace): TypedColumn => {
  const events = [desk.same, desk.change, desk.unable];
  const options = events.map((value) => ({ value, label: items.messages.events[value] ?? { zh: value, en: value } }));
  return { kind: 'typed', key: RESULT, label: columnWords.result, events, beside: null, info: { name: RESULT, label: columnWords.result, help: columnWords.resultHelp, class: 'P2', input: 'choice', required: true, options, fields: [] } };
};

/** The entry's fields group by group as the desk shows them, each changeable one with room for its new value. */
const pairs = ({ items, desk }: DeskPlace, typed: readonly TypedColumn[]): BookColumn[] => {
  const words: Readonly<Record<string, Text>> = registerWords[items.subject?.register ?? 'residents'];
  return Object.values(desk.groups).flat().flatMap((field): BookColumn[] => {
    const label = words[field] ?? { zh: field, en: field };
    const shown: ShownColumn[] = field === items.list.title ? [] : [{ kind: 'shown', key: shownKey(field), label, field }];
    const change = typed.find(({ key }) => key === `${desk.values}.${field}`);
    return [...shown, ...(change ? [{ ...change, label: { zh: `新·${change.label.zh}`, en: `New: ${change.label.en}` }, beside: shown[0]?.key ?? 'title' }] : [])];
  });
};

/** In the order of the sheet: who it is, what came of it, the register with its new values, what only one answer needs, and what is hidden. */
export const columnsOf = (place: DeskPlace): BookColumn[] => {
  const { items, desk } = place;
  const typed = typedIn(place);
  const sitting = desk.sitting.flatMap((name) => typed.find(({ key }) => key === name) ?? []);
  const others = typed.filter(({ key }) => !desk.sitting.includes(key) && !key.startsWith(`${desk.values}.`));
  const ofOne = others.filter(({ events }) => events.length === 1).toSorted((a, b) => Number(a.events[0] === desk.unable) - Number(b.events[0] === desk.unable));
  const title = items.list.fields.find(({ name }) => name === items.list.title)?.label ?? columnWords.title;
  return [
    { kind: 'shown', key: 'code', label: columnWords.code, field: 'code' }, { kind: 'shown', key: 'title', label: title, field: null }, { kind: 'shown', key: 'last', label: columnWords.last, field: null },
    resultColumn(place), ...sitting, ...pairs(place, typed), ...ofOne, ...others.filter(({ events }) => events.length > 1),
    ...hiddenKeys.map((key): HiddenColumn => ({ kind: 'hidden', key, label: columnWords[key] })),
  ];
};
