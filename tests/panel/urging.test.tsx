/** Urging from the page of a case, and its mark in the inbox of those it waits for. */
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { InboxItem } from '../../admin/inbox/InboxItem.tsx';
import type { CaseRecord, InboxRow, UrgeRecord } from '../../admin/provider/records.ts';
import { UrgeBar } from '../../admin/urging/UrgeBar.tsx';
import { UrgeManyDialog } from '../../admin/urging/UrgeManyDialog.tsx';
import { show, type Answers, type Reply } from './support.tsx';
import { wellRepair } from './well-repair.ts';

const one = { id: 'w1', workflow: 'well-repair', state: 'reported' } as CaseRecord;
const urge: UrgeRecord = { id: 'u1', person: 'li', name: '李某', post: 'village_clerk', behalf: null, words: null, at: '2026-11-23T02:20:00.000Z', state: 'reported', posts: ['town_clerk'] };
const from = '2026-11-23T06:20:00.000Z';

/** `answer`: what comes of urging. */
const office = (answer: Reply): Answers => {
  let urged = false;
  return ({ method, path }) => {
    if (path !== 'well-repair/w1/urges') return undefined;
    if (method === 'GET') return { json: urged ? { urges: [urge], why: 'urged-recently', from } : { urges: [], why: null, from: null } };
    urged = true;
    return answer;
  };
};
const ask = async (words: string): Promise<void> => {
  fireEvent.click(await screen.findByRole('button', { name: '催办' }));
  fireEvent.change(await screen.findByRole('textbox', { name: /说明/ }), { target: { value: words } });
  fireEvent.click(screen.getAllByRole('button', { name: '催办' }).at(-1) as HTMLElement);
};

describe('a case that may be urged', () => {
  test('is urged with a sentence, and says from when on it may be urged again', async () => {
    const { calls } = show(<UrgeBar workflow={wellRepair} one={one} />, office({ status: 201, json: { ...urge, from } }));
    await ask('申请人已两次来问');
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('已催办，14:20 后可以再催。'));
    expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({ words: '申请人已两次来问' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  test('that somebody else urged meanwhile says so, and who', async () => {
    show(<UrgeBar workflow={wellRepair} one={one} />, office({ status: 403, json: { reason: 'blocked', why: ['urged-recently'], from } }));
    await ask('');
    expect((await screen.findByRole('alert')).textContent).toMatch(/四小时内只能催办一次/);
    await waitFor(() => expect(screen.getByText(/李某 已于 10:20 催办，14:20 后可以再催/)).toBeDefined());
  });

  test('shows at the field what is wrong with the sentence', async () => {
    show(<UrgeBar workflow={wellRepair} one={one} />, office({ status: 422, json: { errors: { words: '请勿填写电话号码' } } }));
    await ask('100 1234 5678');
    expect(await screen.findByText('请勿填写电话号码')).toBeDefined();
  });
});

describe('cases chosen in a list', () => {
  const cases = [1, 2, 3].map((n) => ({ id: `w${n}`, workflow: 'well-repair', state: 'reported', title: `${n}号井`, data: { place: `${n}号井` } }) as unknown as CaseRecord);
  const dialog = <UrgeManyDialog workflow={wellRepair} cases={cases} close={() => undefined} />;
  const send = async (words: string): Promise<void> => {
    fireEvent.change(await screen.findByRole('textbox', { name: /说明/ }), { target: { value: words } });
    fireEvent.click(screen.getByRole('button', { name: '催办' }));
  };

  test('are urged each for itself; what was not is named, with the reason', async () => {
    const { calls } = show(dialog, ({ path }) => (path === 'well-repair/w2/urges' ? { status: 403, json: { reason: 'blocked', why: ['urged-recently'], from } } : { status: 201, json: urge }));
    await send('请本周内办结');
    expect((await screen.findByRole('status')).textContent).toBe('已催办 2 件，未催办 1 件。');
    expect(screen.getByText(/四小时内只能催办一次/)).toBeDefined();
    expect(screen.getByRole('link', { name: /2号井/ }).getAttribute('href')).toMatch(/well-repair\/w2\/show$/);
    const posts = calls.filter(({ method }) => method === 'POST');
    expect(posts.map(({ path }) => path)).toEqual([1, 2, 3].map((n) => `well-repair/w${n}/urges`));
    expect(new Set(posts.map(({ body }) => (body as { id: string }).id)).size).toBe(3);
    expect(posts.every(({ body }) => (body as { words: string }).words === '请本周内办结')).toBe(true);
  });

  test('are left alone all of them where the sentence is refused', async () => {
    const { calls } = show(dialog, () => ({ status: 422, json: { errors: { words: '请勿填写电话号码' } } }));
    await send('100 1234 5678');
    expect(await screen.findByText('请勿填写电话号码')).toBeDefined();
    expect(calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });
});

test('a case that one may not urge shows no button', async () => {
  const { calls } = show(<UrgeBar workflow={wellRepair} one={one} />, ({ path }) => (path.endsWith('/urges') ? { json: { urges: [], why: 'waits-for-nobody', from: null } } : undefined));
  await waitFor(() => expect(calls.length).toBeGreaterThan(0));
  expect(screen.queryByRole('button')).toBeNull();
});

test('the row of a case that was urged says by whom, and when', async () => {
  const row: InboxRow = { id: 'w1', workflow: 'well-repair', unit: '999901101201', state: 'reported', title: '东头水井', dueAt: null, since: '2026-11-10T01:00:00.000Z', overdue: false, returned: false, urged: { name: '李某', at: urge.at, words: '请尽快' } };
  show(<InboxItem row={row} />, () => undefined);
  expect(await screen.findByText('催办 · 李某 10:20：请尽快')).toBeDefined();
});
