/** A register entry: sensitive values are masked until somebody says why they need them. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { describe, expect, test } from 'vitest';
import { ResidentPage } from '../../admin/register/ResidentPage.tsx';
import { rows, show, type Answers } from './support.tsx';

const zhang = { id: 'r1', code: '999901101201010001', name: '张三', unit: '999901101201', household: 'h1', sex: '1', marital: '20', relation: '02', status: 'active', birthDate: '1980-02-01', idNumber: { masked: '**************0022' }, phone: null, version: 3 };
const change = { id: 'r1.3', at: '2026-10-02T02:00:00.000Z', by: 'village07', name: '李某', workflow: 'well-repair', case: 'w9', fields: ['marital'], before: { marital: '10' }, after: { marital: '20' } };

const register = (reveal: Answers = () => undefined): Answers => (call) => {
  if (call.path === 'residents/r1') return { json: zhang };
  if (call.path === 'residents/r1/history') return { json: [change] };
  if (call.path === 'residents/r1/reveal') return reveal(call);
  if (call.path === 'findings') return rows('findings', []);
  return call.path === 'well-repair' ? rows('well-repair', []) : undefined;
};
const page = <Routes><Route path="/residents/:id/show" element={<ResidentPage />} /></Routes>;
const open = (reveal?: Answers) => show(page, register(reveal), { at: '/residents/r1/show' });
const ask = async (reason: string) => {
  fireEvent.click(await screen.findByRole('button', { name: '查看公民身份号码' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByRole('textbox', { name: /查看事由/ }), { target: { value: reason } });
  fireEvent.click(within(dialog).getByRole('button', { name: '查看' }));
  return dialog;
};

describe('an entry', () => {
  test('shows codes in words, and sensitive values masked', async () => {
    open();
    expect(await screen.findByRole('heading', { level: 1, name: '登记对象：张三' })).toBeDefined();
    expect(screen.getByText('户主')).toBeDefined();
    expect(screen.getByRole('img', { name: '已脱敏：**************0022' })).toBeDefined();
  });

  test('tells what changed and by which case', async () => {
    open();
    expect(await screen.findByText('婚姻状况：未婚 → 已婚')).toBeDefined();
    expect(screen.getByRole('link', { name: '依据办件 w9' }).getAttribute('href')).toBe('/well-repair/w9/show');
  });

  test('says of an erased value when and why it went, and offers nothing to reveal', async () => {
    const erased = { erased: { on: '2026-11-23', ground: 'consent_withdrawn', by: 'e1' } };
    const told = { ...change, id: 'r1.4', fields: ['idNumber'], before: {}, after: { idNumber: erased } };
    show(page, (call) => (call.path === 'residents/r1' ? { json: { ...zhang, idNumber: erased } } : call.path === 'residents/r1/history' ? { json: [told] } : register()(call)), { at: '/residents/r1/show' });
    expect(await screen.findByText('已删除（2026年11月23日，本人撤回同意）')).toBeDefined();
    expect(await screen.findByText('公民身份号码：— → 已删除（2026年11月23日，本人撤回同意）')).toBeDefined();
    expect(screen.queryByRole('button', { name: '查看公民身份号码' })).toBeNull();
  });

  test('reveals a value for a reason, which is sent along', async () => {
    const { calls } = open(() => ({ json: { values: { idNumber: '110101198002010022' } } }));
    await ask('电话核对待遇账户');
    expect(await screen.findByText('110101198002010022')).toBeDefined();
    expect(calls.find(({ path }) => path.endsWith('/reveal'))?.body).toEqual({ fields: ['idNumber'], reason: '电话核对待遇账户' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  test('asks for a reason before it asks the server', async () => {
    const { calls } = open();
    const dialog = await ask('看看');
    expect(within(dialog).getByText('请写明事由（至少 4 个字）。')).toBeDefined();
    expect(calls.some(({ path }) => path.endsWith('/reveal'))).toBe(false);
  });

  test('stays masked where the post may not see it', async () => {
    open(() => ({ status: 403, json: { reason: 'not-yours' } }));
    const dialog = await ask('审计抽查核对');
    expect(await within(dialog).findByText(/您现在不能办理/)).toBeDefined();
    expect(screen.queryByText('110101198002010022')).toBeNull();
  });

  test('that is not there says so on its own page', async () => {
    show(page, () => undefined, { at: '/residents/r1/show' });
    expect(await screen.findByText('没有找到，或不在您的管辖范围内。')).toBeDefined();
  });
});
