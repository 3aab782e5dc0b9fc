/** The bell: how much is unread, and the list behind it in all its states. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Bell } from '../../admin/notifications/Bell.tsx';
import type { NotificationRecord } from '../../admin/provider/records.ts';
import { rows, show, type Answers } from './support.tsx';

const one = (key: string, changed: Partial<NotificationRecord>): NotificationRecord => ({
  key, kind: 'urged', id: 'w1', workflow: 'well-repair', unit: '999901101201', state: 'reported', title: '东头水井', dueAt: null, at: '2026-11-23T01:20:00.000Z', name: null, behalf: null, words: null, event: null, seen: false, ...changed,
});
const all = [one('u', { name: '李某', words: '请尽快' }), one('o', { kind: 'overdue', id: 'w2', title: '西头水井', dueAt: '2026-11-18T15:59:59.999Z', at: '2026-11-18T15:59:59.999Z' }), one('r', { kind: 'returned', id: 'w3', title: '南头水井', state: 'returned', seen: true })];

const office = (found: readonly NotificationRecord[]): Answers => {
  const seen = new Set<string>();
  const now = () => found.map((row) => ({ ...row, seen: row.seen || seen.has(row.key) }));
  return ({ method, path, body }) => {
    if (method === 'POST' && path === 'notifications/seen') (body as { keys: string[] }).keys.forEach((key) => seen.add(key));
    if (path === 'notifications') return rows('notifications', now());
    return path.startsWith('notifications/') ? { json: { unread: now().filter((row) => !row.seen).length } } : undefined;
  };
};
const ring = async (name: RegExp | string): Promise<HTMLElement> => {
  fireEvent.click(await screen.findByRole('button', { name }));
  return screen.findByRole('dialog', { name: '通知' });
};

test('rings with how much is unread, and lists what it is, of which case, by whom', async () => {
  show(<Bell />, office(all));
  const items = within(await ring('通知，2 条未读')).findAllByRole('listitem');
  await waitFor(async () => expect((await items).map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^催办 · 未读09:20东头水井李某：请尽快水井维修 · 东湾村$/), expect.stringMatching(/^已逾期 · 未读.*西头水井逾期 3 个工作日水井维修 · 东湾村$/), expect.stringMatching(/^退回补正09:20南头水井退回村里/),
  ]));
});

test('opens the case, which is then read', async () => {
  const { calls } = show(<Bell />, office(all));
  const link = await within(await ring('通知，2 条未读')).findByRole('link', { name: /东头水井/ });
  expect(link.getAttribute('href')).toBe('/well-repair/w1/show');
  fireEvent.click(link);
  expect(await screen.findByRole('button', { name: '通知，1 条未读' })).toBeDefined();
  expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({ keys: ['u'] });
});

test('is read all at once', async () => {
  show(<Bell />, office(all));
  await ring('通知，2 条未读');
  fireEvent.click(await screen.findByRole('button', { name: '全部标为已读' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: '全部标为已读' })).toBeNull());
});

test('says that there is nothing, that it loads, and that it failed and may be tried again', async () => {
  let down = true;
  show(<Bell />, (call) => (call.path === 'notifications' && down ? { status: 503, json: {} } : office([])(call)));
  const dialog = await ring('通知');
  expect(within(dialog).getByRole('progressbar', { name: '正在加载' })).toBeDefined();
  expect(await within(dialog).findByText(/系统正忙/)).toBeDefined();
  down = false;
  fireEvent.click(within(dialog).getByRole('button', { name: '重试' }));
  expect(await within(dialog).findByText('没有通知。')).toBeDefined();
});
