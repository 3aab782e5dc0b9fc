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

/** How many arrows away each state is from the nearest arrow still to be walked; by the definition alone. */
const distances = (definition: Definition, walked: ReadonlySet<string>): ReadonlyMap<string, number> => {
  const near = new Map<string, number>();
  const open = new Set(definition.arrows.filter((arrow) => arrow.from !== null && !walked.has(arrowKey(definition.name, arrow))).map(({ from }) => from as string));
  for (const state of open) near.set(state, 0);
  for (let far = 1; far < 40; far += 1) {
    for (const { from, to } of definition.arrows) if (from !== null && !near.has(from) && near.get(to) === far - 1) near.set(from, far);
  }
  return near;
};

/** A small seeded generator: the same walk for the same seed. */
const dice = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
};

type Asked = { readonly seed?: number; readonly episodes?: number; readonly steps?: number; readonly only?: string };

/** Walks with the given sign-in names: many episodes of one case each, drawn towards the arrows not walked yet. */
export const walkEveryArrow = async (door: Door, users: readonly string[], { seed = 1, episodes = 60, steps = 45, only }: Asked = {}): Promise<Walk> => {
  const random = dice(seed);
  const cast: User[] = await Promise.all(users.map(async (name) => {
    const client = await door.as(name);
    return { client, posts: (await client.get<{ user: { posts: User['posts'] } }>('/api/session')).body.user.posts };
  }));
  const admin = await door.as('admin');
  const auditor = await door.as('auditor');
  const walked = new Set<string>();
  const wrong: string[] = [];
  const refused = new Map<string, number>();
  const attempts = new Map<string, number>();
  const names = (await auditor.get<{ name: string }[]>('/api/workflows')).body.map(({ name }) => name).filter((name) => only === undefined || name === only);
  const definitions = new Map<string, Definition>();
  for (const name of names) definitions.set(name, (await auditor.get<Definition>(`/api/workflows/${name}`)).body);
  const all = new Set([...definitions].flatMap(([name, { arrows }]) => arrows.map((arrow) => arrowKey(name, arrow))));
  const codes = new Set([...COMMON, ...[...definitions.values()].flatMap(({ arrows }) => arrows.flatMap(({ rules }) => rules))]);

  const note = (what: string, status: number, body: unknown): void => {
    const { reason, why } = (body ?? {}) as { reason?: string; why?: string[] };
    const declared = (status === 403 && reason === 'blocked' && (why ?? []).length > 0 && (why ?? []).every((code) => codes.has(code))) || (status === 409 && reason === 'not-offered');
    const code = why?.join('+') ?? reason ?? String(status);
    if (declared) refused.set(code, (refused.get(code) ?? 0) + 1);
    else wrong.push(`${what}: ${status} ${JSON.stringify(body)}`);
  };
  const examplesFor = async ({ client }: User, name: string, event: string): Promise<unknown[]> => list((await client.get<Definition>(`/api/workflows/${name}`)).body.examples[event]);
  const shuffled = <T>(given: readonly T[]): T[] => given.map((one) => ({ one, at: random() })).sort((a, b) => a.at - b.at).map(({ one }) => one);
  const castFor = (who: readonly string[], unit: string): User[] => shuffled(cast.filter(({ posts }) => posts.some((held) => who.includes(held.post) && unit.startsWith(held.unit))));

  const open = async (definition: Definition): Promise<CaseOut | null> => {
    const opening = definition.arrows.find(({ from }) => from === null);
    if (!opening || opening.who.includes('clock')) return null;
    const [user] = shuffled(cast.filter(({ posts }) => posts.some(({ post }) => opening.who.includes(post))));
    if (!user) return null;
    const [data] = shuffled(await examplesFor(user, definition.name, 'open'));
    const unit = user.posts.find(({ post }) => opening.who.includes(post))?.unit ?? '';
    const { status, body } = await user.client.send<CaseOut>('POST', `/api/${definition.name}`, { id: `walk-${randomUUID()}`, unit, data });
    if (status !== 201) { note(`${definition.name} open by ${user.client.name}`, status, body); return null; }
    walked.add(arrowKey(definition.name, { from: null, event: 'open', to: body.state }));
    return body;
  };

  /** A case that stands where an arrow waits to be walked, or as near as there is; else a new one. */
  const begin = async (definition: Definition, n: number): Promise<CaseOut | null> => {
    const near = distances(definition, walked);
    const wanted = shuffled([...near].filter(([, far]) => far === 0).map(([state]) => state));
    if (n % 2 === 0 || definition.arrows.some(({ from, who }) => from === null && who.includes('clock'))) {
      for (const state of wanted) {
        const standing = await auditor.list(definition.name, { state }, [0, 19]);
        if (standing.length > 0) return standing[Math.floor(random() * standing.length)] ?? null;
      }
      const [some] = shuffled(await auditor.list(definition.name, {}, [0, 19]));
      if (some && n % 4 === 0) return some;
    }
    return open(definition);
  };

  const byClock = async (definition: Definition, one: CaseOut): Promise<CaseOut | null> => {
    if (!one.dueAt) return null;
    const { body: { now } } = await admin.get<{ now: string }>('/api/settings/public');
    const to = new Date(Math.max(Date.parse(one.dueAt) + 1000, Date.parse(now))).toISOString();
    const { status, body } = await admin.send('POST', '/api/clock', { now: to });
    if (status !== 200) wrong.push(`clock to ${to}: ${status} ${JSON.stringify(body)}`);
    const after = (await auditor.get<CaseOut>(`/api/${definition.name}/${one.id}`)).body;
    return after.version > one.version ? after : null;
  };

  const send = async (definition: Definition, one: CaseOut, event: string, who: readonly string[]): Promise<CaseOut | null> => {
    for (const user of castFor(who, one.unit).slice(0, 4)) {
      for (const data of shuffled(await examplesFor(user, definition.name, event)).slice(0, 2)) {
        const { status, body } = await user.client.send<CaseOut>('POST', `/api/${definition.name}/${one.id}/events`, { id: randomUUID(), type: event, data, version: one.version });
        if (status === 200) return body;
        note(`${definition.name} ${one.state}.${event} by ${user.client.name}`, status, body);
      }
    }
    return null;
  };

  /** Events that may be tried where the case stands, the most promising first. */
  const plan = (definition: Definition, one: CaseOut, taken: ReadonlySet<string>): ArrowInfo[] => {
    const near = distances(definition, walked);
    const byEvent = Map.groupBy(definition.arrows.filter(({ from }) => from === one.state), ({ event }) => event);
    const tried = (event: string): number => attempts.get(`${definition.name}.${one.state}.${event}`) ?? 0;
    const worth = (event: string, arrows: readonly ArrowInfo[]): number =>
      (arrows.some((arrow) => !walked.has(arrowKey(definition.name, arrow))) ? 40 / (1 + tried(event)) : 0) + (taken.has(`${one.state}.${event}`) ? -30 : 0) +
      Math.max(...arrows.filter((arrow) => tried(event) < 2 || walked.has(arrowKey(definition.name, arrow))).map(({ to }) => (to === one.state ? 4 : 12 - (near.get(to) ?? (random() < 0.12 ? 20 : 100)))), -100) + random() * 8;
    return [...byEvent].map(([event, arrows]) => ({ arrow: arrows[0] as ArrowInfo, worth: worth(event, arrows) })).sort((a, b) => b.worth - a.worth).map(({ arrow }) => arrow);
  };

  const walkOne = async (definition: Definition, first: CaseOut): Promise<void> => {
    let one: CaseOut | null = first;
    const taken = new Set<string>();
    for (let n = 0; n < steps && one; n += 1) {
      const before: CaseOut = one;
      let after: CaseOut | null = null;
      for (const { event, who } of plan(definition, before, taken)) {
        after = who.includes('clock') ? await byClock(definition, before) : await send(definition, before, event, who);
        if (after) taken.add(`${before.state}.${event}`);
        const tried = `${definition.name}.${before.state}.${event}`;
        attempts.set(tried, (attempts.get(tried) ?? 0) + 1);
        if (after) break;
      }
      if (after) {
        const rows = (await auditor.get<{ version: number; from: string | null; type: string; to: string }[]>(`/api/${definition.name}/${before.id}/log`)).body;
        for (const { from, type, to } of rows) walked.add(arrowKey(definition.name, { from, event: type, to }));
        after = (await auditor.get<CaseOut>(`/api/${definition.name}/${before.id}`)).body;
      }
      one = after;
    }
  };

  for (const definition of definitions.values()) {
    for (const arrow of definition.arrows) if (arrow.from === null && arrow.who.includes('clock') && (await auditor.list(definition.name, {}, [0, 0])).length > 0) walked.add(arrowKey(definition.name, arrow));
  }
  for (let n = 0; n < episodes; n += 1) {
    for (const definition of definitions.values()) {
      if (definition.arrows.every((arrow) => walked.has(arrowKey(definition.name, arrow)))) continue;
      const one = await begin(definition, n);
      if (one) await walkOne(definition, one);
    }
  }
  return { walked, all, wrong, refused };
};
