/** The door without HTTP: the same office in memory that stands behind the mock. */
import { readersOf } from '../../workflows/kit/offers.ts';
import type { Case, Data } from '../../workflows/kit/words.ts';
import { caseOut } from '../../mock-api/outward.ts';
import { actorOf, type Mock, type Outcome } from '../../mock-api/office.ts';
import type { Glimpse, StoryDoor, Told, Which } from './story-door.ts';

export const glimpseOf = (out: { state: string; version: number; unit: string; data: unknown; dueAt: string | null; offers: readonly { type: string }[]; blocked: readonly { type: string; why: readonly string[] }[] }): Glimpse => ({
  state: out.state, version: out.version, unit: out.unit, data: out.data as Data, dueAt: out.dueAt,
  offers: out.offers.map(({ type }) => type).sort(), blocked: Object.fromEntries(out.blocked.map(({ type, why }) => [type, [...why].sort()])),
});

export const kitDoor = (mock: Mock): StoryDoor => {
  const { store } = mock;
  const get = ({ workflow, id }: Which): Case => {
    const found = store.cases.find((one) => one.id === id && one.workflow === workflow);
    if (!found) throw new Error(`No ${workflow} ${id}`);
    return found;
  };
  const told = (outcome: Outcome): Told => {
    if (outcome.accepted) {
      mock.keep(outcome.draft);
      return { to: outcome.case.state };
    }
    if (outcome.reason === 'not-offered') return { no: ['not-offered'] };
    return { no: outcome.reason === 'blocked' ? [...outcome.why].sort() : Object.keys(outcome.errors).sort() };
  };
  let sent = 0;
  const eventId = (): string => `event-${(sent += 1)}`;
  return {
    name: 'kit',
    now: () => Promise.resolve(store.now),
    clock: mock.stepClock,
    open: async (by, { workflow, id }, unit, data) => told(await mock.open(by, workflow, { id, unit, parent: null }, { id: eventId(), type: 'open', data })),
    send: async (by, which, event, data) => {
      const one = get(which);
      if (!actorOf(store, by, one.unit, one.workflow).posts.some(({ post }) => readersOf(mock.get(one.workflow)).includes(post))) return { no: ['not-found'] };
      return told(await mock.send(by, one, { id: eventId(), type: event, data }));
    },
    see: async (by, which) => {
      const one = get(which);
      return glimpseOf(caseOut(mock.get(one.workflow), one, mock.titleOf(one), await mock.offersTo(by, one)));
    },
    log: (_by, { id }) => Promise.resolve(store.log.filter((row) => row.case === id).map(({ type, from, to, by, post, behalf = null }) => ({ type, from, to, actor: by, post: post.post, behalf }))),
    children: (_by, workflow, parent) => Promise.resolve(store.cases.filter((one) => one.workflow === workflow && one.parent === parent).map(({ id, state, data }) => ({ workflow, id, state, data }))),
    resident: (_by, id) => Promise.resolve({ ...store.residents.find((one) => one.id === id) }),
  };
};
