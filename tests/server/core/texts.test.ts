/** Who ticked it at the opening of a claim is told by SMS that it was paid: once, and nobody else. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestOffice } from '../support.ts';
import { approvedClaims, exampleOf, payingOffice, send, TOWN } from './paying.ts';

const PHONE = '13912345678';
let office: TestOffice;
beforeAll(async () => { office = await payingOffice(100_000_00); });
afterAll(() => office.close());

type Row = { readonly id: string; readonly recipient: string; readonly words: string; readonly channel: string; readonly state: string };
const messages = async (): Promise<Row[]> => (await sql<Row>`select * from messages order by id`.execute(office.office.db)).rows;

it('tells by SMS who asked for it, once, and keeps the number sealed', async () => {
  const ids = await approvedClaims(office, 2, 10_000, 'w', (i) => (i === 0 ? { tellByText: true, textPhone: PHONE } : {}));
  const [finance, other, head] = [await office.as('finance1'), await office.as('finance2'), await office.as('head1')];
  await finance.post('/api/payment-batch', { id: 'texts', unit: TOWN, data: { title: '短信演示', payBy: '2026-11-30' } });
  for (const id of ids) expect((await send(finance, 'benefit-claim', id, 'batch', 8, { batch: 'texts' })).status).toBe(200);
  const hash = 'a7'.repeat(32);
  for (const [by, type, version, data] of [[other, 'check', 1, {}], [head, 'sign', 2, { opinion: '同意发放。' }], [finance, 'sendToBank', 3, { bankFileNo: '代发-1', fileHash: hash, sentOn: '2026-11-23' }]] as const) {
    expect((await send(by, 'payment-batch', 'texts', type, version, data)).body).toMatchObject({ version: version + 1 });
  }
  expect(await messages()).toEqual([]);
  const pay = () => send(finance, 'payment-batch', 'texts', 'recordReturn', 4, { bankReference: '回盘-1', fileHash: hash, receivedOn: '2026-11-23' }, 'return-once');
  for (let again = 0; again < 3; again += 1) expect((await pay()).status).toBe(200);
  const sent = await messages();
  expect(sent.map(({ id, channel, state }) => ({ id, channel, state }))).toEqual([{ id: `text.${ids[0]}.10.paid`, channel: 'sms', state: 'waiting' }]);
  expect(sent[0]?.words).toMatch(/已发放/);
  expect(sent[0]?.words).not.toMatch(/\d{4}|特别/);
  const kept = JSON.stringify([sent, (await sql`select data from cases`.execute(office.office.db)).rows, (await sql`select * from log`.execute(office.office.db)).rows]);
  expect(kept).not.toContain(PHONE);
});

it('takes no number without the tick, no tick without a number, and no landline', async () => {
  const [resident] = office.town.residents.filter(({ status }) => status === 'active').slice(-1);
  const clerk = office.town.staff.find(({ posts }) => posts.some(({ post, unit }) => post === 'village_clerk' && unit === resident?.unit));
  const by = await office.as(clerk?.id ?? '');
  const tried = async (data: object) => (await by.post('/api/benefit-claim', { id: 'tried', unit: resident?.unit, data: { ...exampleOf('open'), applicant: resident?.id, accountHolder: resident?.name, ...data } })).body['errors'];
  expect(await tried({ tellByText: true })).toHaveProperty('textPhone');
  expect(await tried({ textPhone: PHONE })).toHaveProperty('textPhone');
  expect(await tried({ tellByText: true, textPhone: '022-26990000' })).toHaveProperty('textPhone');
  expect((await tried({ tellByText: true, textPhone: PHONE })) ?? {}).not.toHaveProperty('textPhone');
});
