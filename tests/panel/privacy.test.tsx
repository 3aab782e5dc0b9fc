/** Those who watch over personal data see who read whose and why; the administrator begins a rotation of the keys, once. */
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { PrivacyPage } from '../../admin/privacy/PrivacyPage.tsx';
import { rows, show, type Answers } from './support.tsx';

const signedIn = (post: string, rest: Answers): Answers => (call) =>
  (call.path === 'session' ? { json: { user: { id: 'p', name: '甲', posts: [{ post, unit: '999901101' }] } } } : rest(call));
const reading = { id: '7', at: '2026-11-23T01:30:00.000Z', person: 'village03', personName: '李专干', posts: ['village_clerk@999901101203'], resource: 'residents/reveal', ids: ['p000123'], fields: ['idNumber', 'phone'], reason: '核对身份证号码' };
const ofFindings = { ...reading, id: '8', resource: 'findings', ids: ['p000124'], fields: ['name'], reason: null };
const rotation = { id: 'k1', personName: '管理员', kinds: ['data', 'index'], reason: '按年度更换密钥', startedAt: '2026-11-22T01:00:00.000Z', round: 2, walked: 20, total: 20, sealedAnew: 12, endedAt: '2026-11-22T01:01:00.000Z' };

test('the privacy officer reads who saw whom, which fields and why, and may not rotate the keys', async () => {
  const { calls } = show(<PrivacyPage />, signedIn('privacy_officer', ({ path }) => (path === 'reads' ? rows('reads', [reading, ofFindings]) : path === 'key-rotations' ? { json: [rotation] } : undefined)));
  expect((await screen.findAllByText(/李专干/)).length).toBe(2);
  expect(screen.getByText(/登记对象（查看隐去内容）/)).toBeDefined();
  expect(screen.getByText(/身份号码、联系电话|公民身份号码、联系电话|身份证号、联系电话/)).toBeDefined();
  expect(screen.getByText('核对身份证号码')).toBeDefined();
  expect(screen.getByText('数据质量')).toBeDefined();
  expect(screen.getByRole('link', { name: 'p000124' }).getAttribute('href')).toBe('/residents/p000124/show');
  expect(screen.getByRole('link', { name: 'p000123' }).getAttribute('href')).toBe('/residents/p000123/show');
  expect(await screen.findByText(/重新加密 12 行/)).toBeDefined();
  expect(screen.getByRole('button', { name: '导出' })).toBeDefined();
  expect(screen.queryByRole('button', { name: '更换密钥' })).toBeNull();
  expect(JSON.parse(calls.find(({ path }) => path === 'reads')?.query.get('sort') ?? '')).toEqual(['at', 'DESC']);
});

test('the administrator gives a reason; what is under way is shown, and no second one can be begun', async () => {
  let begun = false;
  const { calls } = show(<PrivacyPage />, signedIn('admin', ({ path, method }) => {
    if (path !== 'key-rotations') return undefined;
    if (method === 'POST') begun = true;
    const underWay = { ...rotation, id: 'k2', round: 1, walked: 5, endedAt: null };
    return method === 'POST' ? { status: 202, json: underWay } : { json: begun ? [underWay, rotation] : [rotation] };
  }));
  fireEvent.click(await screen.findByRole('button', { name: '更换密钥' }));
  expect(await screen.findByText('请写明理由，至少 5 个字。')).toBeDefined();
  expect(begun).toBe(false);
  fireEvent.change(screen.getByRole('textbox', { name: /更换理由/ }), { target: { value: '怀疑密钥外泄' } });
  fireEvent.click(screen.getByRole('button', { name: '更换密钥' }));
  expect((await screen.findByRole('progressbar', { name: '更换进度' })).getAttribute('aria-valuenow')).toBe('25');
  await waitFor(() => expect(screen.queryByRole('button', { name: '更换密钥' })).toBeNull());
  expect(calls.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([{ id: expect.any(String), kinds: ['data', 'index'], reason: '怀疑密钥外泄' }]);
  expect(calls.some(({ path }) => path === 'reads')).toBe(false);
});

test('readings are asked by a word of their reason', async () => {
  const { calls } = show(<PrivacyPage />, signedIn('auditor', ({ path }) => (path === 'reads' ? rows('reads', []) : path === 'key-rotations' ? { json: [] } : undefined)));
  expect(await screen.findByText('还没有查看记录。')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: '添加筛选' }));
  fireEvent.click(await screen.findByRole('menuitemcheckbox', { name: '理由中有' }));
  fireEvent.change(await screen.findByRole('textbox', { name: '理由中有' }), { target: { value: '核对' } });
  await waitFor(() => expect(JSON.parse(calls.findLast(({ path }) => path === 'reads')?.query.get('filter') ?? '{}')).toEqual({ reason: '核对' }));
});

test('nobody else finds the page', async () => {
  show(<PrivacyPage />, signedIn('town_clerk', () => undefined));
  expect(await screen.findByRole('heading', { level: 1 })).toBeDefined();
  expect(screen.queryByText('密钥更换')).toBeNull();
});
