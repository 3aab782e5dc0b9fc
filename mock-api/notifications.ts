/** What somebody of the mock is notified of: the office's own words over the mock's rows; what they have seen, in memory. */
import type { Handler, Request, Response } from 'json-server';
import { notificationsOf } from '../workflows/office/notifications.ts';
import type { Became, Notification, Waits } from '../workflows/office/notifications.ts';
import type { Mock } from './office.ts';
import { urgedSince } from './urges.ts';

const MOST = 200;

export const makeNotificationRoute = (mock: Mock) => {
  const { store } = mock;
  const seen = new Set<string>();

  const waitsFor = (person: string): Waits[] => mock.waitingFor(person).map(({ case: id, workflow, unit, state, title, since, dueAt, returned }) => ({ id, workflow, unit, state, title, since, dueAt, returned, urged: urgedSince(store, id, since) }));
  /** The mock's jobs tell nobody: cases that others brought to an end. */
  const becameOf = (person: string): Became[] => store.cases.filter(({ openedBy }) => openedBy === person).flatMap((one) => {
    const row = store.log.findLast((each) => each.case === one.id);
    const ended = mock.workflows.get(one.workflow)?.states[one.state]?.tags?.includes('end');
    return row && ended && row.by !== person ? [{ id: one.id, workflow: one.workflow, unit: one.unit, title: mock.titleOf(one), version: row.version, event: row.type, to: row.to, name: row.by === 'clock' ? null : row.name, behalf: row.behalf ?? null, at: row.at }] : [];
  });
  const find = (person: string): (Notification & { seen: boolean })[] =>
    notificationsOf(waitsFor(person), becameOf(person), store.now).slice(0, MOST).map((one) => ({ ...one, seen: seen.has(`${person} ${one.key}`) }));

  const see = (person: string, request: Request, response: Response) => {
    const { keys } = (request.body ?? {}) as { keys?: unknown };
    if (!Array.isArray(keys) || !keys.every((key) => typeof key === 'string')) return response.status(400).json({ reason: 'unreadable' });
    for (const { key } of find(person)) if (keys.includes(key)) seen.add(`${person} ${key}`);
    return response.json({ unread: find(person).filter((one) => !one.seen).length });
  };

  return (person: string): Handler => (request, response, next) => {
    // Nothing goes out of the mock, so that nobody says how they are reached.
    if (request.path === '/settings') return next();
    if (request.method === 'POST') return see(person, request, response);
    const found = find(person);
    if (request.path === '/summary') return response.json({ unread: found.filter((one) => !one.seen).length });
    return response.set('Content-Range', `notifications ${found.length === 0 ? '*' : `0-${found.length - 1}`}/${found.length}`).json(found);
  };
};
