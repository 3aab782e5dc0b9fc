/** Opening a case: for a unit one may open it for, with one id for all tries. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { ResourceContextProvider } from 'react-admin';
import { Route, Routes } from 'react-router-dom';
import { expect, test } from 'vitest';
import { OpenPage } from '../../../admin/case/OpenPage.tsx';
import { openableUnits } from '../../../admin/case/openable-units.ts';
import { prefillOf } from '../../../admin/case/prefill.ts';
import type { Answers } from '../support.tsx';
import { plots, wells } from './plots.ts';
import { plot, show } from './small-office.tsx';

/** A whole form filled in by hand takes its time on a busy machine. */
const LONG = 90_000;

const open = (workflow: string, answers?: Answers) => show(
  <ResourceContextProvider value={workflow}>
    <Routes><Route path="/:workflow/create" element={<OpenPage />} /><Route path="/:workflow/:id/show" element={<p>shown</p>} /></Routes>
  </ResourceContextProvider>, answers, { at: `/${workflow}/create` });

const type = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

const fillIn = async () => {
  fireEvent.change(await screen.findByLabelText(/为哪个单位办理/), { target: { value: 'v2' } });
  type(/园丁/, '林小禾');
  type(/起用日期/, '2027-03-01');
  type(/畦数/, '2');
  type(/押金/, '20');
  for (const box of [/向阳/, /豆/, /已读园规/]) fireEvent.click(screen.getByLabelText(box));
  type(/钥匙号/, 'K7');
  fireEvent.click(screen.getByRole('button', { name: /添加一行/ }));
  type(/姓名/, '周青');
  const resident = screen.getByRole('combobox', { name: /登记对象/ });
  resident.focus();
  fireEvent.change(resident, { target: { value: '林' } });
  fireEvent.click(await screen.findByRole('option', { name: /林小禾/ }));
};

const opening = /确认“登记申请”/;

test('a case is opened for the chosen unit, retried with its id, and shown when it is there', { timeout: LONG }, async () => {
  let tries = 0;
  const { calls } = open('garden-plots', ({ method, path }) => {
    if (method !== 'POST' || path !== 'garden-plots') return undefined;
    tries += 1;
    return tries === 1 ? { status: 503, json: {} } : { status: 201, json: plot({ state: 'draft', version: 1 }) };
  });
  await fillIn();
  expect(within(screen.getByLabelText(/为哪个单位办理/)).getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['柳岸社区', '东湾村']);
  fireEvent.click(screen.getByRole('button', { name: opening }));
  await screen.findByText(/不会重复办理/);
  fireEvent.click(screen.getByRole('button', { name: opening }));
  expect(await screen.findByText('shown')).toBeDefined();
  const [first, second] = calls.filter(({ method, path }) => method === 'POST' && path === 'garden-plots').map(({ body }) => body);
  expect(second).toEqual(first);
  expect(first).toMatchObject({ unit: 'v2', data: { gardener: '林小禾', deposit: 2_000, resident: 'r1' } });
});

test('an entry chosen for one unit is not sent for another', { timeout: LONG }, async () => {
  open('garden-plots');
  await fillIn();
  type(/为哪个单位办理/, 'v1');
  await waitFor(() => expect(screen.getByRole<HTMLInputElement>('combobox', { name: /登记对象/ }).value).toBe(''));
});

test('what only the system opens cannot be opened by hand', async () => {
  open('wells');
  expect(await screen.findByText('此业务由系统建立，不能手工新开。')).toBeDefined();
});

test('units are those of the workflow’s kind below a fitting post', () => {
  const units = [{ id: 't', kind: 'town', parent: 'd' }, { id: 'a', kind: 'village', parent: 't' }, { id: 'b', kind: 'village', parent: 'other' }].map((one) => ({ ...one, kind: one.kind as 'town' | 'village', name: { zh: one.id, en: one.id } }));
  const ids = (posts: { post: string; unit: string }[]) => openableUnits(plots, posts, units).map(({ id }) => id);
  expect(ids([{ post: 'village_clerk', unit: 't' }])).toEqual(['a']);
  expect(ids([{ post: 'village_clerk', unit: 'b' }])).toEqual(['b']);
  expect(ids([{ post: 'auditor', unit: 't' }])).toEqual([]);
  expect(openableUnits(wells, [{ post: 'village_clerk', unit: 't' }], units)).toEqual([]);
});

test('who opens cases finds the opening’s fields filled in; a decision never begins with somebody else’s words', () => {
  expect(prefillOf(plots, 'draft', 'amend', { gardener: '林小禾', deposit: 3_000, opinion: '同意' })).toEqual({ gardener: '林小禾', deposit: 3_000 });
  expect(prefillOf(plots, 'townCheck', 'pass', { opinion: '同意', gardener: '林小禾' })).toEqual({});
});
