/** The desk taken home as a workbook and brought back: what was not typed changes nothing, what was typed is done as at the desk, and what moved on meanwhile is never overwritten. */
import { readdirSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workflows } from '../../../workflows/index.ts';
import { makeTown } from '../../../workflows/office/demo-town/make-town.ts';
import type { Town } from '../../../workflows/office/demo-town/town.ts';
import type { CaseOut, Client } from '../../doors/http.ts';
import { hostileFiles } from '../../imports/hostile.ts';
import { MONDAY } from '../../stories/cast.ts';
import { CHANGE, openBook, SAME } from '../../workbooks/fill.ts';
import type { Book } from '../../workbooks/fill.ts';
import { settled } from '../../workbooks/settled.ts';
import { listeningOffice } from '../listening-office.ts';
import type { Listening } from '../listening-office.ts';

const VILLAGE = '999901101212';
const ITEMS = 'record-verification';

/** One village of the demo town, with everybody who works in the office. */
const oneVillage = (): Town => {
  const town = makeTown();
  const residents = town.residents.filter(({ unit }) => unit === VILLAGE);
  const there = new Set(residents.map(({ id }) => id));
  return { ...town, residents, households: town.households.filter(({ unit }) => unit === VILLAGE), relations: town.relations.filter(({ resident }) => there.has(resident)), planted: [] };
};

let office: Listening;
let clerk: Client;
let batch: string;
beforeAll(async () => {
  office = await listeningOffice(workflows, MONDAY, oneVillage());
  clerk = await office.door.as('village18');
  await (await office.door.as('town1')).send('POST', '/api/verification-cycle', { id: 'wb-month', unit: '999901101', data: { month: '2026-11', kind: 'full' } });
  batch = (await clerk.list<{ id: string }>('verification-batch', { parent: 'wb-month' }))[0]?.id ?? '';
  await clerk.send('POST', `/api/verification-batch/${batch}/events`, { id: 'wb-start', type: 'start', data: {}, version: 1 });
});
afterAll(() => office.close());

type Counts = { records: number; nothing: number; already: number; answers: Record<string, number>; conflicts: number; faulty: number; faults: number };
type Workbook = { id: string; state: string; counts: Counts; job: string | null; why?: string[]; reason?: string };
type Row = { row: number; kind: string; case: string; code: string; title: string; event: string | null; cells: { label: string; before: string | null; after: string }[]; faults: { at: string; header: string; text: string }[]; why: string[]; moved: { label: string; was: string; now: string }[] };

const download = async (by = clerk, lang = 'zh'): Promise<Book> => {
  const { status, body } = await by.send<Buffer>('POST', `/api/verification-batch/${batch}/workbook`, { reason: '入户离线核实' }, { 'accept-language': lang });
  expect(status, JSON.stringify(body)).toBe(200);
  return openBook(body);
};
const upload = (file: Buffer, by = clerk) => by.send<Workbook>('POST', '/api/workbooks', file, { 'x-file-name': encodeURIComponent('核实.xlsx') });
const checked = async (book: Book): Promise<Workbook> => {
  const { status, body } = await upload(await book.save());
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
};
const rowsOf = async ({ id }: Workbook, kind: string): Promise<Row[]> => (await clerk.get<Row[]>(`/api/workbooks/${id}/rows?kind=${kind}`)).body;
const apply = ({ id }: Workbook, body: object = {}) => clerk.send<Workbook>('POST', `/api/workbooks/${id}/apply`, body);
const applied = async (one: Workbook, body: object = {}) => {
  const { status, body: after } = await apply(one, body);
  expect(status, JSON.stringify(after)).toBe(202);
  return settled(clerk, after.job ?? '');
};
const caseOf = async (id: string): Promise<CaseOut> => (await clerk.get<CaseOut>(`/api/${ITEMS}/${id}`)).body;
const send = async (id: string, type: string, data: object): Promise<void> => {
  const { version } = await caseOf(id);
  const { status, body } = await clerk.send('POST', `/api/${ITEMS}/${id}/events`, { id: `${type}-${id}-${version}`, type, data, version });
  expect(status, JSON.stringify(body)).toBe(200);
};
/** Every table that tells of cases and of the register. */
const digest = async (): Promise<string[]> => Promise.all(['cases', 'log', 'residents', 'register_changes', 'findings', 'bulk_jobs', 'idempotency'].map(async (name) =>
  (await sql<{ digest: string }>`select md5(string_agg(md5(t::text), '' order by t::text)) as digest from ${sql.table(name)} t`.execute(office.office.db)).rows[0]?.digest ?? name));

