/** The form of any event: a widget for every input, errors at their fields, text that is never lost. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { EventForm } from '../../../admin/case/EventForm.tsx';
import type { Outcome } from '../../../admin/case/refusal.ts';
import type { Send } from '../../../admin/case/use-case-form.ts';
import type { Call } from '../support.tsx';
import { plots } from './plots.ts';
import { show } from './small-office.tsx';

/** A whole form filled in by hand takes its time on a busy machine. */
const LONG = 90_000;

const type = (label: RegExp | string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: RegExp | string) => fireEvent.click(screen.getByRole('button', { name }));

const openForm = (answer: Outcome = { kind: 'sent' }, event = 'open', lang: 'zh' | 'en' = 'zh') => {
  const send = vi.fn<Send>(() => Promise.resolve(answer));
  const cancel = vi.fn<() => void>();
  const { calls } = show(<EventForm workflow={plots} event={event} unit="v1" send={send} cancel={cancel} />, undefined, { lang });
  return { send, cancel, calls };
};

const fillIn = async () => {
  await screen.findByLabelText(/园丁/);
  type(/园丁/, ' 林小禾 ');
  type(/愿望/, '多晒太阳');
  type(/起用日期/, '2027-03-01');
  type(/季节/, '2027-03');
  type(/畦数/, '2');
  type(/押金/, '3,400.00');
  fireEvent.click(screen.getByLabelText('向阳'));
  fireEvent.click(screen.getByLabelText('豆'));
  fireEvent.click(screen.getByLabelText('瓜'));
  fireEvent.click(screen.getByLabelText(/已读园规/));
  type(/钥匙号/, 'K7');
  press(/添加一行：帮手/);
  type(/姓名/, '周青');
};

const choose = async (calls: readonly Call[], label: RegExp, name: RegExp, search: string, filter: object) => {
  const box = screen.getByRole('combobox', { name: label });
  box.focus();
  fireEvent.change(box, { target: { value: '林' } });
  await waitFor(() => expect(calls.filter(({ path }) => path === search).map(({ body }) => body)).toContainEqual(expect.objectContaining({ filter: { ...filter, q: '林' } })));
  fireEvent.click(await screen.findByRole('option', { name }));
};

test('every input has its widget, and the data is what the office counts in: fen, numbers, codes, ids', { timeout: LONG }, async () => {
  const { send, calls } = openForm();
  await fillIn();
  await choose(calls, /登记对象/, /林大禾/, 'residents/search', { unit: 'v1' });
  await choose(calls, /水井/, /东井/, 'wells/search', { state: ['running'] });
  press(/确认“登记申请”/);
  await waitFor(() => expect(send).toHaveBeenCalledTimes(1));
  expect(send.mock.calls[0]?.[0]).toEqual({
    gardener: '林小禾', wishes: '多晒太阳', from: '2027-03-01', season: '2027-03', beds: 2, deposit: 340_000, side: 'sunny', crops: ['beans', 'melons'],
    agreed: true, shed: { key: 'K7' }, helpers: [{ name: '周青' }], resident: 'r2', well: 'w1',
  });
});

test('the amount in capitals and the length of a text stand below their fields', async () => {
  openForm();
  await screen.findByLabelText(/园丁/);
  type(/押金/, '3400');
  type(/愿望/, '阳光');
  expect(await screen.findByText('叁仟肆佰元整')).toBeDefined();
  expect(screen.getByText('2/30 字')).toBeDefined();
  expect(screen.getByText(/每畦十元/)).toBeDefined();
});

test('an empty form is refused in its place: a summary with links, an error at each field, the focus on the first', async () => {
  const { send } = openForm();
  await screen.findByLabelText(/园丁/);
  type(/押金/, '十块');
  press(/确认“登记申请”/);
  const summary = await screen.findByRole('alert');
  expect(summary.textContent).toContain('处需要更正');
  expect(within(summary).getByText(/请填写金额（元）/)).toBeDefined();
  expect(screen.getByLabelText(/园丁/).getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByLabelText(/愿望/).getAttribute('aria-invalid')).toBe('false');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/园丁/)));
  fireEvent.click(within(summary).getByRole('button', { name: '畦数' }));
  expect(document.activeElement).toBe(screen.getByLabelText(/畦数/));
  expect(within(summary).getByText(/至少一名帮手/)).toBeDefined();
  expect(send).not.toHaveBeenCalled();
});

