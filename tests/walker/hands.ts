/** The hands of the walker: signed in under every name, they send the examples they are given and judge the answers. */
import { randomUUID } from 'node:crypto';
import type { ArrowInfo } from '../../workflows/kit/describe.ts';
import type { CaseOut, Client, Definition, Door } from '../doors/http.ts';
import { makeRefusals, type User } from './refusals.ts';

type LogRow = { readonly version: number; readonly from: string | null; readonly type: string; readonly to: string };
/** `why`: the codes of a refusal; empty where the event was accepted. */
export type Sent = { readonly one: CaseOut; readonly why: readonly string[] };

export const arrowKey = (workflow: string, { from, event, to }: Pick<ArrowInfo, 'from' | 'event' | 'to'>): string => `${workflow}|${from ?? ''}|${event}|${to}`;
export const isClock = ({ who }: ArrowInfo): boolean => who.includes('clock');
/** What comes with another case comes to nobody who waits. */
export const isElsewhere = (arrow: ArrowInfo): boolean => isClock(arrow) && arrow.aside && arrow.from !== null;
const listed = (given: unknown): unknown[] => (given === undefined ? [] : Array.isArray(given) ? given : [given]);

/** Kept from a step for what one did before: the only code that no arrow lists among its rules. */
export const SAME_PERSON = 'same-person';
const ROWS = 1000;

export type Hands = Awaited<ReturnType<typeof makeHands>>;

