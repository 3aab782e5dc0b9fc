/** The first load of a register: from a file to entries, told cell by cell what is wrong, and back as if nothing had been. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertOffice } from '../../../server/store/office-row.ts';
import { workflows } from '../../../workflows/index.ts';
import type { Client } from '../../doors/http.ts';
import { csvText, writeXlsx } from '../../imports/files.ts';
import { hostileFiles } from '../../imports/hostile.ts';
import { COLUMN, HEADERS, personRow } from '../../imports/people.ts';
import { MONDAY, storyTown } from '../../stories/cast.ts';
import { temporaryFolder } from '../../tools/folders.ts';
import { listeningOffice } from '../listening-office.ts';
import type { Listening } from '../listening-office.ts';

let office: Listening;
let town: Client;
const folder = temporaryFolder();
beforeAll(async () => {
  office = await listeningOffice(workflows, MONDAY, storyTown());
  await insertOffice(office.office.db, { district: '999901', kind: 'demo' }, new Date(MONDAY));
  town = await office.door.as('town1');
});
afterAll(async () => {
  await office.close();
  folder.remove();
});

type Import = { id: string; state: string; why: string | null; headers: string[]; dropped: number[]; mapping: Record<string, number>; rows: number; good: number; wrong: number; problems: number; loaded: number; skipped: number };
type Problem = { row: number; column: number; code: string; title: string; remedy: string };

const upload = (file: Buffer, by = town) => by.send<Import & { why: string[] }>('POST', '/api/imports', file, { 'x-file-name': encodeURIComponent('名册.csv') });
const until = async (id: string, ...states: string[]): Promise<Import> => {
  for (;;) {
    const { body } = await town.get<Import>(`/api/imports/${id}`);
    if (states.includes(body.state)) return body;
    await sleep(30);
  }
};
const checked = async (file: Buffer, change: Record<string, number> = {}): Promise<Import> => {
  const { status, body } = await upload(file);
  expect(status, JSON.stringify(body)).toBe(201);
  expect((await town.send('POST', `/api/imports/${body.id}/check`, { mapping: { ...body.mapping, ...change } })).status).toBe(202);
  return until(body.id, 'checked', 'refused', 'uploaded');
};
const step = async (id: string, what: string, ...states: string[]): Promise<Import> => {
  const { status, body } = await town.send('POST', `/api/imports/${id}/${what}`, {});
  expect(status, JSON.stringify(body)).toBe(202);
  return until(id, ...states);
};
const digest = async (): Promise<string[]> => Promise.all(['residents', 'households', 'register_changes', 'relations'].map(async (name) =>
  (await sql<{ digest: string }>`select md5(string_agg(md5(t::text), '' order by t::text)) as digest from ${sql.table(name)} t`.execute(office.office.db)).rows[0]?.digest ?? ''));
const people = (count: number, from = 0): string[][] => Array.from({ length: count }, (_, n) => personRow(from + n));
const csv = (rows: string[][]): Buffer => Buffer.from(csvText([HEADERS, ...rows]));

test('a workbook with shared strings is loaded with its households and history, and taken back without a trace', async () => {
  const before = await digest();
  const path = join(folder.path, 'people.xlsx');
  await writeXlsx(path, [HEADERS, ...people(2_500)]);
  const one = await checked(readFileSync(path));
  expect(one).toMatchObject({ state: 'checked', rows: 2_500, good: 2_500, problems: 0, dropped: [] });
  expect(await digest(), 'nothing is in the register yet').toEqual(before);
  expect(await step(one.id, 'load', 'loaded')).toMatchObject({ loaded: 2_500, skipped: 0, why: null });
  const [entry] = await town.list<Record<string, unknown>>('residents', { code: personRow(1)[0] });
  expect(entry).toMatchObject({ name: personRow(1)[1], sex: '2', relation: '12', household: `${one.id}-kH0`, unit: '999901101001' });
  const { body: history } = await town.get<Record<string, unknown>[]>(`/api/residents/${String(entry?.['id'])}/history`);
  expect(history).toMatchObject([{ version: 1, workflow: 'import', case: one.id, by: 'town1' }]);
  expect((await town.send<{ values: object }>('POST', `/api/residents/${String(entry?.['id'])}/reveal`, { fields: ['idNumber', 'phone'], reason: '核对导入内容' })).body.values).toEqual({ idNumber: personRow(1)[4], phone: personRow(1)[11] });
  const { body: home } = await town.get<Record<string, unknown>>(`/api/households/${one.id}-kH0`);
  expect(home).toMatchObject({ head: `${one.id}-000002` });
  expect((await town.send('POST', `/api/imports/${one.id}/load`, {})).status, 'twice').toBe(409);
  expect(await step(one.id, 'undo', 'undone')).toMatchObject({ why: null });
  expect(await digest()).toEqual(before);
});

test('text of Chinese Windows, with tabs, broken lines and old ways to write things, is read as it was meant', async () => {
  const [a, b] = [personRow(9_000), personRow(9_001)];
  const table = [
    ['编码', '姓名(必填)', '备注', '出生日期', '身份证号码', '与户主关系', '居住地址', '政策属性'],
    [a[0], a[1], 'a "b"\r\nc', '19850412', '000000000000000000', '长女', '柳岸社区\t楼2号', 'x'],
    [b[0], b[1], '', '1962年3月1日', '999901620301012', '户主', '柳岸社区，3号', ''],
  ] as const;
  const utf8 = csvText(table);
  const gb = new Map<string, number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let first = 0x81; first <= 0xfe; first += 1) for (let second = 0x40; second <= 0xfe; second += 1) gb.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
  const encoded = Buffer.from([...utf8].flatMap((letter) => (letter < '\u0080' ? [letter.charCodeAt(0)] : (gb.get(letter) ?? []))));
  for (const file of [encoded, Buffer.from(`\ufeff${utf8}`), Buffer.from(`\ufeff${utf8}`, 'utf16le')]) {
    const one = await checked(file);
    expect(one).toMatchObject({ state: 'checked', headers: ['编码', '姓名(必填)', '备注', '出生日期', '身份证号码', '与户主关系', '居住地址', ''], dropped: [7], rows: 2 });
    // Without a number nothing says the sex; the old number of 15 digits says it.
    expect((await town.get<Problem[]>(`/api/imports/${one.id}/problems`)).body.map(({ row, code }) => [row, code])).toEqual([[2, 'D01']]);
    expect((await town.send('POST', `/api/imports/${one.id}/discard`, {})).status).toBe(202);
  }
});

/** The last place is another than the one that proves the number. */
const slipped = (id: string): string => id.slice(0, 17) + (id.endsWith('1') ? '2' : '1');

