/** The list of a process the panel has never heard of, made from what its workflow declares. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { ResourceContextProvider, ResourceDefinitionContextProvider } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { describe, expect, test } from 'vitest';
import { CaseList } from '../../admin/cases/CaseList.tsx';
import { rows, show, type Answers } from './support.tsx';

const well = {
  id: 'w1', workflow: 'well-repair', workflowVersion: 1, parent: null, state: 'reported', unit: '999901101201', data: { place: '东头水井', cost: 340000, kind: 'deep' },
  version: 1, openedBy: 'village07', openedAt: '2026-11-13T01:00:00.000Z', dueAt: '2026-11-18T15:59:59.999Z', offers: [],
};
const list = (
  <ResourceDefinitionContextProvider definitions={{ 'well-repair': { name: 'well-repair', hasList: true, hasShow: true, hasCreate: true } }}>
    <ResourceContextProvider value="well-repair"><CaseList /></ResourceContextProvider>
  </ResourceDefinitionContextProvider>
);
const wells = (all: readonly unknown[], post = 'town_clerk'): Answers => ({ path }) => {
  if (path === 'session') return { json: { user: { id: 'p', name: '甲', posts: [{ post, unit: '999901101' }] } } };
  return path.startsWith('well-repair') ? rows('well-repair', all) : undefined;
};

const villages = [{ id: '999901101201', name: { zh: '东湾村', en: 'Dongwan' } }, { id: '999901101202', name: { zh: '西湾村', en: 'Xiwan' } }].map((one) => ({ ...one, kind: 'village', parent: '999901101' }));
const Address = () => <output data-testid="address">{useLocation().search}</output>;

describe('a list of cases', () => {
  test('has a column for every declared field, and says whom a case waits for', async () => {
    show(list, (call) => (call.path === 'units' ? { json: villages } : wells([well])(call)));
    const table = await screen.findByRole('table');
    await within(table).findByText('东头水井');
    await within(table).findByText('东湾村');
    expect(within(table).getAllByRole('columnheader').map((head) => head.textContent)).toEqual(['选择', '位置', '状态', '等待', '期限', '单位', '费用', '类别', '受理至今']);
    const row = within(table).getAllByRole('row')[1];
    await waitFor(() => expect(row?.textContent).toBe('东头水井待维修镇经办逾期 3 个工作日东湾村3,400.00 元深井10 天'));
    expect(within(table).getByRole('link', { name: '东头水井' }).getAttribute('href')).toBe('/well-repair/w1/show');
  });

  test('leaves out the unit where all cases are of the same', async () => {
    show(list, wells([well]));
    const table = await screen.findByRole('table');
    await within(table).findByText('东头水井');
    await waitFor(() => expect(within(table).queryByRole('columnheader', { name: '单位' })).toBeNull());
    expect(table.textContent).not.toContain('东湾村');
  });

  test('is asked for overdue cases by the office’s clock', async () => {
    const { calls } = show(list, wells([well]));
    await screen.findByText('东头水井');
    await waitFor(() => expect(screen.getByRole('switch', { name: '只看逾期' }).hasAttribute('disabled')).toBe(false));
    fireEvent.click(screen.getByRole('switch', { name: '只看逾期' }));
    await waitFor(() => expect(calls.at(-1)?.query.get('filter')).toBe('{"dueAt_lte":"2026-11-23T02:00:00.000Z"}'));
  });

  test('keeps the words one searches for out of every address', async () => {
    const { calls } = show(<>{list}<Address /></>, wells([well]));
    await screen.findByText('东头水井');
    fireEvent.change(screen.getByRole('searchbox', { name: '搜索名称或编号' }), { target: { value: '张三' } });
    await waitFor(() => expect(calls.at(-1)).toMatchObject({ method: 'POST', path: 'well-repair/search', body: { filter: { q: '张三' } } }));
    expect(calls.some(({ query }) => String(query).includes(encodeURIComponent('张三')))).toBe(false);
    expect(decodeURIComponent(screen.getByTestId('address').textContent)).not.toContain('张三');
  });

  test('filters by its title nowhere but in the search', async () => {
    show(list, wells([well]));
    await screen.findByText('东头水井');
    fireEvent.click(screen.getByRole('button', { name: '添加筛选' }));
    expect((await screen.findAllByRole('menuitemcheckbox')).map((item) => item.textContent)).toEqual(['单位', '办结与否', '费用（起）', '费用（止）', '类别']);
  });

  test('lets a case be opened by those whose post may', async () => {
    show(list, wells([well], 'village_clerk'));
    expect((await screen.findByRole('link', { name: '新建办件' })).getAttribute('href')).toBe('/well-repair/create');
  });

  test('offers opening to nobody else', async () => {
    show(list, wells([well]));
    await screen.findByText('东头水井');
    expect(screen.queryByRole('link', { name: '新建办件' })).toBeNull();
  });

  test('without a case says what would stand here, and lets one begin where the reader may', async () => {
    show(list, wells([], 'village_clerk'));
    const said = (await screen.findByText('您的管辖范围内还没有“水井维修”的办件。')).parentElement ?? document.body;
    expect(said.textContent).toContain('村里报修，镇里修好。');
    expect(within(said).getByRole('link', { name: '新建办件' }).getAttribute('href')).toBe('/well-repair/create');
    expect(screen.queryByText('没有符合条件的办件。')).toBeNull();
  });

  test('tells others by whom a case is opened', async () => {
    show(list, wells([]), { lang: 'en' });
    const said = (await screen.findByText('There is no case of “Well repair” in your units yet.')).parentElement ?? document.body;
    expect(said.textContent).toContain('Opened by: Village clerk.');
    expect(within(said).queryByRole('link')).toBeNull();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  test('that nothing matches says so, and takes filters and search away', async () => {
    const { calls } = show(<>{list}<Address /></>, (call) => (call.path === 'well-repair/search' ? rows('well-repair', []) : wells([])(call)), { at: '/?filter={"kind":"deep"}' });
    await screen.findByText('没有符合条件的办件。');
    expect(screen.queryByText(/还没有/)).toBeNull();
    const box: HTMLInputElement = screen.getByRole('searchbox', { name: '搜索名称或编号' });
    fireEvent.change(box, { target: { value: '张三' } });
    await waitFor(() => expect(calls.at(-1)).toMatchObject({ method: 'POST', body: { filter: { kind: 'deep', q: '张三' } } }));
    fireEvent.click(await screen.findByRole('button', { name: '清除筛选' }));
    expect(await screen.findByText('您的管辖范围内还没有“水井维修”的办件。')).toBeDefined();
    expect(box.value).toBe('');
    expect(screen.queryByRole('button', { name: '清除筛选' })).toBeNull();
  });

  test('says when reading failed', async () => {
    show(list, (call) => (call.path.startsWith('well-repair') ? { status: 400, json: {} } : undefined));
    expect(await screen.findByText(/请求有误/)).toBeDefined();
  });

  test('says calmly what this office has not, with nothing to try again', async () => {
    show(list, (call) => (call.path.startsWith('well-repair') ? { status: 501, json: { reason: 'server-only' } } : undefined));
    expect(await screen.findByText('演示后端没有这项功能，请在正式系统中使用。')).toBeDefined();
    expect(screen.queryByRole('button', { name: '重试' })).toBeNull();
  });
});
