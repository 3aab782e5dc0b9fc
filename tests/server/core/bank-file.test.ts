/** The bank's files: what goes out, what comes back with every kind of fault, and that nothing wrong is ever booked. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkLedger } from '../../../server/use-cases/check-ledger.ts';
import { writeXlsx } from '../../../server/sheets/xlsx.ts';
import { toGb18030 } from '../../../server/sheets/gb18030.ts';
import { hashOf } from '../../../server/use-cases/exchange.ts';
import type { Person, TestOffice } from '../support.ts';
import { approvedClaims, exampleOf, payingOffice, send, TOWN } from './paying.ts';

let test: TestOffice;
let finance: Person;
let other: Person;
let head: Person;
let ids: string[];
const EACH = 50_000;

beforeAll(async () => {
  test = await payingOffice(5_000_000);
  [finance, other, head] = [await test.as('finance1'), await test.as('finance2'), await test.as('head1')];
  ids = await approvedClaims(test, 6, EACH);
}, 120_000);
afterAll(() => test.close());

const batchOf = async (id: string, claims: readonly string[]): Promise<void> => {
  await finance.post('/api/payment-batch', { id, unit: TOWN, data: { title: `批次${id}`, payBy: '2026-11-30' } });
  for (const claim of claims) expect((await send(finance, 'benefit-claim', claim, 'batch', Number((await finance.get(`/api/benefit-claim/${claim}`)).body['version']), { batch: id })).status).toBe(200);
  expect((await send(other, 'payment-batch', id, 'check', 1, {})).status).toBe(200);
};
const REASON = '送银行代发';
const takeFile = (by: Person, id: string, format = 'csv', reason: unknown = REASON) => by.take(`/api/payment-batch/${id}/file`, { format, reason });
const state = async (workflow: string, id: string): Promise<unknown> => (await finance.get(`/api/${workflow}/${id}`)).body['state'];
const ledgerRows = async (): Promise<number> => Number((await sql<{ n: number }>`select count(*)::int as n from ledger`.execute(test.office.db)).rows[0]?.n);
const text = (bytes: Uint8Array): string => new TextDecoder('gb18030').decode(bytes);

it('the file for the bank goes to whoever may send it off, for a reason, with its hash on record and the reading logged', async () => {
  await batchOf('b1', ids);
  expect((await takeFile(finance, 'b1')).statusCode).toBe(409);
  expect((await send(head, 'payment-batch', 'b1', 'sign', 2, { opinion: '同意' })).status).toBe(200);
  expect((await takeFile(head, 'b1')).statusCode).toBe(409);
  expect((await takeFile(await test.as('village01'), 'b1')).statusCode).toBe(404);
  expect((await takeFile(finance, 'b1', 'csv', '')).statusCode).toBe(422);
  const { rawPayload, headers } = await takeFile(finance, 'b1');
  const lines = text(rawPayload).trim().split('\r\n');
  expect(lines[0]).toBe('序号,业务编号,户名,账号,开户行,金额(元),附言');
  expect(lines[1]).toMatch(/^1,k00,[^,]+,0000\d{15},云溪农商行（演示）,500\.00,批次b1$/);
  expect(lines.at(-1)).toBe('合计,6,,,,3000.00,');
  expect(headers['x-file-hash']).toBe(hashOf(rawPayload));
  const reads = await sql<{ ids: string[]; fields: string[]; reason: string }>`select ids, fields, reason from reads where resource = 'benefit-claim/file'`.execute(test.office.db);
  expect(reads.rows[0]).toMatchObject({ ids, reason: REASON });
  expect(reads.rows[0]?.fields).toContain('accountNo');
  expect((await takeFile(finance, 'b1', 'xlsx')).rawPayload.subarray(0, 2).toString()).toBe('PK');
  expect((await finance.get('/api/payment-batch/b1/exchanged')).rows).toMatchObject([{ way: 'out', hash: headers['x-file-hash'] }, { way: 'out', name: 'bank-b1.xlsx' }]);
  const off = { bankFileNo: 'D1', sentOn: '2026-11-23' };
  expect((await send(finance, 'payment-batch', 'b1', 'sendToBank', 3, { ...off, fileHash: 'a'.repeat(64) })).body).toHaveProperty('errors.fileHash');
  expect((await send(finance, 'payment-batch', 'b1', 'sendToBank', 3, { ...off, fileHash: headers['x-file-hash'] })).status).toBe(200);
});

const HEADER = '序号,业务编号,户名,账号,开户行,金额(元),附言,处理结果,失败原因';
const row = (n: number, claim: string, result: string, why = '', yuan = '500.00'): string => `${n},${claim},某某,0000000000000000001,行,${yuan},批次,${result},${why}`;
const returnFile = (...lines: string[]): Uint8Array => toGb18030([HEADER, ...lines].join('\r\n'));
const workbook = async (lines: readonly string[]): Promise<Uint8Array> => {
  const batches = (async function* once() { yield lines.map((line) => line.split(',')); })();
  const pieces: Uint8Array[] = [];
  for await (const piece of writeXlsx({ lang: 'zh', title: '回盘', header: HEADER.split(','), batches, marks: () => [['说明', '银行']] })) pieces.push(piece);
  return Buffer.concat(pieces);
};
const FAULTY = [row(1, 'k00', '成功'), row(2, 'k01', '失败', '账户已销户'), row(4, 'k03', '成功'), row(4, 'k03', '成功'), row(5, 'k04', '成功', '', '499.99'), row(6, 'k05', '已受理'), row(7, 'zz9', '成功')];
const back = { bankReference: 'R1', receivedOn: '2026-11-23' };
const BASIS = '银行函2026-11-01号';

it('a return with failed, missing, doubled, differing, unclear and unknown lines: each is named, and nothing is booked until each is settled', async () => {
  const before = await ledgerRows();
  for (const [file, why] of [[toGb18030('a,b\r\n1,2'), '没有找到表头'], [returnFile(row(1, 'k00', '成功', '', '五百')), '第2行'], [returnFile(row(1, 'k00', '成功'), '合计,2,,,,1000.00,,,'), '合计行']] as const) {
    const refused = await finance.bring('/api/payment-batch/b1/return', file);
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([422, expect.stringContaining(why)]);
  }
  expect((await head.bring('/api/payment-batch/b1/return', returnFile(...FAULTY))).status).toBe(409);
  const taken = await finance.bring('/api/payment-batch/b1/return', returnFile(...FAULTY));
  expect(taken.status).toBe(201);
  const findings = taken.body['findings'] as { ref: string; found: string }[];
  expect(findings.map(({ ref, found }) => [ref, found])).toEqual([['k00', 'paid'], ['k01', 'failed'], ['k02', 'missing'], ['k03', 'doubled'], ['k04', 'differs'], ['k05', 'unclear'], ['zz9', 'unknown']]);
  const { hash: fileHash, lines } = taken.body as { hash: string; lines: { outcome: string }[] };
  const apply = (form: object) => send(finance, 'payment-batch', 'b1', 'recordReturn', 4, { ...back, fileHash, ...form });
  const settled = ['k02', 'k03', 'k04', 'k05'].map((ref) => ({ ref, decision: ref === 'k03' ? 'paid' : 'failed', basis: BASIS }));
  expect((await apply({})).body).toHaveProperty('errors.lines');
  expect((await apply({ lines })).body).toHaveProperty('errors.settlements');
  expect((await apply({ lines, settlements: settled })).body).toHaveProperty('errors.settlements');
  expect((await apply({ lines, settlements: [...settled, { ref: 'zz9', decision: 'paid', basis: BASIS }] })).body).toHaveProperty('errors.settlements');
  expect((await apply({ lines, settlements: [...settled, { ref: 'k01', decision: 'paid', basis: BASIS }, { ref: 'zz9', decision: 'notOurs', basis: BASIS }] })).body).toHaveProperty('errors.settlements');
  const bent = lines.map((line) => ({ ...line, outcome: 'paid', cause: undefined }));
  expect((await apply({ lines: bent, settlements: [...settled, { ref: 'zz9', decision: 'notOurs', basis: BASIS }] })).body).toHaveProperty('errors.fileHash');
  expect([await ledgerRows(), await state('payment-batch', 'b1'), await state('benefit-claim', 'k00')]).toEqual([before, 'sentToBank', 'inPayment']);
  expect((await apply({ lines, settlements: [...settled, { ref: 'zz9', decision: 'notOurs', basis: BASIS }] })).body).toMatchObject({ state: 'partlyReturned', data: { paidTotal: 2 * EACH, failed: 4 } });
  expect(await Promise.all(ids.map((id) => state('benefit-claim', id)))).toEqual(['paid', 'paymentFailed', 'paymentFailed', 'paid', 'paymentFailed', 'paymentFailed']);
  expect((await checkLedger(test.office)).faults).toEqual([]);
});

it('what is published of the quarter names nobody who is never posted, and tells no small number of them', async () => {
  const { body, status } = await finance.post('/api/benefit-claim/disclosure', { quarter: '2026-Q4' });
  expect([status, body]).toEqual([200, { quarter: '2026-Q4', lines: [], totals: [{ group: 'special-support', count: null, fen: null }] }]);
  expect((await finance.post('/api/benefit-claim/disclosure', { quarter: '2026-Q3' })).body['totals']).toEqual([]);
  expect((await (await test.as('admin')).post('/api/benefit-claim/disclosure', { quarter: '2026-Q4' })).status).toBe(404);
});

it('a failed line is corrected and reissued once, by a workbook that comes back as one, and never paid twice', async () => {
  expect((await send(finance, 'payment-batch', 'b1', 'reconcile', 5, { statementNo: 'S1', statementTotal: 2 * EACH })).status).toBe(200);
  const version = async (): Promise<number> => Number((await finance.get('/api/benefit-claim/k01')).body['version']);
  const clerk = test.town.staff.find(({ posts }) => posts.some(({ post, unit }) => post === 'village_clerk' && unit === test.town.residents[1]?.unit))?.id ?? 'village01';
  expect((await send(await test.as(clerk), 'benefit-claim', 'k01', 'correctAccount', await version(), exampleOf('correctAccount'))).body).toMatchObject({ state: 'accountCheck' });
  expect((await send(await test.as('town2'), 'benefit-claim', 'k01', 'confirmAccount', await version(), {})).body).toMatchObject({ state: 'approved' });
  await batchOf('b2', ['k01']);
  expect((await send(finance, 'benefit-claim', 'k01', 'batch', await version(), { batch: 'b2' })).status).toBe(409);
  await send(head, 'payment-batch', 'b2', 'sign', 2, { opinion: '同意' });
  const file = await takeFile(finance, 'b2', 'xlsx');
  await send(finance, 'payment-batch', 'b2', 'sendToBank', 3, { bankFileNo: 'D2', sentOn: '2026-11-23', fileHash: file.headers['x-file-hash'] });
  // The first batch's answer, sent in once more for the second: nothing in it is of this batch.
  const stale = await finance.bring('/api/payment-batch/b2/return', returnFile(...FAULTY));
  expect((stale.body['findings'] as { found: string }[]).filter(({ found }) => found === 'unknown')).toHaveLength(5);
  const taken = await finance.bring('/api/payment-batch/b2/return', await workbook([row(1, 'k01', '成功'), '合计,1,,,,500.00,,,']));
  const form = { ...back, fileHash: taken.body['hash'], lines: taken.body['lines'] };
  const both = await Promise.all([send(finance, 'payment-batch', 'b2', 'recordReturn', 4, form), send(other, 'payment-batch', 'b2', 'recordReturn', 4, form)]);
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
  expect(await state('benefit-claim', 'k01')).toBe('paid');
  const { faults, ledger } = await checkLedger(test.office);
  expect({ faults, paid: ledger['paid'] }).toEqual({ faults: [], paid: 3 * EACH });
  const lines = (await finance.get('/api/ledger')).rows;
  expect(lines.find(({ id }) => id === 'district-2026')).toEqual({ id: 'district-2026', granted: 5_000_000, left: 5_000_000 - 3 * 35_000, committed: 0, paid: 3 * 35_000 });
  expect((await (await test.as('village01')).get('/api/ledger')).status).toBe(403);
  expect((await finance.get(`/api/ledger/entries?filter=${encodeURIComponent('{"account":"paid:district-2026"}')}`)).rows).toHaveLength(3);
});
