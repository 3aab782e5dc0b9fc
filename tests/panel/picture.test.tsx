/** The picture of the office: numbers that open lists, choices in the address, and who has none. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { describe, expect, test } from 'vitest';
import { PicturePage } from '../../admin/picture/PicturePage.tsx';
import type { PictureView } from '../../workflows/kit/picture.ts';
import { show, type Answers } from './support.tsx';

const VILLAGE = '999901101201';
const view: PictureView = {
  at: '2026-11-23T02:00:00.000Z', from: '2026-10-01', to: '2026-12-31', unit: null,
  processes: [{
    workflow: 'well-repair', units: [{ unit: VILLAGE, open: 7, overdue: 2 }],
    states: [
      { state: 'reported', open: 5, overdue: 2, oldest: { id: 'w1', unit: VILLAGE, since: '2026-11-16T02:00:00.000Z', days: 5, holders: [{ post: 'town_clerk', people: ['王镇办', '李镇办'] }] } },
      { state: 'returned', open: 2, overdue: 0, oldest: { id: 'w2', unit: VILLAGE, since: '2026-11-20T02:00:00.000Z', days: 1, holders: [{ post: 'village_clerk', people: [] }] } },
    ],
    returns: { cases: 3, times: 4, reasons: [{ reason: 'R02', cases: 3, times: 4 }] },
  }],
  money: { lines: [{ id: 'town-2026', granted: 1_000_000, left: 700_000, committed: 100_000, paid: 200_000 }], parts: [{ workflow: 'well-repair', part: 'deep', committed: 100_000, paid: 200_000 }] },
};
const office = (answer: PictureView | number = view): Answers => ({ path }) => {
  if (path !== 'picture') return undefined;
  return typeof answer === 'number' ? { status: answer, json: { reason: 'no' } } : { json: answer };
};
const page = <Routes><Route path="/picture" element={<PicturePage />} /></Routes>;
const filterOf = (link: HTMLElement): unknown => JSON.parse(new URLSearchParams(link.getAttribute('href')?.split('?')[1]).get('filter') ?? 'null');

describe('the picture of the office', () => {
  test('each number of the table opens the cases it counts', async () => {
    show(page, office(), { at: '/picture' });
    const table = await screen.findByRole('table', { name: '各村居、各事项未办结的办件' });
    expect(filterOf(within(table).getByRole('link', { name: '东湾村 水井维修：未办结 7 件，打开清单' }))).toEqual({ unit: VILLAGE, open: true });
    expect(filterOf(within(table).getByRole('link', { name: '东湾村 水井维修：已逾期 2 件，打开清单' }))).toEqual({ unit: VILLAGE, open: true, dueAt_lte: view.at });
    expect(filterOf(within(table).getByRole('link', { name: '水井维修：未办结 7 件，打开清单' }))).toEqual({ open: true });
  });

  test('says where cases wait, how long the eldest, and with whom', async () => {
    show(page, office(), { at: '/picture' });
    const table = await screen.findByRole('table', { name: /停在哪一步/ });
    expect(within(table).getAllByRole('row').map((row) => within(row).queryAllByRole('cell').map(({ textContent }) => textContent))).toEqual([
      [], ['5', '2', '5 个工作日 · 东湾村', '镇经办（王镇办、李镇办）'], ['2', '0', '1 个工作日 · 东湾村', '村居专干（无人在岗）'],
    ]);
    expect(within(table).getByRole('link', { name: /待维修：等得最久的一件/ }).getAttribute('href')).toBe('/well-repair/w1/show');
    expect(filterOf(within(table).getByRole('link', { name: '水井维修 退回村里：未办结 2 件，打开清单' }))).toEqual({ state: ['returned'] });
  });

  test('money opens its entries, reasons their cases in that period', async () => {
    show(page, office(), { at: '/picture', lang: 'en' });
    const money = await screen.findByRole('table', { name: /^Money set aside/ });
    expect(within(money).getByRole('link', { name: /^Town 2026, Set aside: 1,000\.00 yuan/ }).getAttribute('href')).toBe('/ledger/entries?account=committed%3Atown-2026');
    const parts = screen.getByRole('table', { name: 'Of this, by programme' });
    expect(within(parts).getAllByRole('link')[0]?.getAttribute('href')).toBe('/ledger/entries?account=committed%3Atown-2026&workflow=well-repair&part=deep');
    const returns = screen.getByRole('table', { name: 'Why cases were sent back' });
    expect(within(returns).getAllByRole('link').map(filterOf)).toEqual([
      { returnedAt_gte: '2026-10-01', returnedAt_lte: '2026-12-31' }, { returnedFor: 'R02', returnedAt_gte: '2026-10-01', returnedAt_lte: '2026-12-31' },
    ]);
  });

  test('what is looked at stands in the address: the quarter of today, an earlier one, one unit', async () => {
    const { calls } = show(page, office(), { at: '/picture' });
    await screen.findByText('2026年10月1日至2026年12月31日', { selector: '[role=status]' });
    fireEvent.click(screen.getByRole('button', { name: '上一期' }));
    await screen.findByText('2026年7月1日至2026年9月30日', { selector: '[role=status]' });
    const asked = () => calls.filter(({ path }) => path === 'picture').map(({ query }) => query.toString());
    await waitFor(() => expect(asked()).toEqual(['from=2026-10-01&to=2026-12-31', 'from=2026-07-01&to=2026-09-30']));
    fireEvent.click(within(screen.getByRole('table', { name: /各村居/ })).getByRole('link', { name: '东湾村合计：7 件，只看该村居' }));
    await waitFor(() => expect(asked().at(-1)).toBe(`from=2026-07-01&to=2026-09-30&unit=${VILLAGE}`));
  });

  test.each([[403, /您的岗位没有这一页/], [503, /系统正忙/]] as const)('says so where there is none: %i', async (status, words) => {
    show(page, office(status), { at: '/picture' });
    await screen.findByText(words);
  });

  test('of nothing says that nothing is open and nothing was sent back', async () => {
    show(page, office({ ...view, money: null, processes: [{ workflow: 'well-repair', units: [], states: [], returns: { cases: 0, times: 0, reasons: [] } }] }), { at: '/picture' });
    expect((await screen.findAllByText('没有未办结的办件。')).length).toBe(2);
    expect(screen.getByText('这段时间没有退回。')).toBeDefined();
    expect(screen.queryByRole('region', { name: /资金/ })).toBeNull();
  });
});