test('of five hundred planted faults each is told at its cell with its remedy, and nothing else is', async () => {
  const faults: [field: keyof typeof COLUMN, value: string, code: string][] = [
    ['name', '某某1', 'D05'], ['name', '', 'D01'], ['sex', '丁', 'D08'], ['birthDate', '1990-02-30', 'D07'], ['birthDate', '2150-01-01', 'D07'], ['idNumber', 'its check digit', 'D06'],
    ['idNumber', '1.10105194912310E+17', 'number-lost'], ['ethnic', '火星', 'D08'], ['marital', '77', 'D08'], ['relation', '邻居', 'D08'], ['hukouAddress', '#REF!', 'failed-formula'],
    ['residenceAddress', '长'.repeat(201), 'too-long'], ['phone', '12345', 'phone'], ['code', '12', 'code'], ['code', '999901101999010001', 'D08'],
  ];
  const rows = people(20_000, 20_000);
  const planted = Array.from({ length: 500 }, (_, i) => {
    const line = i * 39 + 5;
    const row = rows[line] ?? [];
    const [field, value, code] = i === 498 ? (['code', rows[0]?.[0] ?? '', 'double-code'] as const) : i === 499 ? (['birthDate', '1901-01-01', 'D10'] as const) : (faults[i % faults.length] ?? faults[0]) as (typeof faults)[number];
    row[COLUMN[field]] = code === 'D06' ? slipped(row[COLUMN.idNumber] ?? '') : value;
    return { row: line + 2, column: COLUMN[field] + 1, code };
  });
  const one = await checked(csv(rows));
  expect(one).toMatchObject({ rows: 20_000, good: 19_500, wrong: 500, problems: 500 });
  const { body } = await town.get<Problem[]>(`/api/imports/${one.id}/problems?range=[0,999]`);
  expect(body.map(({ row, column, code }) => ({ row, column, code }))).toEqual(planted);
  expect(body.filter(({ title, remedy }) => title.length < 3 || remedy.length < 3)).toEqual([]);
});

