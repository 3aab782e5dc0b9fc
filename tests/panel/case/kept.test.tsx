/** What was typed outlives the session: for who typed it, until it is sent or thrown away. */
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { ResourceContextProvider } from 'react-admin';
import { Route, Routes } from 'react-router-dom';
import { expect, test } from 'vitest';
import { makeAuthProvider } from '../../../admin/auth/auth-provider.ts';
import { CasePage } from '../../../admin/case/CasePage.tsx';
import { keepingAt } from '../../../admin/case/kept.ts';
import { TopBar } from '../../../admin/layout/TopBar.tsx';
import { OpenPage } from '../../../admin/case/OpenPage.tsx';
import { makeClient } from '../../../admin/provider/client.ts';
import { madeUpServer, type Answers } from '../support.tsx';
import { plot, show } from './small-office.tsx';

const LONG = 60_000;
const BACK = /已恢复.*的草稿/;

const showCase = (answers?: Answers) =>
  show(<ResourceContextProvider value="garden-plots"><Routes><Route path="/garden-plots/:id/show" element={<CasePage />} /></Routes></ResourceContextProvider>, answers, { at: '/garden-plots/p1/show' });
const showOpening = () =>
  show(<ResourceContextProvider value="garden-plots"><Routes><Route path="/:workflow/create" element={<OpenPage />} /></Routes></ResourceContextProvider>, undefined, { at: '/garden-plots/create' });

const asUser = (id: string): Answers => ({ path }) => (path === 'session' ? { json: { user: { id, name: '某人', posts: [{ post: 'village_clerk', unit: 't1' }] } } } : undefined);
const opinion = async () => screen.findByLabelText<HTMLTextAreaElement>(/意见/);
const openForm = async () => fireEvent.click(await screen.findByRole('button', { name: '核对通过' }));

const typeAndFall = async () => {
  showCase();
  await openForm();
  fireEvent.change(await opinion(), { target: { value: '已到现场看过' } });
  await waitFor(() => expect(sessionStorage).toHaveLength(1));
  cleanup();
};

test('an opinion typed before the session ended stands in the form again, and can be thrown away', { timeout: LONG }, async () => {
  await typeAndFall();
  showCase();
  await openForm();
  await screen.findByText(BACK);
  expect((await opinion()).value).toBe('已到现场看过');
  fireEvent.click(screen.getByRole('button', { name: '放弃草稿' }));
  await waitFor(async () => expect((await opinion()).value).toBe(''));
  expect(sessionStorage).toHaveLength(0);
});

const DRAFT = 'drafts/garden-plots/p1/pass';

test('what was typed is at the office within three seconds, and in this tab no longer', { timeout: LONG }, async () => {
  const { calls } = showCase(({ method, path }) => (`${method} ${path}` === `PUT ${DRAFT}` ? { json: { savedAt: '2026-11-23T06:03:00.000Z' } } : undefined));
  await openForm();
  fireEvent.change(await opinion(), { target: { value: '已到' } });
  fireEvent.change(await opinion(), { target: { value: '已到现场看过' } });
  expect(sessionStorage).toHaveLength(1);
  const saves = () => calls.filter(({ method, path }) => `${method} ${path}` === `PUT ${DRAFT}`);
  await waitFor(() => expect(saves()).toHaveLength(1), { timeout: 3_000 });
  expect(saves()[0]?.body).toEqual({ data: { opinion: '已到现场看过' }, version: 2, unit: 'v1' });
  await waitFor(() => expect(sessionStorage).toHaveLength(0));
});

test('a draft of another day comes back from the office: when it was written, that the case has moved on, and what must be typed again', { timeout: LONG }, async () => {
  const { calls } = showCase(({ method, path }) => (path === DRAFT ? { json: method === 'GET' ? { data: { opinion: { masked: '**********0022' } }, version: 1, unit: 'v1', savedAt: '2026-11-23T06:03:00.000Z' } : null } : undefined));
  await openForm();
  const note = await screen.findByText('已恢复2026年11月23日 14:03的草稿。');
  expect(note.closest('[role="status"]')?.textContent).toMatch(/本件有了新进展.*请重新填写：.*\*0022/);
  expect((await opinion()).value).toBe('');
  fireEvent.click(screen.getByRole('button', { name: '放弃草稿' }));
  await waitFor(() => expect(calls.some(({ method, path }) => `${method} ${path}` === `DELETE ${DRAFT}`)).toBe(true));
});

