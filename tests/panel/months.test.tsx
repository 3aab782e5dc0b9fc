/** A month of the register as people read it, wherever a case or a record of that month is shown, in place of the id it is kept by. */
import { screen, within } from '@testing-library/react';
import { ResourceContextProvider, ResourceDefinitionContextProvider } from 'react-admin';
import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router-dom';
import { describe, expect, test } from 'vitest';
import { CasePage } from '../../admin/case/CasePage.tsx';
import { Registry } from '../../admin/case/registry.ts';
import { CaseList } from '../../admin/cases/CaseList.tsx';
import { InboxItem } from '../../admin/inbox/InboxItem.tsx';
import { ResidentPage } from '../../admin/register/ResidentPage.tsx';
import { workflows } from '../../workflows/index.ts';
import type { Lang } from '../../workflows/kit/words.ts';
import { rows, show, type Answers } from './support.tsx';

const [ITEM, BATCH, CYCLE] = ['record-verification', 'verification-batch', 'verification-cycle'] as const;
const VILLAGE = '999901101201';
const common = { workflowVersion: 1, unit: VILLAGE, version: 2, openedBy: 'clock', openedAt: '2026-11-02T01:00:00.000Z', enteredAt: '2026-11-02T01:00:00.000Z', dueAt: null, offers: [], blocked: [] };
const item = { ...common, id: 'c7.v1.r1', workflow: ITEM, parent: 'c7.v1', subject: 'r1', state: 'consistent', title: '张三', data: { record: 'r1', name: '张三', cycle: 'c7' } };
const batch = { ...common, id: 'c7.v1', workflow: BATCH, parent: 'c7', subject: null, state: 'inProgress', title: '2026-11', data: { month: '2026-11', kind: 'full', cutoff: '2026-11-25' } };
const cycle = { ...common, id: 'c7', workflow: CYCLE, unit: '999901101', parent: null, subject: null, state: 'running', title: '2026-11', data: { month: '2026-11', kind: 'full', cutoff: '2026-11-25' } };
const zhang = { id: 'r1', code: '999901101201010001', name: '张三', unit: VILLAGE, household: 'h1', sex: '1', marital: '20', relation: '02', status: 'active', version: 3 };
const change = { id: 'r1.3', at: '2026-11-26T02:00:00.000Z', by: 'head1', name: '李某', workflow: ITEM, case: item.id, fields: ['marital'], before: { marital: '10' }, after: { marital: '20' } };

const officeFor = (post: string): Answers => ({ path }) => {
  if (path === 'session') return { json: { user: { id: 'p', name: '甲', posts: [{ post, unit: post === 'village_clerk' ? VILLAGE : '999901101' }] } } };
  if (path === 'residents') return rows('residents', [zhang]);
  if (path === 'residents/r1') return { json: zhang };
  if (path === 'residents/r1/history') return { json: [change] };
  if (path === `${ITEM}/${item.id}`) return { json: item };
  if (path === `${BATCH}/${batch.id}`) return { json: batch };
  if (path.endsWith('/log') || path.endsWith('/shares') || path.endsWith('/files')) return { json: [] };
  if (path === ITEM || path === BATCH) return rows(path, [path === ITEM ? item : batch]);
  if (path === CYCLE) return rows(CYCLE, post === 'village_clerk' ? [] : [cycle]);
  return ['benefit-claim', 'annual-review', 'childcare-assistance', 'erasure-request', 'findings'].includes(path) ? rows(path, []) : undefined;
};
const open = (page: ReactNode, { post = 'village_clerk', at = '/', lang = 'zh' }: { post?: string; at?: string; lang?: Lang } = {}) =>
  show(<Registry.Provider value={workflows}>{page}</Registry.Provider>, officeFor(post), { at, lang });
const pageOf = (name: string) => <ResourceContextProvider value={name}><Routes><Route path="/:workflow/:id/show" element={<CasePage />} /></Routes></ResourceContextProvider>;

describe('a month', () => {
  test('stands on the page of a record, and leads to its batch', async () => {
    open(pageOf(ITEM), { at: `/${ITEM}/${item.id}/show` });
    const facts = within(await screen.findByRole('region', { name: '基本情况' }));
    expect((await facts.findByRole('link', { name: '2026年11月' })).getAttribute('href')).toBe(`/${BATCH}/c7.v1/show`);
    expect(facts.queryByText('c7')).toBeNull();
  });

  test('stands in the list of records, where nobody types its id', async () => {
    open(<ResourceDefinitionContextProvider definitions={{ [ITEM]: { name: ITEM, hasList: true, hasShow: true } }}><ResourceContextProvider value={ITEM}><CaseList /></ResourceContextProvider></ResourceDefinitionContextProvider>, { lang: 'en' });
    expect(await within(await screen.findByRole('table')).findByText('Nov 2026')).toBeDefined();
    expect(screen.queryByText('c7')).toBeNull();
  });

  test('tells the records of one person apart on the page of the entry, and names the one that changed it', async () => {
    open(<Routes><Route path="/residents/:id/show" element={<ResidentPage />} /></Routes>, { at: '/residents/r1/show' });
    expect((await screen.findByRole('link', { name: /^2026年11月 ?一致/ })).getAttribute('href')).toBe(`/${ITEM}/${item.id}/show`);
    expect((await screen.findByRole('link', { name: '依据办件 信息核实 · 2026年11月' })).getAttribute('href')).toBe(`/${ITEM}/${item.id}/show`);
  });

  test('heads the page of a batch, which leads above only those who may read there', async () => {
    open(pageOf(BATCH), { at: `/${BATCH}/${batch.id}/show` });
    expect(await screen.findByRole('heading', { level: 1, name: '村居核实批次：2026年11月' })).toBeDefined();
    expect(await screen.findByText(/下级办件/)).toBeDefined();
    expect(screen.queryByText('上级办件')).toBeNull();
  });

  test('is the name of the case above for who may read it', async () => {
    open(pageOf(BATCH), { at: `/${BATCH}/${batch.id}/show`, post: 'town_clerk' });
    expect((await within(await screen.findByRole('region', { name: '相关' })).findByRole('link', { name: '2026年11月' })).getAttribute('href')).toBe(`/${CYCLE}/c7/show`);
  });

  test('stands in the inbox', async () => {
    open(<ul><InboxItem row={{ id: batch.id, workflow: BATCH, unit: VILLAGE, state: 'inProgress', title: '2026-11', dueAt: null, since: batch.openedAt, returned: false, overdue: false, urged: null }} /></ul>, { lang: 'en' });
    expect(await screen.findByText('Nov 2026')).toBeDefined();
  });
});