/** How soon, `npm run bench-import` says. */
test('files made to hurt are refused with a sentence, and nothing is changed nor left behind', async () => {
  const before = await digest();
  const kept = (await town.get<Import[]>('/api/imports')).body.length;
  for (const [name, why, file] of hostileFiles()) {
    const { status, body } = await upload(file);
    expect([status, body.why], name).toEqual([422, [why]]);
  }
  expect(await digest()).toEqual(before);
  expect((await town.get<Import[]>('/api/imports')).body).toHaveLength(kept);
});

test('what is registered already is not loaded again, neither at the check nor when it came in between', async () => {
  const [first, second] = [await checked(csv(people(50, 50_000))), await checked(csv(people(60, 50_000)))];
  expect(await step(first.id, 'load', 'loaded')).toMatchObject({ loaded: 50, skipped: 0 });
  expect(await step(second.id, 'load', 'loaded')).toMatchObject({ loaded: 60, skipped: 50 });
  expect(await checked(csv(people(3, 50_000)))).toMatchObject({ good: 0, wrong: 3 });
  expect((await sql<{ n: number }>`select count(*)::int as n from households h where id like ${`${second.id}-%`} and not exists (select from residents r where r.household = h.id)`.execute(office.office.db)).rows).toEqual([{ n: 0 }]);
});

test('an import is not taken back once something rests on it', async () => {
  const one = await checked(csv(people(5, 60_000)));
  await step(one.id, 'load', 'loaded');
  await sql`insert into relations values ('999901', 'village01', ${`${one.id}-000003`})`.execute(office.office.db);
  const { status, body } = await town.send('POST', `/api/imports/${one.id}/undo`, {});
  expect([status, body]).toEqual([409, { reason: 'in-use', why: ['relations'] }]);
  expect(await until(one.id, 'loaded')).toMatchObject({ state: 'loaded' });
});

test('only a town clerk brings files, and only as a file; another town’s are not there', async () => {
  const clerk = await office.door.as('village01');
  expect((await upload(csv(people(1)), clerk)).status).toBe(403);
  const { body } = await upload(csv(people(1, 70_000)));
  expect((await clerk.get(`/api/imports/${body.id}`)).status).toBe(404);
  expect((await town.send('POST', '/api/imports', '{}', { 'content-type': 'application/json' })).status).toBe(403);
  expect((await town.send('POST', `/api/imports/${body.id}/check`, { mapping: { code: 0 } })).status, 'no name').toBe(422);
  expect((await town.send('POST', `/api/imports/${body.id}/check`, { mapping: { code: 0, name: 0 } })).status, 'one column twice').toBe(422);
});

test('no file on disk holds a number in plain text', async () => {
  const one = await checked(csv(people(20, 80_000)));
  const files = readdirSync(office.office.files).map((name) => readFileSync(join(office.office.files, name)));
  expect(files.length).toBeGreaterThan(2);
  for (const row of people(20, 80_000)) for (const file of files) expect(file.includes(row[4] ?? '?') || file.includes(row[11] ?? '?')).toBe(false);
  expect(one.good).toBe(20);
});