test('a workbook has locked cells, lists and a reason; read once more, it changes nothing', async () => {
  const refused = await clerk.send<{ errors: Record<string, string> }>('POST', `/api/verification-batch/${batch}/workbook`, { reason: '无' });
  expect([refused.status, Object.keys(refused.body.errors)]).toEqual([422, ['reason']]);
  const book = await download();
  expect(book.count).toBeGreaterThan(150);
  expect((book.sheet as unknown as { sheetProtection: { sheet: boolean } }).sheetProtection.sheet).toBe(true);
  expect(book.cell(1, '编码').protection?.locked ?? true).toBe(true);
  expect(book.cell(1, '本期结果').protection?.locked).toBe(false);
  expect(book.cell(1, '本期结果').dataValidation).toMatchObject({ type: 'list', formulae: ["'选项'!$A$2:$A$4"] });
  expect(book.sheet.getColumn(book.cell(1, '校验').col).hidden).toBe(true);
  expect(book.all.worksheets.map(({ name, state }) => [name, state])).toEqual([['核实名单', 'visible'], ['填写说明', 'visible'], ['选项', 'hidden']]);
  const reads = await sql<{ reason: string; ids: string[] }>`select reason, ids from reads where resource = 'residents/workbook'`.execute(office.office.db);
  expect(reads.rows.map(({ reason, ids }) => [reason, ids.length])).toEqual([['入户离线核实', book.count]]);
  const whole = JSON.stringify(book.sheet.getSheetValues());
  for (const { idNumber, phone } of oneVillage().residents.slice(0, 50)) for (const number of [idNumber, phone]) if (number) expect(whole).not.toContain(number);

  const before = await digest();
  const one = await checked(book);
  expect(one.counts).toEqual({ records: book.count, nothing: book.count, already: 0, answers: {}, conflicts: 0, faulty: 0, faults: 0 });
  expect((await apply(one)).body).toEqual({ reason: 'nothing' });
  expect(await digest()).toEqual(before);
});

test('forty edits give forty proposals, five records that moved on are conflicts, and the rest is as it was', async () => {
  const book = await download();
  const moved = [41, 42, 43, 44, 45];
  for (let row = 1; row <= 45; row += 1) book.type(row, { ...CHANGE, '新·居住地址': `合成路${row}组8号` });
  for (let row = 46; row <= 60; row += 1) book.type(row, SAME);
  book.type(61, { 本期结果: '登记无法核实', 无法核实原因: '已搬离' });
  const ids = Array.from({ length: 61 }, (_, i) => book.read(i + 1, '办件'));
  const id = (row: number): string => ids[row - 1] ?? '';
  for (const row of moved.slice(0, 3)) await send(id(row), 'confirmSame', { groups: { identity: true, marriage: true, residence: true, contact: true }, method: 'phone', verifiedOn: '2026-11-23' });
  for (const row of moved.slice(3)) await sql`select`.execute(office.office.db).then(() => changeEntry(id(row)));

  const before = await digest();
  const one = await checked(book);
  expect(one.counts).toMatchObject({ answers: { proposeChange: 40, confirmSame: 15, markUnable: 1 }, conflicts: 5, faulty: 0 });
  const conflicts = await rowsOf(one, 'conflict');
  expect(conflicts.map(({ row, why }) => [row - 1, why])).toEqual([[41, ['moved-on']], [42, ['moved-on']], [43, ['moved-on']], [44, ['entry-changed']], [45, ['entry-changed']]]);
  expect(conflicts.at(-1)?.moved).toEqual([{ label: '居住地址', was: expect.any(String) as string, now: '合成路99组9号' }]);
  const [first] = await rowsOf(one, 'answer');
  expect(first?.cells).toContainEqual({ label: '新·居住地址', before: book.read(1, '居住地址'), after: '合成路1组8号' });
  expect(await digest(), 'a preview changes nothing').toEqual(before);

  expect(await applied(one)).toMatchObject({ state: 'finished', total: 56, done: 56, refused: 0 });
  for (const row of [1, 20, 40]) expect(await caseOf(id(row))).toMatchObject({ state: 'changeProposed', data: { changes: { residenceAddress: `合成路${row}组8号` }, method: 'visit', verifiedOn: '2026-11-23' } });
  expect(await caseOf(id(46))).toMatchObject({ state: 'consistent', data: { method: 'visit', verifiedOn: '2026-11-23' } });
  expect(await caseOf(id(61))).toMatchObject({ state: 'unable', data: { unableReason: 'moved' } });
  expect((await caseOf(id(41))).data).toMatchObject({ method: 'phone' });
  expect((await caseOf(id(44))).state).toBe('pending');
  const { rows } = await sql<{ n: number; many: number }>`select count(*)::int as n, max(c)::int as many from (select count(*) as c from log where event_id = ${`bulk.${one.id}`} or event_id like 'bulk.wb-%' group by case_id) l`.execute(office.office.db);
  expect(rows).toEqual([{ n: 56, many: 1 }]);
  expect((await apply(one)).body).toEqual({ reason: 'elsewhere' });

  const again = await checked(book);
  expect(again.counts, 'what was done is not a conflict when it comes again').toMatchObject({ already: 56, answers: {}, conflicts: 5 });
});

