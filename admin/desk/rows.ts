/** The items of the desk as rows: where each stands, to which group it belongs, and what to look out for. */
import type { Data, State, Text } from '../../workflows/kit/words.ts';
import { addDays } from '../../workflows/office/working-days.ts';
import { stateName } from '../case/standing.ts';
import type { CaseRecord } from '../provider/records.ts';
import { pendingOf, type DeskPlace } from '../../workflows/kit/desk.ts';
import { deskMessages } from './messages.ts';
import type { Standing } from './outbox.ts';
import type { DeskEntry } from './use-desk-data.ts';

export type Flag = 'moved' | 'noId' | 'old' | 'last';
export type Row = {
  readonly one: CaseRecord; readonly entry: DeskEntry | undefined;
  /** Two digits of the record's code; empty where it has none. */
  readonly group: string;
  readonly flags: readonly Flag[];
  /** The state of the month before; null where the record was not on the list. */
  readonly last: State | null;
  readonly pending: boolean;
  /** An act of this desk is on its way. */
  readonly saving: boolean;
  readonly refused: boolean;
};
/** Whether a row drawn before still shows what there is. */
export const sameRow = (a: Row, b: Row): boolean =>
  a.one === b.one && a.entry === b.entry && a.pending === b.pending && a.saving === b.saving && a.refused === b.refused;

export type Shown = 'pending' | 'all' | 'flagged' | 'sample' | 'refused';
export type Filter = { readonly show: Shown; readonly group: string; readonly typed: string };
/** A sample as the parent keeps it. */
export type Sample = { readonly set: string; readonly of: number; readonly seed: number; readonly drawn: readonly string[]; readonly wrong: number | null; readonly passed: boolean | null };

const HALF_YEAR = 183;

const textAt = (data: Data | undefined, name: string): string | null => (typeof data?.[name] === 'string' ? data[name] : null);
/** GB-like code of a record: 12 digits of the unit, 2 of the group, 4 of the person. */
const groupOf = (entry: DeskEntry | undefined): string => textAt(entry, 'code')?.slice(12, 14) ?? '';

const flagsOf = ({ desk }: DeskPlace, entry: DeskEntry | undefined, last: State | null, old: string): Flag[] => [
  ...(last !== null && last !== desk.steady ? ['last' as const] : []),
  ...(entry && entry['status'] !== 'active' ? ['moved' as const] : []),
  ...(entry && entry['idNumber'] === null ? ['noId' as const] : []),
  ...(entry && (textAt(entry, 'lastVerified') ?? '') < old ? ['old' as const] : []),
];

export const flagText = ({ items }: DeskPlace, flag: Flag, last: State | null): Text => {
  if (flag !== 'last' || last === null) return deskMessages.desk.flags[flag];
  const [{ zh, en }, state] = [deskMessages.desk.flags.last, stateName(items, last)];
  return { zh: zh.replace('%{state}', state.zh), en: en.replace('%{state}', state.en) };
};

export const rowsOf = (place: DeskPlace, items: readonly CaseRecord[], entries: ReadonlyMap<string, DeskEntry>, { waiting, refused }: Standing, today: string): Row[] => {
  const pending = pendingOf(place);
  const old = addDays(today, -HALF_YEAR);
  const saving = new Set(waiting.map(({ item }) => item));
  return items.map((one) => {
    const entry = entries.get(one.subject ?? '');
    const last = textAt(one.data, place.desk.last);
    return { one, entry, group: groupOf(entry), flags: flagsOf(place, entry, last, old), last, pending: one.state === pending && !saving.has(one.id), saving: saving.has(one.id), refused: refused.has(one.id) };
  });
};

const meets = ({ show, group, typed }: Filter, row: Row, sample: Sample | null): boolean => {
  if (group !== '' && row.group !== group) return false;
  if (typed !== '' && !`${row.one.title ?? ''} ${textAt(row.entry, 'code') ?? ''}`.includes(typed)) return false;
  switch (show) {
    case 'all': return true;
    case 'pending': return row.pending || row.saving || row.refused;
    case 'flagged': return row.flags.length > 0 && (row.pending || row.saving);
    case 'sample': return sample?.drawn.includes(row.one.id) ?? false;
    case 'refused': return row.refused;
  }
};

/** `here` stays in sight, whatever came of it, until one walks on. */
export const shownOf = (rows: readonly Row[], filter: Filter, sample: Sample | null, here: string): Row[] => rows.filter((row) => row.one.id === here || meets(filter, row, sample));

/** The next that waits, after this one and round again; null where none does. */
export const nextPending = (rows: readonly Row[], after: string): string | null => {
  const at = rows.findIndex(({ one }) => one.id === after);
  return [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))].find(({ pending, one }) => pending && one.id !== after)?.one.id ?? null;
};

export type Progress = { readonly group: string; readonly done: number; readonly total: number };
/** The whole first, then group by group. */
export const progressOf = (rows: readonly Row[]): { readonly whole: Progress; readonly groups: readonly Progress[] } => {
  const of = (group: string, some: readonly Row[]): Progress => ({ group, done: some.filter(({ pending }) => !pending).length, total: some.length });
  const groups = [...Map.groupBy(rows, ({ group }) => group)].map(([group, some]) => of(group, some)).toSorted((a, b) => (a.group < b.group ? -1 : 1));
  return { whole: of('', rows), groups };
};
