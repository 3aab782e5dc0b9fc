/** The dialect of lists, `filter`, `range`, `sort`, `after`, read strictly: what is not known is refused, never passed on. */
import { parse as parseSafely } from 'secure-json-parse';

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
/** As they stand in the query string (JSON as text) or in the body of a search. */
export type RawList = { readonly filter?: unknown; readonly range?: unknown; readonly sort?: unknown; readonly after?: unknown };

export const LONGEST_PAGE = 1000;
const FURTHEST = 1_000_000;
const PAGE = 25;

/** A list that cannot be read; caught by `readList` alone. */
class Unreadable extends Error {}
const refuse = (): never => { throw new Unreadable(); };

const json = (raw: unknown, otherwise: unknown): unknown => {
  if (raw === undefined) return otherwise;
  if (typeof raw !== 'string') return raw;
  try {
    return parseSafely(raw, { protoAction: 'error', constructorAction: 'error' }) as unknown;
  } catch {
    return refuse();
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

const valueOf = (type: FieldType, value: unknown): Value => (value === null || checks[type](value) ? (value as Value) : refuse());

const conditionOf = (fields: Listable['fields'], key: string, value: unknown): Condition => {
  const type = Object.hasOwn(fields, key) ? fields[key] : undefined;
  if (type) {
    if (!Array.isArray(value)) return { field: key, op: 'is', value: valueOf(type, value) };
    if (value.length > LONGEST_PAGE) refuse();
    return { field: key, op: 'oneOf', value: value.map((one: unknown) => valueOf(type, one)) };
  }
  const [, field = '', op] = /^(.+)_(gte|lte)$/.exec(key) ?? [];
  const ranged = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (!ranged || value === null) return refuse();
  return { field, op: op === 'gte' ? 'gte' : 'lte', value: valueOf(ranged, value) };
};

const rangeOf = (raw: unknown, byIds: boolean): { offset: number; limit: number } => {
  const range = json(raw, [0, (byIds ? LONGEST_PAGE : PAGE) - 1]);
  if (!Array.isArray(range) || range.length !== 2 || !range.every(Number.isSafeInteger)) return refuse();
  const [from, to] = range as [number, number];
  if (from < 0 || to < from - 1 || to - from >= LONGEST_PAGE || from > FURTHEST) return refuse();
  return { offset: from, limit: to - from + 1 };
};

const sortOf = (raw: unknown, listable: Listable): ListQuery['sort'] => {
  if (raw === undefined) return listable.defaultSort;
  const sort = json(raw, null);
  if (!Array.isArray(sort) || sort.length !== 2) return refuse();
  const [field, order] = sort as unknown[];
  if (typeof field !== 'string' || !Object.hasOwn(listable.fields, field) || (order !== 'ASC' && order !== 'DESC')) return refuse();
  return { field, desc: order === 'DESC' };
};

/** The cursor of the row after which the next page begins. */
export const cursorOf = (value: Value, id: string): string => Buffer.from(JSON.stringify([value, id])).toString('base64url');

const afterOf = (raw: unknown, type: FieldType): ListQuery['after'] => {
  if (raw === undefined) return null;
  if (typeof raw !== 'string') return refuse();
  const cursor = json(Buffer.from(raw, 'base64url').toString(), null);
  if (!Array.isArray(cursor) || cursor.length !== 2 || !checks.text(cursor[1])) return refuse();
  return [valueOf(type, cursor[0]), cursor[1] as string];
};

const read = (raw: RawList, listable: Listable): ListQuery => {
  const filter = json(raw.filter, {});
  if (typeof filter !== 'object' || filter === null || Array.isArray(filter)) return refuse();
  const { q, ...asked } = filter as Record<string, unknown>;
  if (q !== undefined && (!listable.q || !checks.text(q))) return refuse();
  const conditions = Object.entries(asked).map(([key, value]) => conditionOf(listable.fields, key, value));
  const sort = sortOf(raw.sort, listable);
  const byIds = conditions.some(({ field, op }) => field === 'id' && op === 'oneOf');
  return {
    conditions, q: typeof q === 'string' && q.trim() !== '' ? q.trim() : null, sort, ...rangeOf(raw.range, byIds),
    after: afterOf(raw.after, listable.fields[sort.field] ?? 'text'),
  };
};

/** The list asked for, or null where it cannot be read: 400. */
export const readList = (raw: RawList, listable: Listable): ListQuery | null => {
  try {
    return read(raw, listable);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
};

/** `residents 0-24/6092`; an empty page has a star for its range. */
export const contentRange = (resource: string, offset: number, rows: number, total: number): string =>
  `${resource} ${rows === 0 ? '*' : `${offset}-${offset + rows - 1}`}/${total}`;