test('a box to tick, or the first of few choices, takes the focus like any field', async () => {
  openForm({ kind: 'sent' }, 'sendBack');
  press(/确认/);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('材料不全')));
});

test('what was known and not typed anew is not sent; what is masked begins empty and says what it was', async () => {
  const send = vi.fn<Send>(() => Promise.resolve({ kind: 'sent' }));
  const known = { gardener: '林小禾', wishes: '阳光', deposit: 3_000, phone: { masked: '138****5678' } };
  show(<EventForm workflow={plots} event="amend" unit="v1" initial={known} send={send} cancel={() => {}} />);
  expect((await screen.findByLabelText<HTMLInputElement>(/押金/)).value).toBe('30.00');
  expect(screen.getByLabelText<HTMLInputElement>(/电话/).value).toBe('');
  expect(screen.getByText(/原值 138\*\*\*\*5678（已脱敏）/)).toBeDefined();
  type(/押金/, '50');
  press(/确认/);
  await waitFor(() => expect(send).toHaveBeenCalledWith({ gardener: '林小禾', deposit: 5_000 }));
});

test('a row can be added and taken away, and what is wrong in it is said with its number', async () => {
  openForm();
  await screen.findByLabelText(/园丁/);
  press(/添加一行/);
  press(/添加一行/);
  press('删除第 2 行');
  expect(screen.getAllByLabelText(/姓名/)).toHaveLength(1);
  press(/确认“登记申请”/);
  expect(within(await screen.findByRole('alert')).getByRole('button', { name: '姓名 第 1 行' })).toBeDefined();
});

test('the server’s errors show at their fields and the text stays', async () => {
  openForm({ kind: 'invalid', errors: { opinion: '意见须说明理由' } }, 'pass');
  type(/意见/, '同意出借');
  press(/确认/);
  const alerts = await screen.findAllByRole('alert');
  expect(alerts.map((one) => one.textContent).join(' ')).toContain('意见须说明理由');
  const opinion = screen.getByLabelText<HTMLTextAreaElement>(/意见/);
  expect(opinion.getAttribute('aria-invalid')).toBe('true');
  expect(opinion.value).toBe('同意出借');
  await waitFor(() => expect(document.activeElement).toBe(opinion));
});

test.each([
  [{ kind: 'blocked', why: ['measured', 'same-person'] }, /菜地还没有丈量.*由?须由另一人办理/s],
  [{ kind: 'notOffered' }, /不能由您办理此事项/],
  [{ kind: 'busy', retryAfter: 7 }, /不会重复办理。 建议 7 秒后再试/],
  [{ kind: 'offline' }, /网络不通/],
  [{ kind: 'reused' }, /先前的提交其实已经办成/],
] as const)('refused as %o the form says why and keeps the text', async (outcome, said) => {
  openForm(outcome, 'pass');
  type(/意见/, '同意出借');
  press(/确认/);
  expect((await screen.findByRole('alert')).textContent).toMatch(said);
  expect(screen.getByLabelText<HTMLTextAreaElement>(/意见/).value).toBe('同意出借');
});

test('two quick presses send once; Ctrl+Enter sends too', async () => {
  const { send } = openForm({ kind: 'sent' }, 'pass', 'en');
  await screen.findByLabelText(/Opinion/);
  type(/Opinion/, 'Agreed');
  press(/Confirm: Pass/);
  press(/Confirm: Pass/);
  await waitFor(() => expect(send).toHaveBeenCalledTimes(1));
  await screen.findByRole('button', { name: /Confirm: Pass/ });
  fireEvent.keyDown(screen.getByLabelText(/Opinion/), { key: 'Enter', ctrlKey: true });
  await waitFor(() => expect(send).toHaveBeenCalledTimes(2));
});

test('errors are told in the reader’s language', async () => {
  openForm({ kind: 'sent' }, 'pass', 'en');
  fireEvent.click(await screen.findByRole('button', { name: /Confirm: Pass/ }));
  expect((await screen.findByRole('alert')).textContent).toContain('Please fill this in');
});
