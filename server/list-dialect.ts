/** The dialect of lists, `filter`, `range`, `sort`, `after`, read strictly: what is not known is refused by its name, never passed on. */
import { parse as parseSafely } from 'secure-json-parse';
import { LONGEST_PAGE, rangeText, remedies } from '../workflows/kit/asked.ts';
import type { Misread } from '../workflows/kit/asked.ts';
import type { FieldErrors, Text } from '../workflows/kit/words.ts';

export type FieldType = 'text' | 'number' | 'instant' | 'day' | 'flag';
/** What a list may be asked by: its fields with their types; `q` where it has words to search. */
export type Listable = { readonly fields: Readonly<Record<string, FieldType>>; readonly q: boolean; readonly defaultSort: { readonly field: string; readonly desc: boolean } };

export type Value = string | number | boolean | null;
export type Condition =
  | { readonly field: string; readonly op: 'is' | 'gte' | 'lte'; readonly value: Value }
  | { readonly field: string; readonly op: 'oneOf'; readonly value: readonly Value[] };
export type ListQuery = {
  readonly conditions: readonly Condition[]; readonly q: string | null;
  readonly sort: { readonly field: string; readonly desc: boolean };
  readonly offset: number; readonly limit: number;
  /** Values of the last row of the page before, as the cursor carries them: sort field, id. */
  readonly after: readonly [Value, string] | null;
};
/** The part of the question that a condition was read from. */
export const partOf = ({ field, op }: Condition): string => `filter.${field}${op === 'gte' || op === 'lte' ? `_${op}` : ''}`;
/** As they stand in the query string (JSON as text) or in the body of a search. */
export type RawList = { readonly filter?: unknown; readonly range?: unknown; readonly sort?: unknown; readonly after?: unknown };

const FURTHEST = 1_000_000;
const PAGE = 25;

/** A part of a list that cannot be read; caught by `partsOf` alone. */
class Unreadable extends Error {
  readonly remedy: Text;
  constructor(remedy: Text) {
    super(remedy.en);
    this.remedy = remedy;
  }
}
const refuse = (remedy: Text): never => { throw new Unreadable(remedy); };

/** Reads parts one by one, writing down under its name each that cannot be read: null. */
const partsOf = (misread: FieldErrors) => <T>(name: string, read: () => T): T | null => {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    misread[name] = error.remedy;
    return null;
  }
};

/** `remedy`: for what is no JSON. */
const json = (raw: unknown, otherwise: unknown, remedy: Text): unknown => {
  if (raw === undefined) return otherwise;
  if (typeof raw !== 'string') return raw;
  try {
    return parseSafely(raw, { protoAction: 'error', constructorAction: 'error' }) as unknown;
  } catch {
    return refuse(remedy);
  }
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2}))?$/;
const isReal = (text: string): boolean => !Number.isNaN(Date.parse(text));

const checks: Record<FieldType, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string' && value.length <= 200 && !value.includes('\0') && value.isWellFormed(),
  number: (value) => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER,
  day: (value) => typeof value === 'string' && DAY.test(value) && isReal(value),
  instant: (value) => typeof value === 'string' && INSTANT.test(value) && isReal(value),
  flag: (value) => typeof value === 'boolean',
};

const valueOf = (type: FieldType, value: unknown): Value => (value === null || checks[type](value) ? (value as Value) : refuse(remedies.value));

const conditionOf = (fields: Listable['fields'], key: string, value: unknown): Condition => {
  const type = Object.hasOwn(fields, key) ? fields[key] : undefined;
  if (type) {
    if (!Array.isArray(value)) return { field: key, op: 'is', value: valueOf(type, value) };
    if (value.length > LONGEST_PAGE) refuse(remedies.value);
    return { field: key, op: 'oneOf', value: value.map((one: unknown) => valueOf(type, one)) };
  }
  const [, field = '', op] = /^(.+)_(gte|lte)$/.exec(key) ?? [];
  const ranged = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (!ranged) return refuse(remedies.unknown);
  if (value === null) return refuse(remedies.value);
  return { field, op: op === 'gte' ? 'gte' : 'lte', value: valueOf(ranged, value) };
};