const changeEntry = async (item: string): Promise<void> => {
  const { subject } = (await clerk.get<{ subject: string }>(`/api/${ITEMS}/${item}`)).body;
  await sql`with changed as (update residents set residence_address = '合成路99组9号', version = version + 1 where id = ${subject} returning *)
    insert into register_changes (district, register, entry, version, at, person, workflow, case_id, before, after)
    select district, 'residents', id, version, now(), 'town1', 'import', 'x', '{}', '{"residenceAddress":"合成路99组9号"}' from changed`.execute(office.office.db);
};

test('what is wrong is told at its cell with the remedy, and nothing is done until it is mended or left out', async () => {
  const book = await download();
  const name = book.read(3, '姓名');
  book.type(1, { ...SAME, 本期结果: '没有问题' });
  book.type(2, { ...SAME, '新·姓名': '安和宁' });
  book.type(3, { 姓名: '安和宁', 本期结果: '核实一致' });
  book.type(4, { 核实方式: '入户' });
  book.type(5, { ...SAME, 核实日期: '2026-02-30' });
  book.type(6, { ...SAME, 核实日期: '2027-01-01' });
  book.type(7, { ...CHANGE, '新·公民身份号码': Number('999901198504120022') });
  book.type(8, { ...CHANGE, '新·婚姻状况': '初婚' });
  book.type(9, { 办件: book.read(10, '办件'), 本期结果: '核实一致' });
  book.type(11, { ...CHANGE });
  book.type(12, { ...CHANGE, '新·联系电话': '123', '佐证材料·编号或存放位置': '' });
  book.type(13, { ...SAME, 核实日期: new Date('2026-11-23'), 备注: '当面核对' });
  const before = await digest();
  const one = await checked(book);
  const faults = (await rowsOf(one, 'fault')).flatMap(({ row, faults: wrong }) => wrong.map(({ header, text }) => [row - 1, header, text.slice(0, 9)]));
  expect(faults).toEqual([
    [1, '本期结果', '不在选项之内，请从'], [2, '新·姓名', '结果为“核实一致”'], [3, '姓名', '锁定的内容被改动，'], [4, '本期结果', '这一行填了内容却没'], [5, '核实日期', '读不出日期，请填写'],
    [6, '核实日期', '核实日期应在本期开'], [7, '新·公民身份号码', '号码校验不通过，可'], [8, '新·婚姻变动日期', '该婚姻状况须填写变'], [9, '编码', '锁定的内容被改动，'], [11, '本期结果', '请至少填写一项变更'],
    [12, '新·联系电话', expect.any(String)], [12, '佐证材料·编号或存放位置', expect.any(String)],
  ]);
  expect(one.counts).toMatchObject({ faulty: 11, faults: 12, answers: { confirmSame: 1 } });
  expect((await apply(one)).body).toEqual({ reason: 'faults' });
  expect(await digest()).toEqual(before);
  expect(await applied(one, { leaveFaulty: true })).toMatchObject({ total: 1, done: 1, refused: 0 });
  expect(await caseOf(book.read(13, '办件'))).toMatchObject({ state: 'consistent', data: { verifiedOn: '2026-11-23' } });

  book.type(3, { 姓名: name, 本期结果: null });
  const [mended] = [await checked(book)];
  expect(mended.counts).toMatchObject({ faulty: 10, already: 1 });
  expect((await clerk.send('POST', `/api/workbooks/${mended.id}/discard`, {})).status).toBe(202);
  expect((await sql`select from workbook_rows where workbook = ${mended.id}`.execute(office.office.db)).rows).toHaveLength(0);
});

