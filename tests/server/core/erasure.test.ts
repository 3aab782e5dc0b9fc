/** Somebody's sensitive data are erased wherever they stand; every chain still holds, and nobody can call a change an erasure. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toStored } from '../../../server/store/case-rows.ts';
import type { CaseRow } from '../../../server/store/case-rows.ts';
import { commitmentOf } from '../../../server/store/chain.ts';
import { findDraft, keepDraft } from '../../../server/store/drafts.ts';
import { findSealedFields } from '../../../server/store/register-history.ts';
import { saltOf, toRow } from '../../../server/store/log-rows.ts';
import type { LogRow } from '../../../server/store/log-rows.ts';
import { fromRow } from '../../../server/store/register-rows.ts';
import { inTransaction } from '../../../server/store/transaction.ts';
import { readEntry, readHistory } from '../../../server/use-cases/find-register.ts';
import { sealOffice } from '../../../server/use-cases/seal-office.ts';
import { verifyChains } from '../../../server/use-cases/verify-chains.ts';
import { whoAsked } from '../../../server/use-cases/who-asks.ts';
import { erasureRequest } from '../../../workflows/registry.ts';
import type { Workflow } from '../../../workflows/kit/workflow.ts';
import { NOW, openOffice } from '../support.ts';
import type { Person, TestOffice } from '../support.ts';
import { crate, box, item, parcel } from './parcel.ts';
import { tampered } from './tamper.ts';

/** A parcel that was closed is kept ten years. */
const kept: Workflow = { ...parcel, kept: [{ states: ['closed'], years: 10 }] };
const PHONE = '10012345678';
const today = '2026-11-23';

let test: TestOffice;
let clerk: Person;
let privacy: Person;
let head: Person;
let here = '';
/** The one who is erased, somebody of the same household, and one whom the law keeps. */
let [gone, kin, lawful] = ['', '', ''];
let number = '';

const send = (by: Person, workflow: string, id: string, type: string, version: number, data: unknown = {}) => by.post(`/api/${workflow}/${id}/events`, { id: `${type}-${version}`, type, version, data });
const parcelOf = (id: string, person: string, phone: string) => clerk.post('/api/test-parcel', { id, unit: here, data: { person, fen: 100, phone, address: '柳岸社区1组' } });
const ask = async (id: string, person: string) => {
  const papers = [{ kind: 'id_card', reference: '已查验', seenOn: today }];
  const opened = await privacy.post('/api/erasure-request', { id, unit: here, data: { person, askedBy: 'self', requestReference: '权请1号', requestedOn: today, ground: 'consent_withdrawn', papers } });
  expect(opened.status).toBe(201);
  await send(privacy, 'erasure-request', id, 'confirmReceipt', 1, { receiptNo: '回执1号', toldOn: today });
  return send(privacy, 'erasure-request', id, 'checkHolds', 2, { catalogue: '查会计档案目录，无。', nothingElse: true });
};
const approve = (by: Person, id: string) => send(by, 'erasure-request', id, 'approve', 3, { opinion: '同意删除。' });

/** Everything the office can still open: cases, logs, register. */
const readable = async (): Promise<string> => {
  const { keys, district, pool } = test.office;
  const [cases, log, residents] = [await pool.query<CaseRow>('select * from cases'), await pool.query<LogRow>('select * from log'), await pool.query<Record<string, unknown>>('select * from residents')];
  return JSON.stringify([cases.rows.map((row) => toStored(keys, district, row)), log.rows.map((row) => toRow({ keys, district }, row)), residents.rows.map((row) => fromRow(keys, 'residents', district, row))]);
};

beforeAll(async () => {
  test = await openOffice([kept, crate, box, item, erasureRequest]);
  [clerk, privacy, head] = [await test.as('village01'), await test.as('privacy'), await test.as('head1')];
  here = test.town.staff.find(({ id }) => id === 'village01')?.posts[0]?.unit ?? '';
  const related = new Set(test.town.relations.map(({ resident }) => resident));
  const mine = test.town.residents.filter(({ id, unit, status, idNumber, phone }) => unit === here && status === 'active' && /^\d+$/.test(idNumber ?? '') && phone && !related.has(id));
  const pair = mine.map((one) => [one, mine.find((other) => other.household === one.household && other.id !== one.id)] as const).find(([, other]) => other);
  [gone, kin, lawful] = [pair?.[0].id ?? '', pair?.[1]?.id ?? '', mine.find(({ household }) => household !== pair?.[0].household)?.id ?? ''];
  number = pair?.[0].idNumber ?? '';
  await parcelOf('a', gone, PHONE);
  await send(clerk, 'test-parcel', 'a', 'withdraw', 1);
  // The number of one stands in the case of another.
  await parcelOf('b', kin, number);
  await send(clerk, 'test-parcel', 'b', 'withdraw', 1);
  await parcelOf('c', lawful, '10087654321');
  await test.office.pool.query(`update cases set state = 'closed' where id = 'c'`);
  await parcelOf('d', lawful, '10087654321');
});
afterAll(() => test.close());

it('waits for cases under way and for what a law keeps, and says until when', async () => {
  await ask('e-lawful', lawful);
  const seen = await head.get('/api/erasure-request/e-lawful');
  expect(seen.body).toMatchObject({ data: { keptUntil: '2036-12-31' }, blocked: [{ type: 'approve', why: ['kept-by-law', 'case-under-way'] }] });
  expect(await approve(head, 'e-lawful')).toMatchObject({ status: 403, body: { reason: 'blocked', why: ['kept-by-law', 'case-under-way'] } });
  expect((await send(head, 'erasure-request', 'e-lawful', 'refuse', 3, { refusal: 'kept_by_law', facts: '会计档案须保存至2036年12月31日。', remedyTold: true })).body['state']).toBe('refused');
  expect(await findSealedFields(test.office.db, test.office.district, { register: 'residents', id: lawful })).toContain('phone');
  await test.office.pool.query(`update cases set state = 'draft' where id = 'c'`);
});

