/** Acts of the desk reach the office in order, once each, whatever becomes of the way. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeOutbox, type Act, type Answer } from '../../admin/desk/outbox.ts';
import type { CaseRecord } from '../../admin/provider/records.ts';

const act = (item: string): Act => ({ item, event: { id: `event-${item}`, type: 'confirmSame', data: {}, version: 1 } });
const after = (id: string): CaseRecord => ({ id, workflow: 'w', workflowVersion: 1, parent: null, state: 'consistent', unit: 'u', data: {}, version: 2, openedBy: 'clock', openedAt: '', dueAt: null, offers: [] });
const sent = (id: string): Answer => ({ kind: 'sent', after: after(id) });

/** An office that answers as it is told, and writes down what it was sent. */
const office = (answers: (item: string, time: number) => Answer) => {
  const got: string[] = [];
  const saved: string[] = [];
  const outbox = makeOutbox(({ item, event }) => {
    got.push(event.id);
    return Promise.resolve(answers(item, got.filter((id) => id === event.id).length));
  }, ({ id }) => saved.push(id));
  return { outbox, got, saved };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('acts go in order, one at a time, and leave nothing behind', async () => {
  const { outbox, got, saved } = office(sent);
  for (const item of ['a', 'b', 'c']) outbox.add(act(item));
  expect(outbox.standing().waiting).toHaveLength(3);
  await vi.runAllTimersAsync();
  expect([got, saved, outbox.standing()]).toEqual([['event-a', 'event-b', 'event-c'], ['a', 'b', 'c'], { waiting: [], trouble: null, refused: new Map() }]);
});

test('where the way is cut the same id is sent again until it is answered, and those behind wait', async () => {
  const { outbox, got, saved } = office((item, time) => (item === 'a' && time < 4 ? { kind: time === 2 ? 'busy' : 'offline', retryAfter: null } as Answer : sent(item)));
  outbox.add(act('a'));
  outbox.add(act('b'));
  await vi.advanceTimersByTimeAsync(100);
  expect(outbox.standing()).toMatchObject({ trouble: 'cut', waiting: [{ item: 'a' }, { item: 'b' }] });
  await vi.runAllTimersAsync();
  expect([got, saved, outbox.standing().trouble]).toEqual([['event-a', 'event-a', 'event-a', 'event-a', 'event-b'], ['a', 'b'], null]);
});

test('a refused act comes back with its reason, and holds up nobody', async () => {
  const { outbox, saved } = office((item) => (item === 'a' ? { kind: 'blocked', why: ['batch-not-verifying'] } : sent(item)));
  outbox.add(act('a'));
  outbox.add(act('b'));
  await vi.runAllTimersAsync();
  expect(saved).toEqual(['b']);
  expect(outbox.standing()).toMatchObject({ waiting: [], refused: new Map([['a', { kind: 'blocked', why: ['batch-not-verifying'] }]]) });
});

test('after the session has ended everything waits for whoever signs in again', async () => {
  let signedIn = false;
  const { outbox, saved } = office((item) => (signedIn ? sent(item) : { kind: 'signedOut' }));
  outbox.add(act('a'));
  await vi.runAllTimersAsync();
  expect(outbox.standing()).toMatchObject({ trouble: 'signedOut', waiting: [{ item: 'a' }] });
  signedIn = true;
  outbox.resume();
  await vi.runAllTimersAsync();
  expect([saved, outbox.standing().waiting]).toEqual([['a'], []]);
});

test('what has not set out can be taken back; what has, cannot', async () => {
  const { outbox, got } = office(sent);
  outbox.add(act('a'));
  outbox.add(act('b'));
  expect([outbox.cancel('a'), outbox.cancel('b')]).toEqual([false, true]);
  await vi.runAllTimersAsync();
  expect(got).toEqual(['event-a']);
});
