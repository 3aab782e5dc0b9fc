/** A register's list without a row, and the list of readings without one. */
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { ResourceContextProvider } from 'react-admin';
import { describe, expect, test } from 'vitest';
import { Readings } from '../../admin/privacy/Readings.tsx';
import { HouseholdList } from '../../admin/register/HouseholdList.tsx';
import { rows, show, type Answers } from './support.tsx';

const nothing: Answers = ({ path }) => (/^(households|reads)/.test(path) ? rows('households', []) : undefined);
const as = (post: string): Answers => (call) => (call.path === 'session' ? { json: { user: { id: 'p', name: '甲', posts: [{ post, unit: '999901101' }] } } } : nothing(call));
const households = <ResourceContextProvider value="households"><HouseholdList /></ResourceContextProvider>;

describe('a register that is not loaded yet', () => {
  test('says how it comes to be, and leads whose work that is to it', async () => {
    show(households, as('town_clerk'));
    await screen.findByText('您的管辖范围内还没有登记。');
    expect((await screen.findByRole('link', { name: '导入登记册' })).getAttribute('href')).toBe('/imports');
  });
  test('leads nobody else there', async () => {
    show(households, as('village_clerk'), { lang: 'en' });
    await screen.findByText('There is no entry in your units yet.');
    expect(screen.queryByRole('link', { name: 'Import' })).toBeNull();
  });
});

test('a register in which nothing is found says so, and takes the search away', async () => {
  const { calls } = show(households, as('town_clerk'));
  await screen.findByText('您的管辖范围内还没有登记。');
  const box: HTMLInputElement = screen.getByRole('searchbox');
  fireEvent.change(box, { target: { value: '张三' } });
  await screen.findByText('没有符合条件的登记。');
  expect(calls.some(({ path }) => path === 'households/search')).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: '清除筛选' }));
  await waitFor(() => expect(box.value).toBe(''));
  expect(await screen.findByText('您的管辖范围内还没有登记。')).toBeDefined();
});

test('readings: none yet is told from none that match', async () => {
  show(<Readings />, as('privacy_officer'));
  await screen.findByText('还没有查看记录。');
  fireEvent.change(screen.getByRole('textbox', { name: /查看人/ }), { target: { value: 'x' } });
  await screen.findByText('没有符合条件的查看记录。');
});