it('leaves nothing of the person that opens, and every chain as it was', async () => {
  const { office } = test;
  const where = { keys: office.keys, district: office.district };
  const draft = { person: 'village01', workflow: 'test-parcel', caseId: 'new', event: 'open' };
  await keepDraft(office.db, where, draft, { data: { person: gone, phone: PHONE }, version: 0, unit: here });
  expect(await readable()).toContain(number);
  await ask('e1', gone);
  expect((await approve(privacy, 'e1')).status).toBe(409);
  expect(await approve(head, 'e1')).toMatchObject({ status: 200, body: { state: 'erased' } });

  const left = await readable();
  expect(left).not.toContain(number);
  expect(left).not.toContain(PHONE);
  expect(await findDraft(office.db, where, draft, new Date(0))).toBeNull();
  const given = await office.pool.query<{ row: string }>(`select i::text as row from idempotency i where case_id in ('a', 'b')`);
  expect(given.rows.filter(({ row }) => row.includes('"masked"'))).toEqual([]);
  expect((await office.pool.query(`select id_index, phone_index, account_index from residents where id = $1`, [gone])).rows).toEqual([{ id_index: null, phone_index: null, account_index: null }]);
  // The other one's own number stands.
  expect(await findSealedFields(office.db, office.district, { register: 'residents', id: kin })).toContain('idNumber');

  const { faults, erased } = await verifyChains(office);
  expect(faults).toEqual([]);
  expect(erased).toBe(2);
});

it('shows what was erased, when and why', async () => {
  const mark = { erased: { on: today, ground: 'consent_withdrawn', by: 'e1' } };
  expect((await clerk.get('/api/test-parcel/a')).body['data']).toMatchObject({ phone: mark, address: '柳岸社区1组' });
  expect((await clerk.get('/api/test-parcel/a/log')).rows[0]).toMatchObject({ data: { phone: mark } });
  const asker = await inTransaction(test.office.pool, (tx) => whoAsked(test.office, tx, 'village01', Date.parse(NOW)));
  expect(await readEntry(test.office, asker, 'residents', gone)).toMatchObject({ idNumber: mark, phone: mark, idMissingReason: 'erased' });
  expect((await readHistory(test.office, asker, 'residents', gone))?.[0]).toMatchObject({ case: 'e1', before: {}, after: { idNumber: mark, phone: mark } });
});

it('is no way to hide a change', async () => {
  const { office } = test;
  await sealOffice(office);
  const wrong = (statement: string) => tampered(office, statement);
  // What is left of an erased row stands.
  expect(await wrong(`update log set form = jsonb_set(form, '{fen}', '7') where case_id = 'a' and version = 1`)).toContain('words-changed a@1');
  // Words made to look erased.
  const mark = `'{"erased":{"on":"2026-11-23","ground":"consent_withdrawn","by":"e1"}}'`;
  expect(await wrong(`update log set form = jsonb_set(form - '$sealed', '{phone}', ${mark}) where case_id = 'd' and version = 1`)).toContain('words-changed d@1');
  // And named among the erased by the case that erased others, with a commitment that fits: by somebody who even knows the salt.
  const row = (await office.pool.query<LogRow>(`select * from log where case_id = 'd' and version = 1`)).rows[0];
  if (!row) throw new Error('There is no row d@1.');
  const named = commitmentOf(saltOf(office, row), { ...toRow(office, row).form, fen: 7 }, toRow(office, row).patch);
  expect(await wrong(`update log set form = jsonb_set(form, '{fen}', '7') where case_id = 'd' and version = 1;
    update log set patch = jsonb_set(patch, '{$erased,rows,2}', '"d@1:${named}"', true) where case_id = 'e1' and version = 4`)).toEqual(expect.arrayContaining(['words-changed d@1', 'words-changed e1@4']));
  // The row that tells of the erasure taken away.
  expect(await wrong(`delete from log where case_id = 'e1' and version = 4`)).toEqual(expect.arrayContaining(['row-missing e1@4', 'words-changed a@1', 'words-changed b@1']));
  expect((await verifyChains(office)).faults).toEqual([]);
});

it('is found out where erased words come back', async () => {
  const { office } = test;
  const before = await office.pool.query<LogRow>(`select * from log where case_id = 'd' and version = 1`);
  await send(clerk, 'test-parcel', 'd', 'withdraw', 1);
  await send(clerk, 'test-parcel', 'c', 'withdraw', 1);
  await office.pool.query('drop table if exists kept_log, kept_cases, kept_seals');
  await ask('e2', lawful);
  expect((await approve(head, 'e2')).body['state']).toBe('erased');
  const after = await office.pool.query<LogRow>(`select * from log where case_id = 'd' and version = 1`);
  const [was, is] = [before.rows[0], after.rows[0]].map((row) => (row ? saltOf(office, row) : ''));
  // A new salt, that nobody can guess.
  expect(is).toHaveLength(was?.length ?? 0);
  expect(is).not.toBe(was);
  const { form, patch, salt } = before.rows[0] ?? {};
  const put = `update log set form = '${JSON.stringify(form)}', patch = '${JSON.stringify(patch)}', salt = '${salt}' where case_id = 'd' and version = 1`;
  expect(await tampered(office, put)).toContain('not-erased d@1');
});
