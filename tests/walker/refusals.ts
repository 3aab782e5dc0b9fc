/** Around the first event over every arrow: each refusal of the contract, in its order, and nothing changed by any. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Answer, CaseOut, Client } from '../doors/http.ts';

export type User = { readonly client: Client; readonly posts: readonly { post: string; unit: string }[] };
export type Sending = { readonly one: CaseOut; readonly who: readonly string[]; readonly by: User; readonly body: { id: string; type: string; data: unknown; version: number } };
type Refusal = { readonly reason?: string; readonly current?: CaseOut; readonly errors?: Record<string, string> };
export type Refusals = ReturnType<typeof makeRefusals>;

export const makeRefusals = (users: readonly User[], auditor: Client) => {
  const tested = new Set<string>();
  const wrong: string[] = [];

  /** The answers to what is tried, compared with those that the contract names; the case and its log stay as they are. */
  const trying = async (name: string, path: string, attempts: () => Promise<void>): Promise<void> => {
    const look = async () => [(await auditor.get(path)).body, (await auditor.get(`${path}/log`)).body];
    const before = await look();
    await attempts();
    if (!isDeepStrictEqual(await look(), before)) wrong.push(`${name}: a refused event changed the case`);
  };
  const expecting = (name: string) => async (what: string, sent: Promise<Answer<Refusal>>, status: number, holds: (answer: Answer<Refusal>) => boolean = () => true): Promise<void> => {
    const answer = await sent;
    if (answer.status !== status || !holds(answer)) wrong.push(`${name}: ${what} was answered ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`);
  };
  const says = (reason: string) => ({ body }: Answer<Refusal>): boolean => body.reason === reason;

  const before = async (name: string, path: string, { one, who, by: { client }, body }: Sending): Promise<void> => {
    const events = `${path}/events`;
    const expects = expecting(name);
    const send = (change: object, sender = client) => sender.send<Refusal>('POST', events, { ...body, id: randomUUID(), ...change });
    const isStale = ({ body: { reason, current } }: Answer<Refusal>): boolean => reason === 'stale' && current?.id === one.id && current.version === one.version && current.state === one.state;
    const bad = { ...(body.data as object), noSuchField: 1 };
    const elsewhere = users.find(({ posts }) => posts.every(({ unit }) => !one.unit.startsWith(unit)));
    const otherPosts = users.filter(({ posts }) => posts.some(({ unit }) => one.unit.startsWith(unit)) && !posts.some(({ post }) => who.includes(post)));
    if (elsewhere) await expects('a wrong unit', send({ version: undefined, more: 1 }, elsewhere.client), 404, says('not-found'));
    for (const other of otherPosts.filter(({ posts: [held] }, i) => otherPosts.findIndex(({ posts: [same] }) => same?.post === held?.post) === i)) {
      const reads = (await other.client.get(path)).status === 200;
      await expects(`the wrong post of ${other.client.name}`, send({ data: bad }, other.client), reads ? 409 : 404, says(reads ? 'not-offered' : 'not-found'));
    }
    await expects('an unknown key without a version', send({ version: undefined, state: 'closed' }), 400);
    await expects('a missing version', send({ version: undefined, type: 'noSuchEvent' }), 428, says('version-missing'));
    await expects('a stale version', send({ version: one.version + 7, data: bad }), 409, isStale);
    await expects('a stale version of an unknown event', send({ version: 0, type: 'noSuchEvent' }), 409, isStale);
    await expects('a bad form', send({ data: bad }), 422, ({ body: { errors } }) => typeof errors?.['noSuchField'] === 'string');
  };

  const after = async (name: string, path: string, { by: { client }, body }: Sending, answer: Answer): Promise<void> => {
    const events = `${path}/events`;
    const expects = expecting(name);
    await expects('the same id again', client.send('POST', events, body), 200, (again) => again.headers.get('idempotent-replayed') === 'true' && isDeepStrictEqual(again.body, answer.body));
    await expects('an id with another body', client.send('POST', events, { ...body, data: { other: true } }), 422, says('id-reused'));
    await expects('an id without a version, and with an unknown key', client.send('POST', events, { ...body, version: undefined, more: 1 }), 422, says('id-reused'));
  };

  return {
    wrong, tested,
    /** Sends the event; the first time that it is offered in a state, with the refusals around it. */
    around: async (sending: Sending): Promise<Answer<CaseOut>> => {
      const { one, by: { client }, body } = sending;
      const path = `/api/${one.workflow}/${one.id}`;
      const name = `${one.workflow} ${one.state}.${body.type}`;
      const isOffered = !tested.has(name) && (await client.get<CaseOut>(path)).body.offers.some(({ type }) => type === body.type);
      if (isOffered) {
        tested.add(name);
        await trying(name, path, () => before(name, path, sending));
      }
      const answer = await client.send<CaseOut>('POST', `${path}/events`, body);
      if (isOffered && answer.status === 200) await trying(name, path, () => after(name, path, sending, answer));
      return answer;
    },
  };
};
