/** One thing done to many cases: ticked in a list, tried out, done, and tried again where it was refused. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { ResourceContextProvider, ResourceDefinitionContextProvider } from 'react-admin';
import { Route, Routes } from 'react-router-dom';
import { describe, expect, test } from 'vitest';
import { inCommon, mayAct, ofSome } from '../../admin/bulk/chosen.ts';
import { JobPage } from '../../admin/bulk/JobPage.tsx';
import { JobsPage } from '../../admin/bulk/JobsPage.tsx';
import { CaseList } from '../../admin/cases/CaseList.tsx';
import { rows, show, type Answers, type Call, type Reply } from './support.tsx';
import { wellRepair } from './well-repair.ts';

const LONG = 60_000;
const well = (n: number, offers: readonly string[] = ['repair', 'sendBack']) => ({
  id: `w${n}`, workflow: 'well-repair', workflowVersion: 1, parent: null, state: 'reported', unit: '999901101201', title: `${n}号井`, data: { place: `${n}号井` }, version: 1,
  openedBy: 'village07', openedAt: '2026-11-13T01:00:00.000Z', dueAt: null, offers: offers.map((type) => ({ type })),
});
const list = (
  <ResourceDefinitionContextProvider definitions={{ 'well-repair': { name: 'well-repair', hasList: true, hasShow: true } }}>
    <ResourceContextProvider value="well-repair"><CaseList /></ResourceContextProvider>
  </ResourceDefinitionContextProvider>
);

type Sent = { id: string; type: string; ids?: string[]; filter?: object; dryRun: boolean };
/** An office where the last of the cases named is refused; each job is seen once under way before it has ended. */
const office = (wells: readonly { id: string }[], total = wells.length): Answers => {
  const jobs = new Map<string, Sent & { looked: number }>();
  const answer = ({ path, query }: Call): Reply | undefined => {
    const job = jobs.get(path.slice('jobs/'.length));
    if (!job) return undefined;
    const ids = job.ids ?? wells.map(({ id }) => id);
    const ended = job.looked++ > 0;
    const results = ids.map((id, i) => (i === ids.length - 1 ? { id, result: 'refused', why: ['same-person'] } : { id, result: 'done', why: [] })).filter(({ result }) => query.get('result') === null || result === query.get('result'));
    const page = query.get('range') === '[0,-1]' ? [] : results;
    return { json: { id: job.id, workflow: 'well-repair', type: job.type, dryRun: job.dryRun, state: ended ? 'finished' : 'running', total: ids.length, done: ended ? ids.length : 1, refused: ended ? 1 : 0, madeAt: '2026-11-23T01:00:00.000Z', endedAt: null, results: page } };
  };
  return (call) => {
    const { method, path, body } = call;
    if (method === 'POST' && path === 'well-repair/events') {
      jobs.set((body as Sent).id, { ...(body as Sent), looked: 0 });
      return { status: 202, json: { id: (body as Sent).id } };
    }
    return path.startsWith('jobs/') ? answer(call) : path.startsWith('well-repair') ? rows('well-repair', wells, total) : undefined;
  };
};
const sent = (calls: readonly Call[]): Sent[] => calls.filter(({ method, path }) => method === 'POST' && path === 'well-repair/events').map(({ body }) => body as Sent);
const press = async (name: RegExp | string) => fireEvent.click(await screen.findByRole('button', { name }));
const tick = async (n: number) => fireEvent.click(await screen.findByRole('checkbox', { name: `选择：${n}号井` }));

describe('what can be done to several cases', () => {
  test('is what each of them offers, but what must be looked at one by one', () => {
    expect(inCommon(wellRepair, [well(1), well(2, ['sendBack'])])).toEqual(['sendBack']);
    expect(inCommon(wellRepair, [])).toEqual([]);
    expect(ofSome(wellRepair, [well(1, ['repair']), well(2, ['sendBack'])])).toEqual(['repair', 'sendBack']);
    const { reported } = wellRepair.states;
    const careful = { ...wellRepair, states: { ...wellRepair.states, ...(reported && { reported: { on: { ...reported.on, ...(reported.on['repair'] && { repair: { ...reported.on['repair'], oneByOne: true as const } }) } } }) } };
    expect(inCommon(careful, [well(1), well(2)])).toEqual(['sendBack']);
    expect(mayAct({ id: 'a', fullName: '甲', posts: [{ post: 'auditor', unit: 'u' }] }, wellRepair)).toBe(false);
  });
});

