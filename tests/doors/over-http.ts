/** The door of whoever answers under a base address: mock or server, which must not differ. */
import { randomUUID } from 'node:crypto';
import type { Data } from '../../workflows/kit/words.ts';
import { glimpseOf } from './kit.ts';
import type { Answer, CaseOut, Door } from './http.ts';
import type { LogLine, StoryDoor, Told, Which } from './story-door.ts';

type Refused = { readonly reason?: string; readonly why?: string[]; readonly errors?: Record<string, string> };

const told = ({ status, body }: Answer<CaseOut & Refused>): Told => {
  if (status === 200 || status === 201) return { to: body.state };
  if (status === 404) return { no: ['not-found'] };
  if (status === 403 && body.reason === 'blocked') return { no: [...(body.why ?? [])].sort() };
  if (status === 422 && body.errors) return { no: Object.keys(body.errors).sort() };
  if (status === 409 && body.reason === 'not-offered') return { no: ['not-offered'] };
  throw new Error(`An answer that the contract does not name: ${status} ${JSON.stringify(body)}`);
};

export const storyDoor = (door: Door): StoryDoor => {
  const path = ({ workflow, id }: Which): string => `/api/${workflow}/${encodeURIComponent(id)}`;
  const get = async <T>(by: string, url: string): Promise<T> => {
    const { status, body } = await (await door.as(by)).get<T>(url);
    if (status !== 200) throw new Error(`${by} cannot read ${url}: ${status} ${JSON.stringify(body)}`);
    return body;
  };
  return {
    name: door.name,
    now: async () => (await get<{ now: string }>('admin', '/api/settings/public')).now,
    clock: async (to) => {
      const { status, body } = await (await door.as('admin')).send('POST', '/api/clock', { now: to });
      if (status !== 200) throw new Error(`The clock does not step to ${to}: ${status} ${JSON.stringify(body)}`);
    },
    open: async (by, { workflow, id }, unit, data) => told(await (await door.as(by)).send('POST', `/api/${workflow}`, { id, unit, data })),
    send: async (by, which, event, data) => {
      const client = await door.as(by);
      const { status, body } = await client.get<CaseOut>(path(which));
      if (status === 404) return { no: ['not-found'] };
      return told(await client.send('POST', `${path(which)}/events`, { id: randomUUID(), type: event, data, version: body.version }));
    },
    see: async (by, which) => glimpseOf(await get<CaseOut>(by, path(which))),
    log: async (by, which) => (await get<(LogLine & { post: string })[]>(by, `${path(which)}/log`)).map(({ type, from, to, actor, post, behalf }) => ({ type, from, to, actor, post, behalf })),
    children: async (by, workflow, parent) => (await (await door.as(by)).list(workflow, { parent }, [0, 499])).map(({ id, state, data }) => ({ workflow, id, state, data })),
    resident: (by, id) => get<Data>(by, `/api/residents/${id}`),
  };
};
