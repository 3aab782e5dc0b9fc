/** A door of the office over HTTP: sign in by name, ask, send; the same for the mock and the server. */
import type { ArrowInfo } from '../../workflows/kit/describe.ts';

export type Answer<T = unknown> = { readonly status: number; readonly headers: Headers; readonly body: T };
export type Definition = { readonly name: string; readonly version: number; readonly states: string[]; readonly arrows: ArrowInfo[]; readonly forms: Record<string, Record<string, unknown>>; readonly examples: Record<string, unknown> };
export type CaseOut = {
  readonly id: string; readonly workflow: string; readonly parent: string | null; readonly state: string; readonly unit: string; readonly data: Record<string, unknown>; readonly version: number;
  readonly dueAt: string | null; readonly offers: { type: string }[]; readonly blocked: { type: string; why: string[] }[];
};
export type Client = {
  readonly name: string;
  get<T = unknown>(path: string): Promise<Answer<T>>;
  send<T = unknown>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  list<T = CaseOut>(resource: string, filter?: object, range?: [number, number], sort?: [string, string]): Promise<T[]>;
};
export type Door = { readonly name: string; readonly base: string; as(user: string): Promise<Client>; nobody(): Client };

const PASSWORD = 'demo-2026';

const clientAt = (base: string, name: string, cookie: string): Client => {
  const send = async <T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> => {
    const response = await fetch(base + path, {
      method, headers: { ...(cookie && { cookie }), ...(body !== undefined && { 'content-type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json' }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' || body instanceof Uint8Array ? (body as string | Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
    });
    const type = response.headers.get('content-type') ?? '';
    if (/spreadsheet/.test(type)) return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) as T };
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text && /json/.test(type) ? JSON.parse(text) : text) as T };
  };
  return {
    name, send,
    get: (path) => send('GET', path),
    list: async <T>(resource: string, filter: object = {}, range: [number, number] = [0, 99], sort: [string, string] = ['id', 'ASC']) => {
      const query = new URLSearchParams({ filter: JSON.stringify(filter), range: JSON.stringify(range), sort: JSON.stringify(sort) });
      const { status, body } = await send<T[]>('GET', `/api/${resource}?${query.toString()}`);
      if (status !== 200) throw new Error(`${name} cannot list ${resource}: ${status} ${JSON.stringify(body)}`);
      return body;
    },
  };
};

/** A door at a base address, e.g. `http://127.0.0.1:3000`. */
export const httpDoor = (name: string, base: string): Door => {
  const known = new Map<string, Promise<Client>>();
  const signIn = async (user: string): Promise<Client> => {
    const response = await fetch(`${base}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: user, password: PASSWORD }) });
    if (response.status !== 200) throw new Error(`${user} cannot sign in at ${name}: ${response.status} ${await response.text()}`);
    return clientAt(base, user, (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '');
  };
  return {
    name, base, nobody: () => clientAt(base, 'nobody', ''),
    as: (user) => {
      const client = known.get(user) ?? signIn(user);
      known.set(user, client);
      return client;
    },
  };
};
