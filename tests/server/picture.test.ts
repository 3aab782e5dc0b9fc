/** The picture of the office on a real database: each number is the list it opens, for whoever may look, in their units and nowhere else. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openThere, overdueThere, sentBack, type Place } from '../../admin/picture/openings.ts';
import { account } from '../../workflows/office/budget.ts';
import type { PictureView, ProcessView } from '../../workflows/kit/picture.ts';
import { workflows } from '../../workflows/index.ts';
import { openOffice } from './support.ts';
import type { Person, TestOffice } from './support.ts';
import { approvedClaims, send as sendWith, TOWN } from './core/paying.ts';

const CYCLE = 'november';
const VILLAGE = '999901101001';
const OTHER = '999901101002';
const BATCH = `${CYCLE}.${VILLAGE}`;
const ITEM = 'record-verification';
const YEAR = 'from=2026-01-01&to=2026-12-31';

let it: TestOffice;
let [town, head, village, finance]: Person[] = [];

const versionOf = async (by: Person, workflow: string, id: string): Promise<number> => Number((await by.get(`/api/${workflow}/${id}`)).body['version']);
const send = async (by: Person | undefined, workflow: string, id: string, type: string, data: unknown): Promise<void> => {
  if (!by) throw new Error('nobody sends');
  const sent = await sendWith(by, workflow, id, type, await versionOf(by, workflow, id), data);
  if (sent.status !== 200) throw new Error(`${type} to ${id}: ${sent.status} ${JSON.stringify(sent.body)}`);
};
const pictureOf = async (person: string, query = YEAR): Promise<PictureView> => (await (await it.as(person)).get(`/api/picture?${query}`)).body as unknown as PictureView;
const totalOf = async (person: string, workflow: string, filter: object): Promise<number> => {
  const { headers, status } = await (await it.as(person)).get(`/api/${workflow}?filter=${encodeURIComponent(JSON.stringify(filter))}&range=[0,0]`);
  expect([status, headers['x-total-estimated']]).toEqual([200, undefined]);
  return Number(String(headers['content-range']).split('/')[1]);
};
const processIn = ({ processes }: PictureView, name: string): ProcessView | undefined => processes.find(({ workflow }) => workflow === name);

beforeAll(async () => {
  it = await openOffice(workflows, (made) => ({ ...made, relations: [], staff: [...made.staff, { id: 'nearby', name: '周村督', posts: [{ post: 'auditor', unit: VILLAGE }] }] }));
  [town, head, village, finance] = [await it.as('town1'), await it.as('head1'), await it.as('village01'), await it.as('finance1')];
  await town.post('/api/verification-cycle', { id: CYCLE, unit: TOWN, data: { month: '2026-11', kind: 'full' } });
  await send(village, 'verification-batch', BATCH, 'start', {});
  const items = (await village.get(`/api/${ITEM}?filter=${encodeURIComponent(JSON.stringify({ parent: BATCH }))}&range=[0,3]`)).rows.map(({ id }) => String(id));
  const [twice = '', once = '', waits = ''] = items;
  for (const [id, reason] of [[twice, 'R02'], [once, 'R04'], [twice, 'R04'], [twice, 'R04']] as const) {
    await send(village, ITEM, id, 'markUnable', { unableReason: 'moved' });
    await send(town, ITEM, id, 'sendBack', { reason, problem: '请再次核对居住地址。' });
  }
  await send(village, ITEM, waits, 'markUnable', { unableReason: 'moved' });
  const claims = await approvedClaims(it, 4, 50_000);
  await finance.post('/api/payment-batch', { id: 'b1', unit: TOWN, data: { title: '批次', payBy: '2026-11-30' } });
  for (const claim of claims.slice(0, 3)) await send(finance, 'benefit-claim', claim, 'batch', { batch: 'b1' });
  await (await it.as('admin')).post('/api/clock', { now: '2026-12-21T02:00:00.000Z' });
}, 180_000);
afterAll(() => it.close());

/** Each number of the picture beside the list it opens, as the panel asks for it. */
const opensWhatItCounts = async (person: string, query = YEAR): Promise<{ looked: number; overdue: number }> => {
  const view = await pictureOf(person, query);
  let [looked, overdue] = [0, 0];
  const same = async (workflow: string, filter: object, counted: number): Promise<void> => {
    expect(await totalOf(person, workflow, filter), `${person}: ${workflow} ${JSON.stringify(filter)}`).toBe(counted);
    looked += 1;
  };
  for (const { workflow, units, states, returns } of view.processes) {
    const places: readonly (readonly [Place, { open: number; overdue: number }])[] = [...units.map((one) => [{ unit: one.unit }, one] as const), ...states.map((one) => [{ state: one.state }, one] as const)];
    for (const [place, amount] of places) {
      await same(workflow, openThere(view, place), amount.open);
      await same(workflow, overdueThere(view, place), amount.overdue);
      overdue += amount.overdue;
    }
    await same(workflow, openThere(view), units.reduce((sum, { open }) => sum + open, 0));
    if (!returns) continue;
    await same(workflow, sentBack(view, null), returns.cases);
    for (const { reason, cases } of returns.reasons) await same(workflow, sentBack(view, reason), cases);
  }
  return { looked, overdue };
};

