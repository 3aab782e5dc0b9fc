/** What the mock answers where the office has a database and a press: the picture is counted, papers are named, and for the rest it says so. */
import { describe, expect, test } from 'vitest';
import { openThere, overdueThere, sentBack, type Place } from '../../admin/picture/openings.ts';
import type { PictureView } from '../../workflows/kit/picture.ts';
import type { Client, Door } from '../doors/http.ts';

const YEAR = 'from=2026-01-01&to=2026-12-31';
const CLAIM = 'benefit-claim';

const totalOf = async (by: Client, workflow: string, filter: object): Promise<number> => {
  const { status, headers } = await by.get(`/api/${workflow}?${new URLSearchParams({ filter: JSON.stringify(filter), range: '[0,0]' }).toString()}`);
  expect(status).toBe(200);
  return Number(headers.get('content-range')?.split('/')[1]);
};

/** Each number beside the list it opens, as the panel asks for it. */
const opensWhatItCounts = async (by: Client, view: PictureView): Promise<{ looked: number; back: number; overdue: number }> => {
  const seen = { looked: 0, back: 0, overdue: 0 };
  const same = async (workflow: string, filter: object, counted: number): Promise<void> => {
    expect(await totalOf(by, workflow, filter), `${workflow} ${JSON.stringify(filter)}`).toBe(counted);
    seen.looked += 1;
  };
  for (const { workflow, units, states, returns } of view.processes) {
    const places: readonly (readonly [Place, { open: number; overdue: number }])[] = [...units.map((one) => [{ unit: one.unit }, one] as const), ...states.map((one) => [{ state: one.state }, one] as const)];
    for (const [place, amount] of places) {
      await same(workflow, openThere(view, place), amount.open);
      await same(workflow, overdueThere(view, place), amount.overdue);
      seen.overdue += amount.overdue;
    }
    if (!returns) continue;
    await same(workflow, sentBack(view, null), returns.cases);
    for (const { reason, cases } of returns.reasons) await same(workflow, sentBack(view, reason), cases);
    seen.back += returns.cases;
  }
  return seen;
};

export const mockAlone = (getDoor: () => Promise<Door>): void => void describe('the mock', () => {
  test('counts in its picture what its lists show, for the whole town and for one village', { timeout: 60_000 }, async () => {
    const head = await (await getDoor()).as('head1');
    const { body: town } = await head.get<PictureView>(`/api/picture?${YEAR}`);
    const seen = await opensWhatItCounts(head, town);
    expect(seen.looked).toBeGreaterThan(60);
    expect(seen.back).toBeGreaterThan(0);
    const [village = ''] = town.processes.flatMap(({ workflow, units }) => (workflow === CLAIM ? units.map(({ unit }) => unit) : []));
    const { body: one } = await head.get<PictureView>(`/api/picture?${YEAR}&unit=${village}`);
    expect(one.processes.flatMap(({ units }) => units.map(({ unit }) => unit)).every((unit) => unit === village)).toBe(true);
    expect((await opensWhatItCounts(head, one)).looked).toBeGreaterThan(3);
  });

  test('says who holds the eldest case, and that each line is left, set aside and paid together', async () => {
    const { body } = await (await (await getDoor()).as('head1')).get<PictureView>(`/api/picture?${YEAR}`);
    const holders = body.processes.flatMap(({ states }) => states.flatMap(({ oldest }) => oldest.holders));
    expect(holders.length).toBeGreaterThan(10);
    expect(holders.some(({ people }) => people.length > 0)).toBe(true);
    expect(body.money?.lines.length).toBeGreaterThan(0);
    for (const { granted, left, committed, paid } of body.money?.lines ?? []) expect(granted).toBe(left + committed + paid);
  });

  test('shows its picture to those who oversee, and money to those who answer for it', async () => {
    const door = await getDoor();
    expect((await (await door.as('village05')).get('/api/picture')).status).toBe(403);
    expect((await (await door.as('reviewer1')).get<PictureView>('/api/picture')).body.money).toBeNull();
    const head = await door.as('head1');
    expect(await Promise.all(['from=2026-01-01', 'from=2026-02-30&to=2026-12-31', 'from=2026-12-01&to=2026-01-01', 'of=all'].map(async (asked) => (await head.get(`/api/picture?${asked}`)).status))).toEqual([400, 400, 400, 400]);
    expect((await head.get(`/api/picture?${YEAR}&unit=999999999999`)).status).toBe(404);
  });

  test('names the papers of a case by post, and sets none', async () => {
    const door = await getDoor();
    const [finance, reviewer] = [await door.as('finance1'), await door.as('reviewer1')];
    const [refused] = await finance.list(CLAIM, { state: 'rejected' });
    const names = async (by: Client) => (await by.get<{ name: string }[]>(`/api/${CLAIM}/${refused?.id}/papers`)).body.map(({ name }) => name);
    expect(await names(finance)).toEqual(['approval-form']);
    expect(await names(reviewer)).toEqual(['approval-form', 'refusal-notice']);
    const { status, body } = await reviewer.get(`/api/${CLAIM}/${refused?.id}/papers/refusal-notice.pdf?lang=zh`);
    expect([status, body]).toEqual([501, { reason: 'server-only' }]);
  });

  test('says of what takes a database that it has none, and of what is nowhere that it is not there', async () => {
    const door = await getDoor();
    const head = await door.as('head1');
    const one = async (workflow: string): Promise<string> => `${workflow}/${(await head.list(workflow))[0]?.id}`;
    for (const path of ['sittings', 'ledger', 'imports', 'messages', `${await one(CLAIM)}/evidence`, `${await one('public-notice')}/poster.pdf`, `${await one('verification-cycle')}/report.docx`, `${await one('payment-batch')}/exchanged`])
      expect([path, (await head.get(`/api/${path}`)).status]).toEqual([path, 501]);
    expect((await head.send('POST', `/api/${CLAIM}/disclosure`, { quarter: '2026-Q4' })).status).toBe(501);
    for (const path of ['nowhere', `${CLAIM}/nowhere/evidence`]) expect([path, (await head.get(`/api/${path}`)).status]).toEqual([path, 404]);
    expect((await door.nobody().get('/api/ledger')).status).toBe(401);
  });

  test('tells whoever opens a public page, in both languages, where there are some', async () => {
    const { status, body, headers } = await (await getDoor()).nobody().get<string>('/public/notices');
    expect([status, headers.get('content-type')]).toEqual([501, 'text/html; charset=utf-8']);
    expect(body).toContain('演示后端没有公开页面');
    expect(body).toContain('The mock has no public pages');
  });
});
