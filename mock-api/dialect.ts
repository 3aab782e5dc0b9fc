/** The ra-data-simple-rest dialect in json-server's words: json-server filters, sorts and pages the rows it is handed. */
import jsonServer, { type Request, type Response } from 'json-server';
import { LONGEST_PAGE, rangeText, remedies, SearchBody, type Misread } from '../workflows/kit/asked.ts';
import { errorsOf } from '../workflows/kit/form.ts';
import type { FieldErrors } from '../workflows/kit/words.ts';
import { errorsIn } from './outward.ts';
import { langOf } from './session.ts';

/** Fields a list may filter and sort by, and where json-server finds each in a row. */
export type Fields = Readonly<Record<string, string>>;
type Scalar = string | number | boolean;
export type ListQuery = { readonly filter: Readonly<Record<string, Scalar | readonly Scalar[]>>; readonly range: readonly [number, number]; readonly sort: readonly [string, 'ASC' | 'DESC'] };

const isScalar = (value: unknown): value is Scalar => ['string', 'number', 'boolean'].includes(typeof value) && !(typeof value === 'string' && value.includes('\0'));
const bare = (key: string): string => key.replace(/_(gte|lte)$/, '');

const readFilter = (filter: unknown, fields: Fields, misread: FieldErrors): ListQuery['filter'] => {
  if (typeof filter !== 'object' || filter === null || Array.isArray(filter)) {
    misread['filter'] = remedies.json;
    return {};
  }
  for (const [key, value] of Object.entries(filter)) {
    if (key !== 'q' && !Object.hasOwn(fields, bare(key))) misread[`filter.${key}`] = remedies.unknown;
    else if (key === 'q' ? typeof value !== 'string' : !isScalar(value) && !(key === bare(key) && Array.isArray(value) && value.length <= LONGEST_PAGE && value.every(isScalar))) misread[`filter.${key}`] = remedies.value;
  }
  return filter as ListQuery['filter'];
};

const readRange = (range: unknown): ListQuery['range'] | null => {
  if (!Array.isArray(range) || range.length !== 2 || !range.every(Number.isSafeInteger)) return null;
  const [from, to] = range as [number, number];
  return from >= 0 && to >= from - 1 && to - from < LONGEST_PAGE ? [from, to] : null;
};

const readSort = (sort: unknown, fields: Fields): ListQuery['sort'] | null => {
  const [field, order, ...more] = Array.isArray(sort) ? (sort as unknown[]) : [];
  return typeof field === 'string' && Object.hasOwn(fields, field) && (order === 'ASC' || order === 'DESC') && more.length === 0 ? [field, order] : null;
};

/** Where the page begins: the mock's cursor is its number of rows. */
const readAfter = (after: unknown, from: number): number | null => {
  const start = after === undefined ? from : typeof after === 'string' && after !== '' ? Number(after) : -1;
  return Number.isSafeInteger(start) && start >= 0 ? start : null;
};

type Source = { readonly filter?: unknown; readonly range?: unknown; readonly sort?: unknown; readonly after?: unknown };
/** The list that was asked for, or each part of it that is unknown or not in order. */
export const readList = (source: Source, fields: Fields): ListQuery | Misread => {
  const misread: FieldErrors = {};
  const filter = readFilter(source.filter ?? {}, fields, misread);
  const range = readRange(source.range ?? [0, 24]);
  const sort = readSort(source.sort ?? ['id', 'ASC'], fields);
  const start = readAfter(source.after, range?.[0] ?? 0);
  if (!range) misread['range'] = rangeText(LONGEST_PAGE);
  if (!sort) misread['sort'] = remedies.sort;
  if (start === null) misread['after'] = remedies.after;
  if (!range || !sort || start === null || Object.keys(misread).length > 0) return { misread };
  return { filter, range: [start, start + range[1] - range[0]], sort };
};

/** The same from the body of a search. */
export const readSearch = (given: unknown, fields: Fields): ListQuery | Misread => {
  const body = given ?? {};
  const asked = SearchBody.safeParse(body);
  return asked.success ? readList(asked.data, fields) : { misread: errorsOf(asked.error, body) };
};

/** As the server: each part that cannot be read, with its remedy. */
export const sendMisread = (request: Request, response: Response, { misread }: Misread) => response.status(400).json({ reason: 'unreadable', errors: errorsIn(langOf(request), misread) });

/** What was typed, and the list without it: json-server would look for it in every field. */
export const withoutWords = (list: ListQuery): { q: string | null; list: ListQuery } => {
  const { q, ...filter } = list.filter;
  return { q: typeof q === 'string' && q.trim() !== '' ? q.trim() : null, list: { ...list, filter } };
};

/** JSON in an address; what is none is read as text, which no part of a list is. */
const readJson = (given: unknown): unknown => {
  if (typeof given !== 'string') return given;
  try { return JSON.parse(given) as unknown; } catch { return given; }
};

/** The same from a URL, where filter, range and sort are JSON. */
export const readListUrl = ({ filter, range, sort, after }: Request['query'], fields: Fields): ListQuery | Misread =>
  readList({ filter: readJson(filter), range: readJson(range), sort: readJson(sort), after }, fields);

const toJsonServer = ({ filter, range: [from, to], sort: [field, order] }: ListQuery, fields: Fields): Request['query'] => {
  const words: Request['query'] = { _start: String(from), _end: String(to + 1), _sort: fields[field] ?? field, _order: order.toLowerCase() };
  for (const [key, value] of Object.entries(filter)) {
    const name = key === 'q' ? 'q' : (fields[bare(key)] ?? bare(key)) + key.slice(bare(key).length);
    words[name] = typeof value === 'object' ? value.map(String) : String(value);
  }
  return words;
};

const has = (row: object, path: string): boolean => path.split('.').reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined), row) !== undefined;

/** json-server forgets a filter whose field no row has; such a list is empty. */
const isEmpty = (rows: readonly object[], { filter }: ListQuery, fields: Fields): boolean =>
  Object.entries(filter).some(([key, value]) => (typeof value === 'object' && value.length === 0) || (key !== 'q' && !rows.some((row) => has(row, fields[bare(key)] ?? bare(key)))));

const asFound = (row: object): Promise<object> => Promise.resolve(row);

/** Lets json-server find rows among those that the reader may see; it hangs the total on the response. */
export const findRows = (request: Request, response: Response, rows: readonly object[], list: ListQuery, fields: Fields): Promise<object[]> => new Promise((resolve) => {
  const router = jsonServer.router({ rows: isEmpty(rows, list, fields) ? [] : rows });
  router.render = (_request, { locals: { data } }) => resolve(Array.isArray(data) ? (data as object[]) : []);
  request.method = 'GET';
  request.url = '/rows';
  request.query = toJsonServer(list, fields);
  router(request, response, () => response.status(404).json({ reason: 'not-found' }));
});

/** Answers a list over rows that the reader may see; `finish` says the rest of each row of the page. */
export const answerList = async (request: Request, response: Response, resource: string, rows: readonly object[], list: ListQuery, fields: Fields, finish: (row: object) => Promise<object> = asFound): Promise<void> => {
  const found = await findRows(request, response, rows, list, fields);
  const total = Number(response.getHeader('X-Total-Count'));
  const [from] = list.range;
  if (found.length > 0 && from + found.length < total) response.set('X-Next-Cursor', String(from + found.length));
  response.set('Content-Range', `${resource} ${found.length === 0 ? '*' : `${from}-${from + found.length - 1}`}/${total}`);
  response.json(await Promise.all(found.map(finish)));
};
