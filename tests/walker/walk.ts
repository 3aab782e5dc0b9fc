/** A program that knows only `GET /api/workflows/<name>` and walks every arrow with the examples it is given. */
import { randomUUID } from 'node:crypto';
import type { ArrowInfo } from '../../workflows/kit/describe.ts';
import type { CaseOut, Client, Definition, Door } from '../doors/http.ts';

export type Walk = {
  /** Arrows walked, as `workflow|from|event|to`. */
  readonly walked: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
  /** Answers that the contract does not name. */
  readonly wrong: readonly string[];
  /** Refusals by declared code, counted. */
  readonly refused: ReadonlyMap<string, number>;
};
type User = { readonly client: Client; readonly posts: { post: string; unit: string }[] };

export const arrowKey = (workflow: string, { from, event, to }: Pick<ArrowInfo, 'from' | 'event' | 'to'>): string => `${workflow}|${from ?? ''}|${event}|${to}`;
const list = (given: unknown): unknown[] => (given === undefined ? [] : Array.isArray(given) ? given : [given]);
const COMMON = ['same-person'];

/** Shortest path of arrows from a state, by the definition alone. */
const pathTo = (definition: Definition, start: string | null, goal: string | null): ArrowInfo[] | null => {
  const paths = new Map<string | null, ArrowInfo[]>([[start, []]]);
  const queue: (string | null)[] = [start];
  while (queue.length > 0) {
    const at = queue.shift() ?? null;
    for (const arrow of definition.arrows.filter(({ from }) => from === at)) {
      if (paths.has(arrow.to)) continue;
      paths.set(arrow.to, [...(paths.get(at) ?? []), arrow]);
      queue.push(arrow.to);
    }
  }
  return paths.get(goal) ?? null;
};

