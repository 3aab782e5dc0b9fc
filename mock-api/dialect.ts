/** The ra-data-simple-rest dialect in json-server's words: json-server filters, sorts and pages the rows it is handed. */
import jsonServer, { type Request, type Response } from 'json-server';

/** Fields a list may filter and sort by, and where json-server finds each in a row. */
export type Fields = Readonly<Record<string, string>>;
type Scalar = string | number | boolean;
export type ListQuery = { readonly filter: Readonly<Record<string, Scalar | readonly Scalar[]>>; readonly range: readonly [number, number]; readonly sort: readonly [string, 'ASC' | 'DESC'] };

const isScalar = (value: unknown): value is Scalar => ['string', 'number', 'boolean'].includes(typeof value) && !(typeof value === 'string' && value.includes('\0'));
const bare = (key: string): string => key.replace(/_(gte|lte)$/, '');
const first = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const readJson = (text: string | undefined, fallback: unknown): unknown => {
  if (text === undefined) return fallback;
  try { return JSON.parse(text) as unknown; } catch { return undefined; }
};

const readFilter = (filter: unknown, fields: Fields): ListQuery['filter'] | null => {
  if (typeof filter !== 'object' || filter === null || Array.isArray(filter)) return null;
  for (const [key, value] of Object.entries(filter)) {
    if (key !== 'q' && !Object.hasOwn(fields, bare(key))) return null;
    if (key === 'q' ? typeof value !== 'string' : !isScalar(value) && !(Array.isArray(value) && value.length <= 1000 && value.every(isScalar))) return null;
    if (key !== bare(key) && Array.isArray(value)) return null;
  }
  return filter as ListQuery['filter'];
};

/** The list that was asked for; null where a field is unknown or a value is not in order. */
export const readList = (source: { filter?: unknown; range?: unknown; sort?: unknown; after?: unknown }, fields: Fields): ListQuery | null => {
  const filter = readFilter(source.filter ?? {}, fields);
  const range = source.range ?? [0, 24];
  const sort = source.sort ?? ['id', 'ASC'];
  if (!filter || !Array.isArray(range) || range.length !== 2 || !Array.isArray(sort) || sort.length !== 2) return null;
  const [from, to] = range as [unknown, unknown];
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || Number(from) < 0 || Number(to) < Number(from) || Number(to) - Number(from) >= 1000) return null;
  const [field, order] = sort as [unknown, unknown];
  if (typeof field !== 'string' || !Object.hasOwn(fields, field) || (order !== 'ASC' && order !== 'DESC')) return null;
  const start = typeof source.after === 'string' ? Number(source.after) : Number(from);
  if (!Number.isSafeInteger(start) || start < 0) return null;
  return { filter, range: [start, start + Number(to) - Number(from)], sort: [field, order] };
};

/** What was typed, and the list without it: json-server would look for it in every field. */
export const withoutWords = (list: ListQuery): { q: string | null; list: ListQuery } => {
  const { q, ...filter } = list.filter;
  return { q: typeof q === 'string' && q.trim() !== '' ? q.trim() : null, list: { ...list, filter } };
};

/** The same from a URL, where filter, range and sort are JSON. */
export const readListUrl = (query: Request['query'], fields: Fields): ListQuery | null => {
  const parts = { filter: readJson(first(query.filter), {}), range: readJson(first(query.range), [0, 24]), sort: readJson(first(query.sort), ['id', 'ASC']) };
  if (Object.values(parts).includes(undefined)) return null;
  return readList({ ...parts, after: first(query.after) }, fields);
};

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
  if (from + found.length < total) response.set('X-Next-Cursor', String(from + found.length));
  response.set('Content-Range', `${resource} ${found.length === 0 ? '*' : `${from}-${from + found.length - 1}`}/${total}`);
  response.json(await Promise.all(found.map(finish)));
};