describe('the picture of the office', () => {
  test.each(['head1', 'reviewer1', 'auditor', 'town2', 'nearby'])('counts for %s what its lists show', async (person) => {
    const { looked, overdue } = await opensWhatItCounts(person);
    expect(looked).toBeGreaterThan(person === 'nearby' ? 10 : 60);
    expect(overdue).toBeGreaterThan(0);
  });

  test('of one unit is that unit alone, and of one that is not the reader’s there is none', async () => {
    const view = await pictureOf('head1', `${YEAR}&unit=${VILLAGE}`);
    expect(new Set(view.processes.flatMap(({ units }) => units.map(({ unit }) => unit)))).toEqual(new Set([VILLAGE]));
    await opensWhatItCounts('head1', `${YEAR}&unit=${VILLAGE}`);
    expect((await (await it.as('nearby')).get(`/api/picture?unit=${OTHER}`)).status).toBe(404);
  });

  test('stays within the units of the reader: one village’s auditor sees that village', async () => {
    const [whole, near] = [await pictureOf('auditor'), await pictureOf('nearby')];
    expect(new Set(near.processes.flatMap(({ units }) => units.map(({ unit }) => unit)))).toEqual(new Set([VILLAGE]));
    expect(processIn(near, ITEM)?.units).toEqual(processIn(whole, ITEM)?.units.filter(({ unit }) => unit === VILLAGE));
    expect(processIn(near, ITEM)?.returns).toEqual(processIn(whole, ITEM)?.returns);
  });

  test('tells why cases were sent back, each case once for a reason and once in all', async () => {
    expect(processIn(await pictureOf('head1'), ITEM)?.returns).toEqual({ cases: 2, times: 4, reasons: [{ reason: 'R04', cases: 2, times: 3 }, { reason: 'R02', cases: 1, times: 1 }] });
    expect(processIn(await pictureOf('head1', 'from=2026-10-01&to=2026-10-31'), ITEM)?.returns).toEqual({ cases: 0, times: 0, reasons: [] });
  });

  test('names the case that has waited longest, its working days, and who holds it', async () => {
    const batches = processIn(await pictureOf('head1'), 'verification-batch')?.states ?? [];
    const running = batches.find(({ state }) => state === 'inProgress');
    expect(running).toMatchObject({ open: 1, oldest: { id: BATCH, unit: VILLAGE, days: 20 } });
    const clerk = it.town.staff.find(({ id }) => id === 'village01')?.name;
    expect(running?.oldest.holders.find(({ post }) => post === 'village_clerk')).toEqual({ post: 'village_clerk', people: [clerk] });
    // Whoever opened the payment is kept from checking it, and does not hold it.
    const nameOf = (id: string): string | undefined => it.town.staff.find((one) => one.id === id)?.name;
    expect(processIn(await pictureOf('head1'), 'payment-batch')?.states).toMatchObject([{ state: 'draft', oldest: { id: 'b1', holders: [{ post: 'finance', people: [nameOf('finance2')] }] } }]);
  });

  test('has the money as the ledger has it, for those who answer for it', async () => {
    const { money } = await pictureOf('head1');
    expect(money?.lines.map(({ id }) => id)).toEqual(['district-2026', 'town-2026', 'village-2026']);
    for (const { granted, left, committed, paid } of money?.lines ?? []) expect(left + committed + paid).toBe(granted);
    expect(money?.parts).toEqual([{ workflow: 'benefit-claim', part: 'special-support', committed: 150_000, paid: 0 }]);
    const accounts = money?.lines.map(({ id }) => account('committed', id));
    const { rows, headers } = await (head as Person).get(`/api/ledger/entries?filter=${encodeURIComponent(JSON.stringify({ account: accounts, workflow: 'benefit-claim', part: 'special-support' }))}&range=[0,99]`);
    expect(headers['content-range']).toBe(`entries 0-${rows.length - 1}/${rows.length}`);
    expect(rows.reduce((sum, { fen }) => sum + Number(fen), 0)).toBe(150_000);
    for (const filter of [{ account: [] }, { account: 'a', part: 'x' }, { account: 'a', workflow: 'benefit-claim' }, { account: 'a', workflow: 'absence', part: 'x' }]) {
      expect((await (head as Person).get(`/api/ledger/entries?filter=${encodeURIComponent(JSON.stringify(filter))}`)).status, JSON.stringify(filter)).toBe(400);
    }
    const wrong = async (query: string) => (await (head as Person).get(`/api/${query}`)).body;
    for (const none of ['ledger/entries', 'ledger/entries?filter={}', 'ledger/entries?filter={"account":[]}']) {
      expect(await wrong(none), none).toEqual({ reason: 'unreadable', errors: { 'filter.account': '请写明要看哪个账户，或几个：filter={"account":"left:district-2026"}' } });
    }
    expect(await wrong('ledger/entries?filter=left&range=[5,3]')).toMatchObject({ errors: { filter: '请写成 JSON，例如 {"字段":"值"}', range: '请写成 [0,24] 这样的起止行号，一次最多 200 行' } });
    expect(await wrong('ledger/entries?filter={"account":"a","unit":"x"}')).toMatchObject({ errors: { 'filter.unit': expect.any(String) as string } });
    expect(await wrong('ledger/entries?filter={"account":"a","part":"x"}')).toMatchObject({ errors: { 'filter.part': expect.stringContaining('workflow') as string } });
    expect(await wrong('picture?from=2026-11-01&unit=x')).toMatchObject({ errors: { unit: expect.any(String) as string } });
    expect(await wrong('picture?from=2026-11-01')).toMatchObject({ errors: { to: '请同时写明 from 与 to，止日不早于起日' } });
    for (const person of ['reviewer1', 'town1']) expect((await pictureOf(person)).money, person).toBeNull();
  });

  test('is for those who answer for others’ work, and is asked for in whole days', async () => {
    for (const person of ['village01', 'finance1', 'privacy', 'admin', 'district1']) expect((await (await it.as(person)).get('/api/picture')).status, person).toBe(403);
    for (const query of ['from=2026-01-01', 'from=2026-12-31&to=2026-01-01', 'from=2026-02-30&to=2026-03-01', 'unit=x', 'who=me']) expect((await (head as Person).get(`/api/picture?${query}`)).status, query).toBe(400);
    expect(await pictureOf('head1', '')).toMatchObject({ from: '2026-12-01', to: '2026-12-31', at: '2026-12-21T02:00:00.000Z' });
  });

  test('asks lists in words that every list has, and in no others', async () => {
    const by = town as Person;
    const asked = async (workflow: string, filter: object, sort = ''): Promise<number> => (await by.get(`/api/${workflow}?filter=${encodeURIComponent(JSON.stringify(filter))}&range=[0,0]${sort}`)).status;
    for (const filter of [{ open: 'yes' }, { open: null }, { returnedFor: null }, { returnedAt: '2026-11-23' }, { returnedAt_gte: 'soon' }, { open_gte: true }]) expect(await asked(ITEM, filter), JSON.stringify(filter)).toBe(400);
    expect(await asked('absence', { returnedFor: 'R02' }), 'nothing of it is sent back').toBe(400);
    expect(await asked(ITEM, {}, '&sort=["returnedAt","ASC"]')).toBe(400);
    expect(await totalOf('town1', ITEM, { open: true }) + await totalOf('town1', ITEM, { open: false })).toBe(await totalOf('town1', ITEM, {}));
    expect(await totalOf('town1', ITEM, { returnedFor: ['R02', 'R99'], returnedAt_gte: '2026-11-23' })).toBe(1);
  });
});