test('a page that goes away sends what it has at once', { timeout: LONG }, async () => {
  const { calls } = showCase();
  await openForm();
  fireEvent.change(await opinion(), { target: { value: '还没写完' } });
  fireEvent(window, new Event('pagehide'));
  expect(calls.filter(({ method, path }) => `${method} ${path}` === `PUT ${DRAFT}`)).toHaveLength(1);
});

test('somebody else at the same screen does not find it', { timeout: LONG }, async () => {
  await typeAndFall();
  showCase(asUser('town2'));
  await openForm();
  expect((await opinion()).value).toBe('');
  expect(screen.queryByText(BACK)).toBeNull();
  expect(keepingAt('town1', 'garden-plots/p1/pass').draft?.typed).toEqual({ opinion: '已到现场看过' });
});

test('once sent, or left on purpose, nothing is kept', { timeout: LONG }, async () => {
  await typeAndFall();
  showCase(({ method, path }) => (`${method} ${path}` === 'POST garden-plots/p1/events' ? { json: plot({ state: 'notice', version: 3, offers: [] }) } : undefined));
  await openForm();
  await screen.findByText(BACK);
  fireEvent.click(screen.getByRole('button', { name: '确认“核对通过”' }));
  await screen.findByText('已办理“核对通过”。');
  expect(sessionStorage).toHaveLength(0);
  cleanup();
  await typeAndFall();
  expect(sessionStorage).toHaveLength(1);
  showCase();
  await openForm();
  await screen.findByText(BACK);
  fireEvent.keyDown(await opinion(), { key: 'Escape' });
  fireEvent.click(await screen.findByRole('button', { name: '放弃' }));
  await waitFor(() => expect(sessionStorage).toHaveLength(0));
});

test('an opening keeps its unit and its rows, but no telephone number', { timeout: LONG }, async () => {
  showOpening();
  fireEvent.change(await screen.findByLabelText(/为哪个单位办理/), { target: { value: 'v2' } });
  fireEvent.change(screen.getByLabelText(/园丁/), { target: { value: '林小禾' } });
  fireEvent.change(screen.getByLabelText(/电话/), { target: { value: '13800005678' } });
  fireEvent.click(screen.getByRole('button', { name: /添加一行/ }));
  fireEvent.change(screen.getByLabelText(/姓名/), { target: { value: '周青' } });
  expect(JSON.stringify(sessionStorage)).not.toContain('13800005678');
  cleanup();
  showOpening();
  expect((await screen.findByLabelText<HTMLSelectElement>(/为哪个单位办理/)).value).toBe('v2');
  expect(screen.getByLabelText<HTMLInputElement>(/园丁/).value).toBe('林小禾');
  expect(screen.getByLabelText<HTMLInputElement>(/姓名/).value).toBe('周青');
  expect(screen.getByLabelText<HTMLInputElement>(/电话/).value).toBe('');
});

test('signing in takes away what others left; signing out, everything', async () => {
  const auth = makeAuthProvider(makeClient('/api', () => 'zh', madeUpServer(({ method, path }) => (path === 'session' ? { json: method === 'DELETE' ? null : { user: { id: 'town1', name: '李敏', posts: [] } } } : undefined)).go));
  for (const user of ['town1', 'town2']) keepingAt(user, 'a/1/pass').keep({ typed: { opinion: user }, unit: 'v1', version: 2 });
  await auth.login({ username: 'town1', password: 'x' });
  expect(keepingAt('town1', 'a/1/pass').draft?.typed).toEqual({ opinion: 'town1' });
  expect(keepingAt('town2', 'a/1/pass').draft).toBeNull();
  show(<TopBar />);
  fireEvent.click(await screen.findByRole('button', { name: /退出/ }));
  expect(sessionStorage).toHaveLength(0);
});