export const makeHands = async (door: Door, names: readonly string[]) => {
  const users: User[] = await Promise.all(names.map(async (name) => {
    const client = await door.as(name);
    return { client, posts: (await client.get<{ user: { posts: User['posts'] } }>('/api/session')).body.user.posts };
  }));
  const [admin, auditor] = [await door.as('admin'), await door.as('auditor')];
  const tell = async (client: Client, name: string, unit = '') => (await client.get<Definition & { unit: string }>(`/api/workflows/${name}${unit && `?unit=${unit}`}`)).body;
  const definitions = new Map<string, Definition>();
  for (const { name } of (await auditor.get<{ name: string }[]>('/api/workflows')).body) definitions.set(name, await tell(auditor, name));
  const codes = new Set([SAME_PERSON, ...[...definitions.values()].flatMap(({ arrows }) => arrows.flatMap(({ rules }) => rules))]);

  const walked = new Set<string>();
  const refusals = makeRefusals(users, auditor);
  const { wrong } = refusals;
  const refused = new Map<string, number>();
  /** The cases there are, as last seen. */
  const stock = new Map<string, CaseOut>();

  const standing = (workflow: string, filter: object, upTo: number): Promise<CaseOut[]> => auditor.list(workflow, filter, [0, upTo - 1]);
  const now = async (): Promise<string> => (await admin.get<{ now: string }>('/api/settings/public')).body.now;
  const definitionOf = (name: string): Definition => {
    const found = definitions.get(name);
    if (!found) throw new Error(`No workflow ${name}`);
    return found;
  };

  /** Made for the asker and the unit. */
  const examples = new Map<string, Promise<Definition>>();
  const examplesOf = async (client: Client, { workflow, unit }: CaseOut, event: string): Promise<unknown[]> => {
    const key = `${client.name} ${workflow} ${unit}`;
    const told = examples.get(key) ?? tell(client, workflow, unit);
    examples.set(key, told);
    return listed((await told).examples[event]);
  };

  /** A refusal must carry a declared code; anything else is wrong. */
  const judge = (what: string, status: number, body: unknown): readonly string[] => {
    const { reason = '', why = [reason] } = (body ?? {}) as { reason?: string; why?: string[] };
    const declared = (status === 403 && reason === 'blocked' && why.length > 0 && why.every((code) => codes.has(code))) || (status === 409 && reason === 'not-offered');
    if (!declared) wrong.push(`${what}: ${status} ${JSON.stringify(body)}`);
    for (const code of declared ? why : []) refused.set(code, (refused.get(code) ?? 0) + 1);
    return why;
  };

  const arrived = async (one: CaseOut, before: CaseOut | null, event: string): Promise<Sent> => {
    if (one.version === (before?.version ?? 0) + 1) walked.add(arrowKey(one.workflow, { from: before?.state ?? null, event, to: one.state }));
    else await readLog(one);
    stock.set(one.id, one);
    return { one, why: [] };
  };

  /** What happened to a case since it was last seen, sent by whomever. */
  const readLog = async (one: CaseOut): Promise<void> => {
    const { body } = await auditor.get<LogRow[]>(`/api/${one.workflow}/${one.id}/log`);
    for (const row of body) if (row.version > (stock.get(one.id)?.version ?? 0)) walked.add(arrowKey(one.workflow, { from: row.from, event: row.type, to: row.to }));
  };

  /** The case as it stands, having read what happened to it meanwhile. */
  const see = async (workflow: string, id: string): Promise<CaseOut> => {
    const one = (await auditor.get<CaseOut>(`/api/${workflow}/${id}`)).body;
    if (one.version > (stock.get(id)?.version ?? 1)) await readLog(one);
    stock.set(id, one);
    return one;
  };

  return {
    definitions, definitionOf, refusals, stock, walked, wrong, refused, see, standing, now,
    holders: (who: readonly string[], unit = ''): User[] => users.filter(({ posts }) => posts.some((held) => who.includes(held.post) && unit.startsWith(unit && held.unit))),

    open: async (name: string, by: User, nth: number): Promise<CaseOut | null> => {
      const told = await tell(by.client, name);
      const [all, { unit }] = [listed(told.examples['open']), told];
      const { status, body } = await by.client.send<CaseOut>('POST', `/api/${name}`, { id: `walk-${randomUUID()}`, unit, data: all[nth % all.length] });
      if (status === 201) return (await arrived(body, null, 'open')).one;
      judge(`${name} open by ${by.client.name}`, status, body);
      return null;
    },

    /** Sends the example at `nth`, counted round and round; where it no longer fits, a fresh one. */
    send: async (one: CaseOut, { event, who }: ArrowInfo, by: User, nth: number): Promise<Sent> => {
      const sendOne = async () => {
        const all = await examplesOf(by.client, one, event);
        return refusals.around({ one, who, by, body: { id: randomUUID(), type: event, data: all[nth % all.length], version: one.version } });
      };
      let answer = await sendOne();
      if (answer.status === 422) {
        examples.clear();
        answer = await sendOne();
      }
      const { status, body } = answer;
      return status === 200 ? arrived(body, one, event) : { one, why: judge(`${one.workflow} ${one.state}.${event} by ${by.client.name}`, status, body) };
    },
    examplesOf: (name: string, event: string): number => Math.max(1, listed(definitionOf(name).examples[event]).length),

    stepClock: async (due: string): Promise<void> => {
      const to = new Date(Math.max(Date.parse(due) + 1000, Date.parse(await now()))).toISOString();
      const { status, body } = await admin.send('POST', '/api/clock', { now: to });
      examples.clear();
      if (status !== 200) wrong.push(`clock to ${to}: ${status} ${JSON.stringify(body)}`);
    },

    /** Cases found at the beginning are taken as they stand: only what happens afterwards is walked. */
    takeAsFound: async (): Promise<void> => {
      for (const name of definitions.keys()) {
        for (let from = 0, page = ROWS; page === ROWS; from += ROWS) {
          const found = await auditor.list(name, {}, [from, from + ROWS - 1]);
          for (const one of found) stock.set(one.id, one);
          page = found.length;
        }
      }
    },
    /** What the clock and other cases did since. */
    lookAround: async (since: string): Promise<void> => {
      for (const [name, { arrows }] of definitions) {
        for (const one of await standing(name, { enteredAt_gte: since }, ROWS)) {
          const before = stock.get(one.id);
          if (!before) for (const arrow of arrows) if (arrow.from === null && isClock(arrow)) walked.add(arrowKey(name, arrow));
          if (one.version !== before?.version) await see(name, one.id);
        }
      }
    },
  };
};