const rangeOf = (raw: unknown, byIds: boolean): { offset: number; limit: number } => {
  const remedy = rangeText(LONGEST_PAGE);
  const range = json(raw, [0, (byIds ? LONGEST_PAGE : PAGE) - 1], remedy);
  if (!Array.isArray(range) || range.length !== 2 || !range.every(Number.isSafeInteger)) return refuse(remedy);
  const [from, to] = range as [number, number];
  if (from < 0 || to < from - 1 || to - from >= LONGEST_PAGE || from > FURTHEST) return refuse(remedy);
  return { offset: from, limit: to - from + 1 };
};

const sortOf = (raw: unknown, listable: Listable): ListQuery['sort'] => {
  if (raw === undefined) return listable.defaultSort;
  const sort = json(raw, null, remedies.sort);
  if (!Array.isArray(sort) || sort.length !== 2) return refuse(remedies.sort);
  const [field, order] = sort as unknown[];
  if (typeof field !== 'string' || !Object.hasOwn(listable.fields, field) || (order !== 'ASC' && order !== 'DESC')) return refuse(remedies.sort);
  return { field, desc: order === 'DESC' };
};

/** The cursor of the row after which the next page begins. */
export const cursorOf = (value: Value, id: string): string => Buffer.from(JSON.stringify([value, id])).toString('base64url');

const afterOf = (raw: unknown, type: FieldType): ListQuery['after'] => {
  if (raw === undefined) return null;
  if (typeof raw !== 'string') return refuse(remedies.after);
  const cursor = json(Buffer.from(raw, 'base64url').toString(), null, remedies.after);
  if (!Array.isArray(cursor) || cursor.length !== 2 || !checks.text(cursor[1]) || !(cursor[0] === null || checks[type](cursor[0]))) return refuse(remedies.after);
  return cursor as [Value, string];
};

const filterOf = (raw: unknown): Readonly<Record<string, unknown>> => {
  const filter = json(raw, {}, remedies.json);
  return typeof filter === 'object' && filter !== null && !Array.isArray(filter) ? (filter as Record<string, unknown>) : refuse(remedies.json);
};

const wordsOf = (q: unknown, listable: Listable): string | null => {
  if (q === undefined) return null;
  if (!listable.q) return refuse(remedies.unknown);
  return typeof q === 'string' && checks.text(q) ? q.trim() || null : refuse(remedies.value);
};

/** The list asked for, or each part of it that cannot be read: 400. */
export const readList = (raw: RawList, listable: Listable): ListQuery | Misread => {
  const misread: FieldErrors = {};
  const part = partsOf(misread);
  const { q, ...asked } = part('filter', () => filterOf(raw.filter)) ?? {};
  const words = part('filter.q', () => wordsOf(q, listable));
  const conditions = Object.entries(asked).flatMap(([key, value]) => part(`filter.${key}`, () => conditionOf(listable.fields, key, value)) ?? []);
  const byIds = conditions.some(({ field, op }) => field === 'id' && op === 'oneOf');
  const range = part('range', () => rangeOf(raw.range, byIds));
  const sort = part('sort', () => sortOf(raw.sort, listable));
  const after = sort && part('after', () => afterOf(raw.after, listable.fields[sort.field] ?? 'text'));
  return range && sort && Object.keys(misread).length === 0 ? { conditions, q: words, sort, ...range, after } : { misread };
};

/** `residents 0-24/6092`; an empty page has a star for its range. */
export const contentRange = (resource: string, offset: number, rows: number, total: number): string =>
  `${resource} ${rows === 0 ? '*' : `${offset}-${offset + rows - 1}`}/${total}`;
