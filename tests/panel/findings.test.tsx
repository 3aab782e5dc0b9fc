/** Data quality: the rules with their counts, the findings with what to do, setting one aside, and a batch beside the town. */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { describe, expect, test } from 'vitest';
import { ErrorsOfBatch, FindingsAbout } from '../../admin/findings/FindingsAbout.tsx';
import { FindingsPage } from '../../admin/findings/FindingsPage.tsx';
import { Monitoring } from '../../admin/findings/Monitoring.tsx';
import { judge } from '../../workflows/office/monitoring/mean.ts';
import { rows, show, type Answers } from './support.tsx';

const LIU = '999901101001';
const finding = {
  id: 'f1', rule: 'D05', level: 'error', unit: LIU, units: [LIU], field: 'name', occasion: null, params: {}, state: 'open', elsewhere: 0, foundAt: '2026-11-23T01:00:00.000Z', goneAt: null, suppressedName: null, suppressedAt: null, reason: null,
  residents: [{ id: 'p1', name: '张3', unit: LIU, item: { id: 'm.1.p1', workflow: 'record-verification', unit: LIU, state: 'pending' } }],
};
const pair = { ...finding, id: 'f2', rule: 'D22', level: 'warning', field: 'unit', params: { records: 2 }, elsewhere: 1 };
const counts = { rules: [{ rule: 'D05', level: 'error', open: 3, suppressed: 1 }, { rule: 'D13', level: 'warning', open: 7, suppressed: 0 }], villages: [{ unit: LIU, rule: 'D05', open: 2, suppressed: 0 }] };
const signedIn = (post: string) => ({ json: { user: { id: 'p', name: '甲', posts: [{ post, unit: '999901101' }] } } });

const office = (post = 'town_clerk', more: Answers = () => undefined): Answers => (call) => {
  const { path } = call;
  if (path === 'session') return signedIn(post);
  if (path === 'findings/summary') return { json: counts };
  if (path === 'checks/runs') return { json: [{ id: 'r', at: '2026-11-23T01:00:00.000Z', state: 'finished', done: 9, total: 9 }] };
  return more(call) ?? (path === 'findings' ? rows('findings', [finding, pair]) : undefined);
};
const page = <Routes><Route path="/findings" element={<FindingsPage />} /></Routes>;