/** Walks with the given sign-in names; `tries` bounds the attempts per arrow. */
export const walkEveryArrow = async (door: Door, users: readonly string[], { tries = 3, only }: { tries?: number; only?: string } = {}): Promise<Walk> => {
  const cast: User[] = await Promise.all(users.map(async (name) => {
    const client = await door.as(name);
    return { client, posts: (await client.get<{ user: { posts: User['posts'] } }>('/api/session')).body.user.posts };
  }));
  const admin = await door.as('admin');
  const reader = await door.as('town1');
  const walked = new Set<string>();
  const all = new Set<string>();
  const wrong: string[] = [];
  const refused = new Map<string, number>();
  const names = (await reader.get<{ name: string }[]>('/api/workflows')).body.map(({ name }) => name).filter((name) => only === undefined || name === only);
  const definitions = new Map<string, Definition>();
  for (const name of names) definitions.set(name, (await reader.get<Definition>(`/api/workflows/${name}`)).body);
  for (const [name, { arrows }] of definitions) for (const arrow of arrows) all.add(arrowKey(name, arrow));

  const codesOf = (definition: Definition): Set<string> => new Set([...COMMON, ...[...definitions.values()].flatMap(({ arrows }) => arrows.flatMap(({ rules }) => rules)), ...definition.arrows.flatMap(({ rules }) => rules)]);
  const note = (definition: Definition, what: string, status: number, body: unknown): void => {
    const { reason, why } = (body ?? {}) as { reason?: string; why?: string[] };
    const declared = status === 403 && reason === 'blocked' && Array.isArray(why) && why.length > 0 && why.every((code) => codesOf(definition).has(code));
    if (declared || (status === 409 && reason === 'not-offered')) refused.set(why?.join('+') ?? 'not-offered', (refused.get(why?.join('+') ?? 'not-offered') ?? 0) + 1);
    else wrong.push(`${what}: ${status} ${JSON.stringify(body)}`);
  };
  const examplesFor = async (user: User, name: string, event: string): Promise<unknown[]> => list((await user.client.get<Definition>(`/api/workflows/${name}`)).body.examples[event]);
  const castFor = (arrow: ArrowInfo): User[] => cast.filter(({ posts }) => posts.some(({ post }) => arrow.who.includes(post)));

  const open = async (definition: Definition, arrow: ArrowInfo): Promise<CaseOut | null> => {
    for (const user of castFor(arrow)) {
      for (const data of await examplesFor(user, definition.name, 'open')) {
        const id = `walk-${randomUUID()}`;
        const unit = user.posts.find(({ post }) => arrow.who.includes(post))?.unit ?? '';
        const { status, body } = await user.client.send<CaseOut>('POST', `/api/${definition.name}`, { id, unit, data });
        if (status !== 201) { note(definition, `${definition.name} open by ${user.client.name}`, status, body); continue; }
        walked.add(arrowKey(definition.name, { from: null, event: 'open', to: body.state }));
        return body;
      }
    }
    return null;
  };

  const byClock = async (definition: Definition, one: CaseOut): Promise<CaseOut> => {
    if (one.dueAt) {
      const { body: { now } } = await admin.get<{ now: string }>('/api/settings/public');
      if (one.dueAt > now) {
        const { status, body } = await admin.send('POST', '/api/clock', { now: new Date(Date.parse(one.dueAt) + 1000).toISOString() });
        if (status !== 200) wrong.push(`clock: ${status} ${JSON.stringify(body)}`);
      }
    }
    const rows = await reader.get<{ from: string | null; type: string; to: string }[]>(`/api/${definition.name}/${one.id}/log`);
    for (const row of rows.body) walked.add(arrowKey(definition.name, { from: row.from, event: row.type, to: row.to }));
    return (await reader.get<CaseOut>(`/api/${definition.name}/${one.id}`)).body;
  };

  /** Sends one arrow's event by whoever may; the case as it stands afterwards. */
  const take = async (definition: Definition, one: CaseOut, arrow: ArrowInfo): Promise<CaseOut> => {
    if (arrow.who.includes('clock')) return byClock(definition, one);
    let now = one;
    for (const user of castFor(arrow)) {
      if (!user.posts.some(({ unit }) => now.unit.startsWith(unit))) continue;
      for (const data of await examplesFor(user, definition.name, arrow.event)) {
        const { status, body } = await user.client.send<CaseOut>('POST', `/api/${definition.name}/${now.id}/events`, { id: randomUUID(), type: arrow.event, data, version: now.version });
        if (status !== 200) { note(definition, `${definition.name} ${now.state}.${arrow.event} by ${user.client.name}`, status, body); continue; }
        walked.add(arrowKey(definition.name, { from: now.state, event: arrow.event, to: body.state }));
        if (body.state === arrow.to || body.state !== now.state) return body;
        now = body;
      }
    }
    return now;
  };

  const bring = async (definition: Definition, goal: string): Promise<CaseOut | null> => {
    const path = pathTo(definition, null, goal);
    const [opening, ...rest] = path ?? [];
    if (!opening) return null;
    let one = opening.who.includes('clock') ? (await reader.list(definition.name, { state: opening.to }, [0, 0]))[0] ?? null : await open(definition, opening);
    for (const arrow of rest) {
      if (!one || one.state !== arrow.from) break;
      one = await take(definition, one, arrow);
    }
    return one?.state === goal ? one : null;
  };

  for (const definition of definitions.values()) {
    for (const arrow of definition.arrows) {
      const key = arrowKey(definition.name, arrow);
      for (let n = 0; n < tries && !walked.has(key); n += 1) {
        if (arrow.from === null) { if (!arrow.who.includes('clock')) await open(definition, arrow); continue; }
        const standing = await reader.list(definition.name, { state: arrow.from }, [n, n]);
        const one = standing[0] ?? (await bring(definition, arrow.from));
        if (one) await take(definition, one, arrow);
      }
    }
  }
  for (const definition of definitions.values()) {
    for (const arrow of definition.arrows.filter(({ from, who }) => from === null && who.includes('clock'))) {
      if ((await reader.list(definition.name, {}, [0, 0])).length > 0) walked.add(arrowKey(definition.name, arrow));
    }
  }
  return { walked, all, wrong, refused };
};