describe('a list', () => {
  test('has no boxes to tick for who only reads', async () => {
    show(list, (call) => (call.path === 'session' ? { json: { user: { id: 'a', name: '甲', posts: [{ post: 'auditor', unit: '999901101' }] } } } : office([well(1)])(call)));
    await screen.findByText('1号井');
    expect(screen.queryByRole('checkbox', { name: /选择|选中/ })).toBeNull();
  });

  test('does one thing to the cases ticked: previewed with reasons, done, and tried again for those refused', { timeout: LONG }, async () => {
    const { calls } = show(list, office([well(1), well(2, ['sendBack']), well(3)]));
    await tick(1);
    await tick(2);
    const bar = await screen.findByRole('group', { name: '对所选办件一起办理' });
    expect(within(bar).getByRole('status').textContent).toBe('已选 2 件');
    expect(within(bar).getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['退回', '催办', '取消选择']);
    await press('退回');
    const dialog = await screen.findByRole('dialog', { name: '批量“退回”：2 件' });
    await press('预览');
    expect(await within(dialog).findByRole('progressbar', { name: '进度' })).toBeDefined();
    await within(dialog).findByText('可以办理 1 件，不能办理 1 件。');
    expect(sent(calls)).toEqual([{ id: expect.any(String) as string, type: 'sendBack', data: {}, ids: ['w1', 'w2'], dryRun: true }]);
    const table = await within(dialog).findByRole('table', { name: '逐件结果' });
    await waitFor(() => expect(within(table).getByRole('link', { name: '2号井' }).getAttribute('href')).toBe('/well-repair/w2/show'));
    expect(table.textContent).toContain('须由另一人办理');
    await press('办理这 1 件');
    await within(dialog).findByText('已办理 1 件，没有办成 1 件。');
    expect(sent(calls)[1]).toMatchObject({ type: 'sendBack', ids: ['w1', 'w2'], dryRun: false });
    await press('只重办没有办成的');
    await screen.findByRole('dialog', { name: '批量“退回”：1 件' });
    await press('预览');
    await waitFor(() => expect(sent(calls)[2]).toMatchObject({ ids: ['w2'], dryRun: true }));
    const ids = sent(calls).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('takes all that its filter finds', { timeout: LONG }, async () => {
    const { calls } = show(list, office([well(1), well(2)], 6092));
    await screen.findByText('1号井');
    fireEvent.click(screen.getByRole('checkbox', { name: '选中本页' }));
    await press('选中找到的全部 6092 件');
    await screen.findByText('已选 6092 件');
    await press('修好');
    await press('预览');
    await waitFor(() => expect(sent(calls)[0]).toMatchObject({ filter: {}, dryRun: true }));
    await press('关闭');
    await press('取消选择');
    await waitFor(() => expect(screen.queryByText(/^已选/)).toBeNull());
  });

  test('says so where nothing can be done to all, and where the office does not answer', { timeout: LONG }, async () => {
    const made = office([well(1, ['repair']), well(2, ['sendBack'])]);
    show(list, (call) => (call.path === 'well-repair/events' ? { status: 503, json: { reason: 'try-again' }, headers: { 'Retry-After': '2' } } : made(call)));
    await tick(1);
    await tick(2);
    await screen.findByText(/没有可以一起办理的事项/);
    await tick(2);
    await press('修好');
    await press('预览');
    expect((await screen.findByRole('alert')).textContent).toContain('不会重复办理');
  });
});

describe('my bulk jobs', () => {
  const job = { id: 'j1', workflow: 'well-repair', type: 'repair', dryRun: false, state: 'finished', total: 3, done: 3, refused: 1, madeAt: '2026-11-23T01:00:00.000Z', endedAt: null };
  const pages = <Routes><Route path="/bulk" element={<JobsPage />} /><Route path="/bulk/:id" element={<JobPage />} /></Routes>;
  test('are listed, each with its page', async () => {
    show(pages, ({ path }) => (path === 'jobs' ? { json: [job] } : path === 'jobs/j1' ? { json: { ...job, results: [{ id: 'w3', result: 'refused', why: ['absent'] }] } } : undefined), { at: '/bulk' });
    const row = await screen.findByRole('link', { name: /水井维修 · 修好/ });
    expect(row.textContent).toContain('已办理 2 件，没有办成 1 件。');
    fireEvent.click(row);
    expect((await screen.findByRole('table', { name: '逐件结果' })).textContent).toContain('没有这个办件');
    expect(screen.getByRole('button', { name: '只重办没有办成的' })).toBeDefined();
  });
  test('are none, or could not be read', async () => {
    show(pages, ({ path }) => (path === 'jobs' ? { json: [] } : undefined), { at: '/bulk' });
    await screen.findByText('您还没有批量办理过。');
  });
  test('say when one could not be read', async () => {
    show(pages, () => undefined, { at: '/bulk/none', lang: 'en' });
    expect((await screen.findByRole('alert')).textContent).toContain('Not found');
  });
});
