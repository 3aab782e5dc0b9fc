/** The one door to the server: JSON both ways; what it refuses becomes an HttpError that react-admin understands. */
import { HttpError } from 'react-admin';
import type { Lang, Text } from '../../workflows/kit/words.ts';

export type Answer = { readonly status: number; readonly headers: Headers; readonly body: string; readonly json: unknown; readonly file?: Blob };
/** `asFile`: what comes is kept as it is; `file`: what goes, in place of a body. */
export type Options = { readonly method?: string; readonly body?: unknown; readonly signal?: AbortSignal | undefined; readonly asFile?: true; readonly leaving?: boolean; readonly file?: File };
/** `path` begins behind `/api`. Throws HttpError; its status is 0 where the server was not reached. */
export type Client = (path: string, options?: Options) => Promise<Answer>;

/** What a refusal carries; `retryAfter` in seconds. */
export type Refused = { readonly reason?: string; readonly why?: readonly string[]; readonly errors?: Readonly<Record<string, string>>; readonly current?: unknown; readonly retryAfter?: number };

/** Statuses with a sentence of their own in the catalogue, under `problem`. */
const SAID = [400, 401, 403, 404, 409, 422, 429, 501, 503];

const parse = (body: string): unknown => {
  try {
    return body === '' ? null : JSON.parse(body);
  } catch {
    return null;
  }
};

const isText = (value: unknown): value is Text => typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
const record = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {});

/** Sentences arrive in both languages or in one; react-admin wants one string per field. */
const errorsIn = (lang: Lang, errors: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(record(errors)).map(([name, said]) => [name, isText(said) ? said[lang] : String(said)]));

const refusedOf = (lang: Lang, headers: Headers, json: unknown): Refused => {
  const said = record(json);
  const after = Number(headers.get('Retry-After') ?? Number.NaN);
  return { ...said, ...('errors' in said && { errors: errorsIn(lang, said.errors) }), ...(Number.isFinite(after) && { retryAfter: after }) };
};

/** What a file travels with; its name for people alone. */
export const fileHeaders = (lang: Lang, file: File): Record<string, string> =>
  ({ 'Accept': 'application/json', 'Accept-Language': lang, 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(file.name) });

/** An answer that is none of 2xx, as react-admin knows errors. */
export const failureOf = (lang: Lang, status: number, headers: Headers, body: string): HttpError =>
  new HttpError(`problem.${SAID.includes(status) ? status : 'other'}`, status, refusedOf(lang, headers, parse(body)));

/** `lang` is asked at each call, because people change it. */
export const makeClient = (base: string, lang: () => Lang, go: typeof fetch = (...asked) => fetch(...asked)): Client => async (path, { method = 'GET', body, signal, asFile, leaving = false, file } = {}) => {
  const response = await go(`${base}/${path}`, {
    method,
    credentials: 'same-origin',
    headers: file ? fileHeaders(lang(), file) : { Accept: 'application/json', 'Accept-Language': lang(), ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    ...(file && { body: file }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
    // Outlives the page that sends it.
    ...(leaving && { keepalive: true }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new HttpError('problem.offline', 0, {});
  });
  if (asFile && response.ok) return { status: response.status, headers: response.headers, body: '', json: null, file: await response.blob() };
  const text = await response.text();
  if (!response.ok) throw failureOf(lang(), response.status, response.headers, text);
  return { status: response.status, headers: response.headers, body: text, json: parse(text) };
};