test('an entry that changes between the preview and the doing is left alone', async () => {
  const book = await download();
  for (const row of [1, 2]) book.type(row, SAME);
  const one = await checked(book);
  expect(one.counts.answers).toEqual({ confirmSame: 2 });
  await changeEntry(book.read(2, '办件'));
  const { job } = (await apply(one)).body;
  expect(await settled(clerk, job ?? '')).toMatchObject({ done: 2, refused: 1, results: [{ result: 'done' }, { id: book.read(2, '办件'), result: 'refused', why: ['entry-changed'] }] });
});

test('another village’s workbook is not there, a town clerk has none, and in English it is the same book', async () => {
  const other = await office.door.as('village01');
  expect((await other.send('POST', `/api/verification-batch/${batch}/workbook`, { reason: '离线核实' })).status).toBe(404);
  const book = await download(clerk, 'en');
  book.type(1, { Result: 'Confirm as it stands', 'Verified on': '2026-11-23', 'How it was verified': 'Home visit' });
  const file = await book.save();
  expect((await upload(file, other)).status).toBe(404);
  const town = await office.door.as('town1');
  expect((await upload(file, town)).status).toBe(403);
  expect((await town.send('POST', `/api/verification-batch/${batch}/workbook`, { reason: '离线核实' })).status).toBe(403);
  const { body } = await upload(file);
  expect(body.counts).toMatchObject({ answers: { confirmSame: 1 }, faulty: 0 });
  expect((await other.get(`/api/workbooks/${body.id}`)).status).toBe(404);
  expect((await clerk.get<Workbook[]>(`/api/workbooks?parent=${batch}`)).body.map(({ id }) => id)).toContain(body.id);
});

test('files made to hurt are refused at once, while others are answered', async () => {
  const before = await digest();
  const plain = await (await download()).save();
  const merged = await openBook(plain);
  merged.sheet.mergeCells('E2:E3');
  const formula = await openBook(plain);
  formula.type(1, { 备注: { formula: 'HYPERLINK("http://x")', result: 'x' } });
  const renamed = await openBook(plain);
  renamed.sheet.getRow(1).getCell(5).value = '别的';
  const files: [string, string, Buffer][] = [...hostileFiles().map(([name, why, file]): [string, string, Buffer] => [name, why === 'no-header' ? 'other-columns' : why, file]),
    ['merged records', 'merged', await merged.save()], ['a formula', 'formula', await formula.save()], ['a column renamed', 'other-columns', await renamed.save()]];
  let slowest = 0;
  const over = new AbortController();
  const others = (async () => {
    while (!over.signal.aborted) {
      const began = performance.now();
      await clerk.get(`/api/${ITEMS}?range=[0,24]`);
      slowest = Math.max(slowest, performance.now() - began);
    }
  })();
  try {
    for (const [name, why, file] of files) {
      const { status, body } = await upload(file);
      expect([status, body.why], name).toEqual([422, [why]]);
    }
  } finally {
    over.abort();
    await others;
  }
  process.stdout.write(`workbook: ${files.length} hostile files, others waited ${slowest.toFixed(0)} ms at most\n`);
  expect(await digest()).toEqual(before);
  expect(readdirSync(office.office.files)).toEqual([]);
});
