/** A clerk who knows of the office only what it tells, works the inbox, and sends the same again until answered. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Data } from '../../workflows/kit/words.ts';
import type { Answer, CaseOut, Client, Definition } from '../doors/http.ts';
import type { Journal, Write } from './journal.ts';

export type Clerk = { readonly client: Client; readonly posts: readonly { readonly post: string; readonly unit: string }[] };
type Row = { readonly id: string; readonly workflow: string; readonly step: string };

const RETRY_MS = 100;
/** One in so many turns opens a case; one in so many is not the duty but anything offered. */
const OPENS = 3;
const STRAYS = 8;

const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(Math.random() * all.length)];
const oneOf = (given: unknown): Data | undefined => (Array.isArray(given) ? pick(given as Data[]) : (given as Data | undefined));
/** Nothing is known: the same may be sent again. */
const isUnknown = (answer: Answer | null): answer is null => answer === null || answer.status === 503 || answer.status === 429;

/** Reads may fail while the office is away; the turn is then over. */
const ask = async <T>(client: Client, path: string): Promise<T | null> => {
  const answer = await client.get<T>(path).catch(() => null);
  return answer?.status === 200 ? answer.body : null;
};

const send = async (client: Client, journal: Journal, write: Write): Promise<void> => {
  for (;;) {
    journal.leaves(write);
    const answer = await client.send<Partial<CaseOut>>('POST', write.path, write.body).catch(() => null);
    journal.returns(write, answer !== null);
    if (!isUnknown(answer)) {
      write.answer = { status: answer.status, version: answer.body.version ?? 0, replayed: answer.headers.get('Idempotent-Replayed') === 'true' };
      return;
    }
    await sleep(RETRY_MS);
  }
};

const openCase = ({ client, posts }: Clerk, { name, arrows, examples }: Definition): Omit<Write, 'caught' | 'answer'> | null => {
  const opening = arrows.find(({ from }) => from === null);
  const held = posts.find(({ post }) => opening?.who.includes(post));
  const data = oneOf(examples['open']);
  if (!held || !data) return null;
  const id = randomUUID();
  return { person: client.name, workflow: name, caseId: id, eventId: id, path: `/api/${name}`, body: { id, unit: held.unit, data } };
};

const workInbox = async ({ client }: Clerk, definitionOf: (name: string) => Promise<Definition | null>): Promise<Omit<Write, 'caught' | 'answer'> | null> => {
  const row = pick((await ask<Row[]>(client, '/api/inbox?range=[0,99]')) ?? []);
  const one = row && (await ask<CaseOut>(client, `/api/${row.workflow}/${row.id}`));
  if (!row || !one) return null;
  const duty = one.offers.find(({ type }) => row.step === `${one.state}.${type}`);
  const type = (Math.random() * STRAYS < 1 ? pick(one.offers) : (duty ?? pick(one.offers)))?.type;
  const data = type && oneOf((await definitionOf(row.workflow))?.examples[type]);
  if (!type || !data) return null;
  const id = randomUUID();
  return { person: client.name, workflow: row.workflow, caseId: one.id, eventId: id, path: `/api/${row.workflow}/${one.id}/events`, body: { id, type, data, version: one.version } };
};

/** Works until `isOver`, then waits for the answer to what was sent last. */
export const work = async (clerk: Clerk, names: readonly string[], journal: Journal, isOver: () => boolean): Promise<void> => {
  const definitionOf = (name: string): Promise<Definition | null> => ask<Definition>(clerk.client, `/api/workflows/${name}`);
  while (!isOver()) {
    const name = Math.random() * OPENS < 1 ? pick(names) : undefined;
    const definition = name === undefined ? null : await definitionOf(name);
    const next = (definition && openCase(clerk, definition)) ?? (await workInbox(clerk, definitionOf));
    if (next) await send(clerk.client, journal, journal.add(next));
    else await sleep(RETRY_MS);
  }
};
