/** A list is taken away for a reason, as the reader sees it: its filter, its order, its words. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Resource } from 'react-admin';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { HouseholdList } from '../../admin/register/HouseholdList.tsx';
import { rows, show, type Answers, type Reply } from './support.tsx';

const saved: { name: string; file: Blob }[] = [];
beforeEach(() => {
  saved.length = 0;
  const files = new Map<string, Blob>();
  URL.createObjectURL = (file) => { files.set('blob:1', file as Blob); return 'blob:1'; };
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function keep(this: HTMLAnchorElement) { saved.push({ name: this.download, file: files.get(this.href) ?? new Blob() }); });
});
afterEach(() => vi.restoreAllMocks());

const office = (answer: () => Reply): Answers => ({ path }) => {
  if (path === 'households' || path === 'households/search') return rows('households', [{ id: 'h1', unit: '999901101201', head: 'r1' }]);
  if (path === 'residents') return rows('residents', [{ id: 'r1', name: '张三', unit: '999901101201' }]);
  return path === 'households/export' ? answer() : undefined;
};
const file: Reply = { json: '姓名', headers: { 'Content-Disposition': 'attachment; filename="households-2026-11-23.csv"' } };

const open = async (answer: () => Reply = () => file) => {
  const shown = show(<Resource name="households" list={HouseholdList} />, office(answer));
  fireEvent.click(await screen.findByRole('button', { name: '导出' }));
  return { ...shown, dialog: await screen.findByRole('dialog', { name: '导出“家庭”' }) };
};
const why = (dialog: HTMLElement, reason: string) => fireEvent.change(within(dialog).getByRole('textbox', { name: /导出事由/ }), { target: { value: reason } });
const go = (dialog: HTMLElement) => fireEvent.click(within(dialog).getByRole('button', { name: '导出' }));

describe('an export', () => {
  test('asks for a reason before it asks the server', async () => {
    const { calls, dialog } = await open();
    why(dialog, '看');
    go(dialog);
    expect(await within(dialog).findByText('请写明事由（至少 4 个字）。')).toBeDefined();
    expect(calls.some(({ path }) => path.endsWith('/export'))).toBe(false);
  });

  test('sends filter, order, format and reason, and saves the file under the server’s name', async () => {
    const { calls, dialog } = await open();
    fireEvent.click(within(dialog).getByRole('radio', { name: /CSV/ }));
    why(dialog, ' 上报区里汇总 ');
    go(dialog);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(calls.find(({ path }) => path === 'households/export')).toMatchObject({ method: 'POST', body: { filter: {}, sort: ['id', 'ASC'], format: 'csv', reason: '上报区里汇总' } });
    expect(saved.map(({ name }) => name)).toEqual(['households-2026-11-23.csv']);
    expect(saved[0]?.file.size).toBeGreaterThan(0);
  });

  test('shows at the field what the server says, and stays open', async () => {
    const { dialog } = await open(() => ({ status: 422, json: { errors: { format: '演示后端只导出 csv', reason: '请写明导出事由' } } }));
    why(dialog, '上报区里汇总');
    go(dialog);
    expect(await within(dialog).findByText('演示后端只导出 csv')).toBeDefined();
    expect(within(dialog).getByText('请写明导出事由')).toBeDefined();
    expect(saved).toEqual([]);
  });

  test('says when it failed, and can be tried again', async () => {
    const answers = [{ status: 429, json: {} }, file];
    const { dialog } = await open(() => answers.shift() ?? file);
    why(dialog, '上报区里汇总');
    go(dialog);
    expect(await within(dialog).findByText('操作过于频繁，请稍后再试。')).toBeDefined();
    go(dialog);
    await waitFor(() => expect(saved).toHaveLength(1));
  });
});
