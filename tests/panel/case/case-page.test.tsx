/** The page of a case: its sentence, what can and cannot be done, its sheet, its history, and sending an event. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { ResourceContextProvider } from 'react-admin';
import { Route, Routes } from 'react-router-dom';
import { expect, test } from 'vitest';
import { CasePage } from '../../../admin/case/CasePage.tsx';
import { Sheet } from '../../../admin/case/Value.tsx';
import { fieldsOf } from '../../../workflows/kit/form.ts';
import { forms } from '../../../workflows/absence/forms.ts';
import type { Lang } from '../../../workflows/kit/words.ts';
import { rows, type Answers } from '../support.tsx';
import { conflict, lapsed, opened, plot, sendings, sentBackFor, show, submitted } from './small-office.tsx';

const showCase = (answers?: Answers, lang: Lang = 'zh') =>
  show(<ResourceContextProvider value="garden-plots"><Routes><Route path="/garden-plots/:id/show" element={<CasePage />} /></Routes></ResourceContextProvider>, answers, { at: '/garden-plots/p1/show', lang });

const on = (asked: string, reply: ReturnType<Answers>): Answers => ({ method, path }) => (`${method} ${path}` === asked ? reply : undefined);
const CASE = 'GET garden-plots/p1';
const LOG = 'GET garden-plots/p1/log';
const EVENTS = 'POST garden-plots/p1/events';

test('says in Chinese where the case stands, for whom, and until when', async () => {
  showCase();
  expect(await screen.findByText('本件现在“镇里核对”，待镇经办、审核员办理，期限至2026年11月25日，剩 2 个工作日。')).toBeDefined();
  expect(screen.getByRole('heading', { level: 1, name: '菜地出借：林小禾' })).toBeDefined();
});

test('and in English', async () => {
  showCase(undefined, 'en');
  expect(await screen.findByText('This case stands at “Town check” and waits for: Town clerk or Reviewer, due 25 Nov 2026: 2 working days left.')).toBeDefined();
});

test('what a rule keeps away is grey, can be reached, and gives its reason in words', async () => {
  const { calls } = showCase(on(CASE, { json: plot({ offers: [{ type: 'sendBack' }], blocked: [{ type: 'pass', why: ['measured', 'same-person'] }] }) }));
  const button = await screen.findByRole('button', { name: '核对通过', description: /菜地还没有丈量，请先丈量。.*须由另一人办理/ });
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(button.hasAttribute('disabled')).toBe(false);
  fireEvent.click(button);
  expect(screen.getByText(/暂不能办理“核对通过”：菜地还没有丈量/)).toBeDefined();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(sendings(calls)).toEqual([]);
});

test('people of the office are shown by their names', async () => {
  const li = { id: 'reviewer3', name: '曹子涵', posts: [] };
  show(<Sheet fields={fieldsOf(forms.open)} data={{ absent: 'reviewer3', substitute: 'gone' }} />, ({ path }) => (path.startsWith('people') ? rows('people', [li]) : undefined), { at: '/' });
  expect(await screen.findByText('曹子涵')).toBeDefined();
  expect(screen.getByText('gone')).toBeDefined();
});

test('each step’s form is shown with its labels, yuan, codes and masks', async () => {
  showCase();
  const steps = within(await screen.findByRole('region', { name: '各环节所填内容' }));
  await steps.findByText('登记申请');
  const valueOf = (label: string) => steps.getAllByText(label).find(({ tagName }) => tagName === 'DT')?.nextElementSibling?.textContent;
  expect(valueOf('押金')).toBe('3,400.00 元');
  expect(valueOf('朝向')).toBe('向阳');
  expect(valueOf('作物')).toBe('豆、瓜');
  expect(valueOf('已读园规')).toBe('是');
  expect(valueOf('电话')).toBe('138****5678');
  expect(valueOf('钥匙号')).toBe('K7');
  expect(valueOf('帮手')).toBe('周青');
  await waitFor(() => expect(valueOf('登记对象')).toBe('林小禾'));
  expect(steps.queryByText('愿望')).toBeNull();
});

test('the timeline names the substitute and the absent, the clock as a system, and reasons in words', async () => {
  showCase(on(LOG, { json: [opened, submitted, sentBackFor, lapsed] }));
  const timeline = within(await screen.findByRole('region', { name: '办理记录' }));
  const items = (await timeline.findAllByRole('listitem')).map(({ textContent }) => textContent);
  expect(items[0]).toMatch(/逾期失效 · 系统（到期）/);
  expect(items[1]).toMatch(/退回补正 · 李某（代张某）镇经办 · 云溪镇 · 镇里核对 → 起草退回原因：材料不全/);
  expect(items[3]).toMatch(/2026年11月20日 09:00登记申请 · 王兰/);
});

test('a case born with its parent, whose log it stands in, says so where nothing has happened since', async () => {
  showCase(on(LOG, { json: [] }));
  const timeline = within(await screen.findByRole('region', { name: '办理记录' }));
  expect((await timeline.findAllByRole('listitem')).map(({ textContent }) => textContent)).toEqual(['2026年11月20日 10:00登记申请 · 系统（随上级办件建立）起草']);
});

test('related cases are counted by state, and the register entry is linked', async () => {
  showCase();
  const related = within(await screen.findByRole('region', { name: '相关' }));
  expect((await related.findByRole('link', { name: '出水 1' })).getAttribute('href')).toBe('/wells?filter=%7B%22parent%22%3A%22p1%22%2C%22state%22%3A%22running%22%7D');
  expect((await related.findByRole('link', { name: '林小禾' })).getAttribute('href')).toBe('/residents/r1/show');
});

test('the picture has a text beside it: the way gone in order, and what may follow', async () => {
  showCase();
  const gone = await screen.findByRole('list', { name: '已走过的路' });
  await waitFor(() => expect(within(gone).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['登记申请 → 起草（2026年11月20日）', '提交 → 镇里核对（2026年11月20日）']));
  expect(within(screen.getByRole('list', { name: '接下来可能' })).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['核对通过 → 公示中', '退回补正 → 起草，之后待村居专干', '暂停办理 → 暂停，之后待镇经办', '逾期失效 → 已撤回']);
});

test('an event is sent once with the version seen, and the page tells what is done', async () => {
  const { calls } = showCase(on(EVENTS, { json: plot({ state: 'notice', version: 3, offers: [], dueAt: '2026-11-30T15:59:59.999Z' }) }));
  fireEvent.click(await screen.findByRole('button', { name: '核对通过' }));
  const dialog = within(await screen.findByRole('dialog', { name: '核对通过' }));
  expect(await dialog.findByText('进入“公示中”，由系统按期办理')).toBeDefined();
  fireEvent.change(dialog.getByLabelText(/意见/), { target: { value: '同意出借' } });
  fireEvent.click(dialog.getByRole('button', { name: '确认“核对通过”' }));
  expect(await screen.findByText('已办理“核对通过”。')).toBeDefined();
  expect(await screen.findByText(/本件现在“公示中”/)).toBeDefined();
  expect(sendings(calls)).toEqual([{ id: expect.stringMatching(/^[0-9a-f]{32}$/), type: 'pass', data: { opinion: '同意出借' }, version: 2 }]);
  await waitFor(() => expect(document.activeElement?.textContent).toBe('已办理“核对通过”。'));
});

const openAndSend = async (answers: Answers) => {
  const { calls } = showCase(answers);
  fireEvent.click(await screen.findByRole('button', { name: '核对通过' }));
  fireEvent.change(await screen.findByLabelText(/意见/), { target: { value: '同意出借' } });
  fireEvent.click(screen.getByRole('button', { name: '确认“核对通过”' }));
  return calls;
};

test('a busy server is asked again with the same id', async () => {
  let tries = 0;
  const calls = await openAndSend(({ method, path }) => {
    if (`${method} ${path}` !== EVENTS) return undefined;
    tries += 1;
    return tries === 1 ? { status: 503, json: {}, headers: { 'Retry-After': '2' } } : { json: plot({ state: 'notice', version: 3, offers: [] }) };
  });
  expect(await screen.findByText(/不会重复办理。 建议 2 秒后再试/)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: '确认“核对通过”' }));
  await screen.findByText('已办理“核对通过”。');
  const [first, second] = sendings(calls);
  expect(second).toEqual(first);
});

const current = plot({ version: 3, data: { gardener: '林小禾', deposit: 5_000, resident: 'r1' } });
const since = { ...sentBackFor, type: 'sendBack', to: 'townCheck' };

test('a case that changed meanwhile is shown with who did what and which fields differ; the text stays and goes again on the new version', async () => {
  const calls = await openAndSend((call) => {
    if (`${call.method} ${call.path}` === LOG) return { json: [opened, submitted, since] };
    if (`${call.method} ${call.path}` !== EVENTS) return undefined;
    return (call.body as { version: number }).version === 2 ? conflict({ reason: 'stale', current }) : { json: plot({ state: 'notice', version: 4, offers: [] }) };
  });
  const dialog = within(await screen.findByRole('dialog', { name: '本件刚有变化' }));
  expect(await dialog.findByText(/李某（代张某）/)).toBeDefined();
  expect(dialog.queryByText(/王兰/)).toBeNull();
  expect(dialog.getByRole('row', { name: '押金 30.00 元 50.00 元' })).toBeDefined();
  expect(screen.getByLabelText<HTMLTextAreaElement>(/意见/).value).toBe('同意出借');
  fireEvent.click(dialog.getByRole('button', { name: '按新情况再次提交' }));
  await screen.findByText('已办理“核对通过”。');
  const [first, second] = sendings(calls);
  expect(second).toEqual({ ...first, version: 3 });
});

test('changed so that the event is no longer possible, it says so and offers no sending', async () => {
  await openAndSend(on(EVENTS, conflict({ reason: 'stale', current: { ...current, offers: [] } })));
  const dialog = within(await screen.findByRole('dialog', { name: '本件刚有变化' }));
  expect(dialog.getByText(/您已不能办理此事项/)).toBeDefined();
  expect(dialog.queryByRole('button', { name: '按新情况再次提交' })).toBeNull();
  fireEvent.click(dialog.getByRole('button', { name: '返回修改' }));
  await waitFor(() => expect(screen.queryByRole('dialog', { name: '本件刚有变化' })).toBeNull());
  expect(screen.getByLabelText<HTMLTextAreaElement>(/意见/).value).toBe('同意出借');
});

test('Escape asks before typed text is thrown away, and closes at once where nothing was typed', async () => {
  showCase();
  fireEvent.click(await screen.findByRole('button', { name: '核对通过' }));
  fireEvent.change(await screen.findByLabelText(/意见/), { target: { value: '同意' } });
  fireEvent.keyDown(screen.getByLabelText(/意见/), { key: 'Escape' });
  fireEvent.click(await screen.findByRole('button', { name: '继续填写' }));
  expect(screen.getByLabelText<HTMLTextAreaElement>(/意见/).value).toBe('同意');
  fireEvent.change(screen.getByLabelText(/意见/), { target: { value: '' } });
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  fireEvent.keyDown(screen.getByLabelText(/意见/), { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a case that is not there, or not one’s own, is said to be so', async () => {
  showCase(on(CASE, { status: 404, json: {} }));
  expect(await screen.findByText('没有这个办件，或它不在您的管辖范围内。')).toBeDefined();
});

test('a server that fails can be asked again', async () => {
  let tries = 0;
  showCase(({ method, path }) => {
    if (`${method} ${path}` !== CASE) return undefined;
    tries += 1;
    return tries === 1 ? { status: 500, json: {} } : undefined;
  });
  fireEvent.click(await screen.findByRole('button', { name: '重试' }));
  expect(await screen.findByText(/本件现在“镇里核对”/)).toBeDefined();
});
