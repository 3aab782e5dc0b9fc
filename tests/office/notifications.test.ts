/** What somebody is notified of, in which order, and how a notification is known again. */
import { expect, test } from 'vitest';
import { nearUntil, notificationsOf } from '../../workflows/office/notifications.ts';
import type { Became, Waits } from '../../workflows/office/notifications.ts';

const FRIDAY = '2026-11-27T02:00:00.000Z';
const row = (id: string, changed: Partial<Waits> = {}): Waits => ({ id, workflow: 'loan', unit: 'v1', state: 'checking', title: id, since: '2026-11-20T02:00:00.000Z', dueAt: null, returned: false, urged: null, ...changed });
const end = (day: string): string => `2026-11-${day}T15:59:59.999Z`;
const shown = (waits: Waits[], became: Became[] = []) => notificationsOf(waits, became, FRIDAY).map(({ kind, id }) => `${kind} ${id}`);

test('near is today and the next working day, over a weekend too', () => {
  expect(nearUntil(FRIDAY)).toBe(end('30'));
  expect(shown([row('today', { dueAt: end('27') }), row('monday', { dueAt: end('30') }), row('tuesday', { dueAt: '2026-12-01T15:59:59.999Z' }), row('free')])).toEqual(['nearDue monday', 'nearDue today']);
});

test('what is late is overdue and no longer near; a row can be told of for several reasons', () => {
  expect(shown([row('late', { dueAt: end('24'), returned: true, urged: { name: '李某', at: '2026-11-26T02:00:00.000Z', words: null } })])).toEqual(['urged late', 'overdue late', 'returned late']);
});

test('the latest comes first, and what came to me late counts from when it came', () => {
  expect(shown([row('old', { dueAt: end('18') }), row('handed-on', { dueAt: end('18'), since: '2026-11-25T02:00:00.000Z' })], [{ id: 'mine', workflow: 'loan', unit: 'v1', title: '', version: 3, event: 'sign', to: 'lent', name: '孙', behalf: null, at: '2026-11-24T02:00:00.000Z' }]))
    .toEqual(['overdue handed-on', 'decided mine', 'overdue old']);
});

test('is known again while it stays the same, and is new when it is urged again or due anew', () => {
  const keys = (changed: Partial<Waits>) => notificationsOf([row('a', changed)], [], FRIDAY).map(({ key }) => key);
  const urged = { name: '李某', at: '2026-11-26T02:00:00.000Z', words: null };
  expect(keys({ urged })).toEqual(keys({ urged, title: 'renamed' }));
  expect(keys({ urged })).not.toEqual(keys({ urged: { ...urged, at: FRIDAY } }));
  expect(keys({ dueAt: end('24') })).not.toEqual(keys({ dueAt: end('25') }));
});
