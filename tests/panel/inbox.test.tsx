/** The inbox: what waits for me, how urgent it is, and the ways a list can be empty or broken. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { InboxPage } from '../../admin/inbox/InboxPage.tsx';
import { rows, show, type Answers, type Call } from './support.tsx';

const village = '999901101201';
const late = { id: 'w1', workflow: 'well-repair', unit: village, state: 'reported', title: '东头水井', dueAt: '2026-11-18T15:59:59.999Z', since: '2026-11-10T01:00:00.000Z', overdue: true, returned: false };
const soon = { id: 'w2', workflow: 'well-repair', unit: village, state: 'returned', title: '西头水井', dueAt: '2026-11-25T15:59:59.999Z', since: '2026-11-20T01:00:00.000Z', overdue: false, returned: true };

const filterOf = ({ query }: Call): { overdue?: boolean; returned?: boolean; workflow?: string } => JSON.parse(query.get('filter') ?? '{}') as object;
const inboxOf = (all: readonly (typeof late)[]): Answers => (call) => {
  if (call.path === 'inbox/summary') return { json: all.length === 0 ? [] : [{ workflow: 'well-repair', waiting: all.length, overdue: all.filter(({ overdue }) => overdue).length, returned: all.filter(({ returned }) => returned).length }] };
  if (call.path !== 'inbox') return undefined;
  const filter = filterOf(call);
  return rows('inbox', all.filter((row) => (!filter.overdue || row.overdue) && (!filter.returned || row.returned)));
};

describe('my work', () => {
  test('is listed with its due time in words, and overdue in words too', async () => {
    show(<InboxPage />, inboxOf([late, soon]));
    const list = await screen.findByRole('list', { name: '待办清单' });
    const [first, second] = within(list).getAllByRole('link');
    expect(first?.getAttribute('href')).toBe('/well-repair/w1/show');
    await waitFor(() => expect(first?.textContent).toMatch(/东头水井.*待维修.*东湾村.*逾期 3 个工作日/));
    expect(second?.textContent).toMatch(/西头水井.*退回村里.*剩 2 个工作日/);
  });

  test('is counted: waiting, overdue, returned, by process', async () => {
    show(<InboxPage />, inboxOf([late, soon]));
    await waitFor(() => expect(screen.getByRole('button', { name: /待我办理/ }).textContent).toBe('2待我办理'));
    await waitFor(() => expect(screen.getByRole('button', { name: /已逾期/ }).textContent).toBe('1已逾期'));
    expect(await screen.findByRole('button', { name: '水井维修 2' })).toBeDefined();
  });

  test('is asked for by due time, and narrowed by a count’s button', async () => {
    const { calls } = show(<InboxPage />, inboxOf([late, soon]));
    await screen.findByText('西头水井');
    fireEvent.click(screen.getByRole('button', { name: /已逾期/ }));
    await waitFor(() => expect(screen.queryByText('西头水井')).toBeNull());
    expect(await screen.findByText('东头水井')).toBeDefined();
    expect(calls.find((call) => call.path === 'inbox')?.query.get('sort')).toBe('["dueAt","ASC"]');
  });

  test('of which nothing is as chosen says so, and leads back to all of it', async () => {
    show(<InboxPage />, inboxOf([soon]), { at: '/?only=overdue' });
    await screen.findByText('所选范围内没有等您办理的办件。');
    expect(screen.queryByText('没有等您办理的办件。')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '查看全部待办' }));
    expect(await screen.findByText('西头水井')).toBeDefined();
  });

  test('is walked with J and K', async () => {
    show(<InboxPage />, inboxOf([late, soon]));
    await screen.findByText('东头水井');
    const at = () => document.activeElement?.textContent ?? '';
    fireEvent.keyDown(document.body, { key: 'j' });
    expect(at()).toContain('东头水井');
    fireEvent.keyDown(document.body, { key: 'j' });
    expect(at()).toContain('西头水井');
    fireEvent.keyDown(document.body, { key: 'j' });
    expect(at()).toContain('西头水井');
    fireEvent.keyDown(document.body, { key: 'k' });
    expect(at()).toContain('东头水井');
  });

  test('reads in English too', async () => {
    show(<InboxPage />, inboxOf([late]), { lang: 'en' });
    expect(await screen.findByRole('heading', { level: 1, name: 'My work' })).toBeDefined();
    expect((await screen.findByText('3 working days overdue')).tagName).toBe('TIME');
  });
});

describe('a list that is not there', () => {
  test('says that it is loading', async () => {
    show(<InboxPage />, (call) => (call.path === 'inbox' ? new Promise(() => {}) : undefined));
    expect(await screen.findByRole('status', { name: '正在加载' })).toBeDefined();
  });

  test('says that nothing waits', async () => {
    show(<InboxPage />, inboxOf([]));
    expect(await screen.findByText('没有等您办理的办件。')).toBeDefined();
  });

  test('says what failed, and comes back when tried again', async () => {
    let down = true;
    show(<InboxPage />, (call) => (call.path === 'inbox' && down ? { status: 503, json: {} } : inboxOf([late])(call)));
    expect(await screen.findByText(/系统正忙/)).toBeDefined();
    down = false;
    fireEvent.click(screen.getByRole('button', { name: '重试' }));
    expect(await screen.findByText('东头水井')).toBeDefined();
  });
});