describe('the page of data quality', () => {
  test('counts by rule, the severest first, and leads from a rule to its findings', async () => {
    const { calls } = show(page, office(), { at: '/findings' });
    const table = await screen.findByRole('table', { name: '规则' });
    expect(within(table).getAllByRole('row').map(({ textContent }) => textContent)).toEqual(['规则级别待处理已搁置', 'D05 姓名不规范错误31', 'D13 婚姻变动日期早于法定婚龄警告70']);
    fireEvent.click(within(table).getByRole('link', { name: /D13/ }));
    await waitFor(() => expect(calls.some(({ path, query }) => path === 'findings' && query.get('filter') === '{"state":"open","rule":"D13"}')).toBe(true));
  });

  test('says of each finding whom it concerns and what to do', async () => {
    show(page, office(), { at: '/findings' });
    const list = await screen.findByRole('list', { name: '待办问题' });
    expect(within(list).getAllByText(/按身份证或户口簿更正姓名/)).toHaveLength(1);
    expect(within(list).getAllByRole('link', { name: '张3' })[0]?.getAttribute('href')).toBe('/residents/p1/show');
    expect(within(list).getAllByRole('link', { name: '本期核实' })[0]?.getAttribute('href')).toBe('/record-verification/m.1.p1/show');
    expect(within(list).getByText('另有 1 人在其他村居')).toBeDefined();
    expect(within(list).getByText(/2 条记录/)).toBeDefined();
  });

  test('sets a finding aside for a reason, and asks for one first', async () => {
    const { calls } = show(page, office('town_clerk', ({ method, path }) => (method === 'POST' && path === 'findings/f1/suppress' ? { json: { ...finding, state: 'suppressed' } } : undefined)), { at: '/findings' });
    fireEvent.click((await screen.findAllByRole('button', { name: '搁置' }))[0] as HTMLElement);
    const dialog = await screen.findByRole('dialog', { name: '搁置问题：姓名不规范' });
    fireEvent.click(within(dialog).getByRole('button', { name: '搁置' }));
    expect(within(dialog).getByText('请写明理由，至少 5 个字。')).toBeDefined();
    fireEvent.change(within(dialog).getByRole('textbox', { name: /理由/ }), { target: { value: '已查验身份证原件' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '搁置' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(calls.find(({ path }) => path === 'findings/f1/suppress')?.body).toEqual({ reason: '已查验身份证原件' });
    expect(calls.filter(({ path }) => path === 'findings').length).toBeGreaterThan(1);
  });

  test('says when somebody else was quicker', async () => {
    show(page, office('reviewer', ({ method, path }) => (method === 'POST' && path === 'findings/f1/suppress' ? { status: 409, json: { reason: 'not-so' } } : undefined)), { at: '/findings' });
    fireEvent.click((await screen.findAllByRole('button', { name: '搁置' }))[0] as HTMLElement);
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByRole('textbox', { name: /理由/ }), { target: { value: '已查验身份证原件' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '搁置' }));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('状态已变化');
  });

  test('lets a village clerk read only', async () => {
    show(page, office('village_clerk'), { at: '/findings' });
    await screen.findByRole('list', { name: '待办问题' });
    expect(screen.queryByRole('button', { name: '搁置' })).toBeNull();
    expect(screen.queryByRole('button', { name: '立即核查全部记录' })).toBeNull();
  });

  test('lets a town clerk have all records checked', async () => {
    const { calls } = show(page, office('town_clerk', ({ method, path }) => (method === 'POST' && path === 'checks/run' ? { status: 202, json: { id: 'r2', state: 'waiting' } } : undefined)), { at: '/findings' });
    fireEvent.click(await screen.findByRole('button', { name: '立即核查全部记录' }));
    await waitFor(() => expect(calls.some(({ method, path }) => method === 'POST' && path === 'checks/run')).toBe(true));
  });

  test('says when there is nothing', async () => {
    const none: Answers = ({ path }) => (path === 'findings' ? rows('findings', []) : undefined);
    show(page, office('town_clerk', none), { at: '/findings' });
    await screen.findByText('没有待处理的问题。');
    cleanup();
    show(page, office('town_clerk', none), { at: '/findings?level=error' });
    await screen.findByText('没有这样的问题。');
  });

  test('says when the findings could not be read', async () => {
    show(page, office('town_clerk', ({ path }) => (path === 'findings' ? { status: 503, json: {} } : undefined)), { at: '/findings', lang: 'en' });
    expect((await screen.findAllByRole('alert')).length).toBeGreaterThan(0);
  });
});

describe('elsewhere', () => {
  test('a person’s page has the open findings about that person', async () => {
    const { calls } = show(<FindingsAbout resident="p1" />, office());
    await screen.findByRole('list', { name: '数据质量问题' });
    expect(calls.find(({ path }) => path === 'findings')?.query.get('filter')).toBe('{"resident":"p1","state":"open"}');
  });

  test('a batch’s page has its open errors, and says when there are none', async () => {
    const { calls } = show(<ErrorsOfBatch parent="m.1" unit={LIU} />, office('reviewer', ({ path }) => (path === 'findings' ? rows('findings', []) : undefined)));
    await screen.findByText('没有未处理的错误级问题。');
    expect(calls.find(({ path }) => path === 'findings')?.query.get('filter')).toBe('{"parent":"m.1","level":"error","state":"open"}');
    expect(screen.getByRole('link', { name: '在数据质量页查看' }).getAttribute('href')).toBe(`/findings?unit=${LIU}`);
  });
});

describe('mean monitoring', () => {
  const all = { hits: 611, of: 5666 };
  const share = (id: string, hits: number, of: number) => ({ case: id, unit: LIU, hits, of, verdict: judge({ hits, of }, all) });
  const one = { id: 'm.1', workflow: 'verification-batch', workflowVersion: 1, parent: 'm', state: 'townReview', unit: LIU, data: { explanations: {} }, version: 4, openedBy: 'x', openedAt: '2026-11-02T01:00:00.000Z', dueAt: null, offers: [] };
  const shares: Answers = ({ path }) => (path === 'verification-batch/m.1/shares' ? { json: [{ indicator: 'corrected', all, of: [share('m.1', 2, 322), share('m.2', 70, 612)] }, { indicator: 'unable', all, of: [share('m.1', 1, 20)] }] } : undefined);

  test('sets the village beside the town, hides rates of a few, and says what is not explained', async () => {
    show(<Monitoring one={one} />, shares);
    const table = await screen.findByRole('table', { name: '均数监控' });
    const [, corrected, unable] = within(table).getAllByRole('row').map(({ textContent }) => textContent);
    expect(corrected).toBe('更正比例3220.6%10.8%z=-5.9红色尚未说明');
    expect(unable).toContain('少于30条');
  });

  test('draws the funnel when asked, described in words', async () => {
    show(<Monitoring one={{ ...one, data: { explanations: { corrected: '上月已集中更正' } } }} />, shares);
    expect(await screen.findByText('上月已集中更正')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: '显示漏斗图' }));
    const picture = await screen.findByRole('img', { name: /“更正比例”的漏斗图.*本村居 0.6%，全镇 10.8%/ });
    expect(picture.querySelectorAll('circle')).toHaveLength(2);
  });
});
