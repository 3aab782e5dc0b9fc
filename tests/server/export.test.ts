/** Lists as files: what their reader sees and no more, safe to open, logged before they leave, however long. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sql } from 'kysely';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workflows } from '../../workflows/index.ts';
import type { Client } from '../doors/http.ts';
import { claims, MONDAY, personId, storyTown, village } from '../stories/cast.ts';
import { listeningOffice, type Listening } from './listening-office.ts';

const REASON = '上报区里汇总';
const MARKS = 5;
let office: Listening;
let town: Client;
let clerk: Client;

beforeAll(async () => {
  office = await listeningOffice(workflows, MONDAY, storyTown());
  [town, clerk] = [await office.door.as('town1'), await office.door.as('village03')];
  await clerk.send('POST', '/api/benefit-claim', { id: 'claim-1', unit: village(3), data: claims('quota-return-award', 0)(MONDAY) });
});
afterAll(() => office.close());

type File = { readonly status: number; readonly headers: Headers; readonly bytes: Buffer };
const take = async (who: Client, resource: string, body: object, lang = 'zh'): Promise<File> => {
  const cookie = await cookieOf(who.name);
  const answer = await fetch(`${office.door.base}/api/${resource}/export`, { method: 'POST', headers: { cookie, 'content-type': 'application/json', 'accept-language': lang }, body: JSON.stringify({ reason: REASON, ...body }) });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
};
const cookies = new Map<string, string>();
const cookieOf = async (username: string): Promise<string> => {
  const known = cookies.get(username);
  if (known) return known;
  const answer = await fetch(`${office.door.base}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password: 'demo-2026' }) });
  const cookie = (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  cookies.set(username, cookie);
  return cookie;
};

/** Lines of a CSV without quoted ends of line, its mark off. */
const linesOf = ({ bytes }: File): string[] => bytes.toString().replace(/^\uFEFF/, '').trimEnd().split('\r\n');
const rowsOf = (file: File, sheet = 1): Promise<(string | null)[][]> => readSheet(file.bytes, sheet) as Promise<(string | null)[][]>;
const lastReads = async (many: number) => (await sql<{ person: string; resource: string; ids: string[]; fields: string[]; reason: string }>`select * from reads order by id desc limit ${many}`.execute(office.office.db)).rows;

describe('a CSV', () => {
  test('says in the reader’s language what the list shows, and who took it', async () => {
    const file = await take(clerk, 'residents', { format: 'csv', filter: { id: [personId(0)] } });
    expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([200, 'text/csv; charset=utf-8', 'attachment; filename="residents-2026-11-23.csv"']);
    expect([...file.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(linesOf(file)).toEqual([
      '姓名,编码,村居,状态,性别,婚姻状况,与户主关系,家庭,户籍村居,最近核实,无身份号码的原因', expect.stringMatching(/^安知远,\d{18},河东社区,在册,女性,/),
      expect.stringMatching(/^导出人：.+（village03）；导出时间：2026-11-23 09:00；导出事由：上报区里汇总；行数：1；/),
    ]);
    const english = linesOf(await take(clerk, 'residents', { format: 'csv', filter: { id: [personId(0)] } }, 'en'));
    expect(english[0]).toBe('Name,Code,Unit,Status,Sex,Marital status,Relation to the head,Household,Unit of registration,Last verified,Why there is no ID number');
    expect(english[1]).toContain('Hedong Community,Registered,Female');
  });

  test('holds nothing sealed and nothing personal beside the name', async () => {
    const all = (await take(town, 'residents', { format: 'csv' })).bytes.toString();
    const { rows } = await sql<{ birth_date: string; residence_address: string }>`select birth_date, residence_address from residents limit 5`.execute(office.office.db);
    for (const { birth_date, residence_address } of rows) expect(all.includes(birth_date) || all.includes(residence_address)).toBe(false);
    expect(all).not.toMatch(/v1\.|100\d{8}/);
  });
});

describe('the scope', () => {
  test('of a village clerk is the village, in every list', async () => {
    for (const resource of ['residents', 'households']) {
      const lines = linesOf(await take(clerk, resource, { format: 'csv' })).slice(1, -1);
      expect(lines.length).toBeGreaterThan(5);
      expect(lines.filter((line) => !line.includes('河东社区'))).toEqual([]);
    }
    expect(linesOf(await take(clerk, 'benefit-claim', { format: 'csv' }))[1]).toContain('claim-1,');
    expect(linesOf(await take(await office.door.as('village01'), 'benefit-claim', { format: 'csv' }))).toHaveLength(2);
    expect((await take(await office.door.as('admin'), 'residents', { format: 'csv' })).status).toBe(403);
  });

  test('of a filter and its order are those of the list, by words too', async () => {
    const names = (file: File) => linesOf(file).slice(1, -1).map((line) => line.split(',')[0]);
    expect(names(await take(town, 'residents', { format: 'csv', filter: { q: 'azy' } }))).toEqual(['安知远']);
    const listed = await town.list<{ name: string }>('residents', { unit: village(3) }, [0, 999], ['code', 'DESC']);
    expect(names(await take(town, 'residents', { format: 'csv', filter: { unit: village(3) }, sort: ['code', 'DESC'] }))).toEqual(listed.map(({ name }) => name));
  });
});

describe('every list of cases', () => {
  // One person takes away only so many lists a minute.
  test.each(workflows.map(({ name }, n) => [name, `town${(n % 4) + 1}`]))('%s', async (name, by) => {
    const workflow = workflows.find((one) => one.name === name);
    const who = await office.door.as(by);
    for (const format of ['csv', 'xlsx']) {
      const file = await take(who, name, { format, sort: ['dueAt', 'DESC'] });
      expect(file.status, file.bytes.toString().slice(0, 200)).toBe(200);
      if (format === 'xlsx') expect((await rowsOf(file))[0]).toEqual(expect.arrayContaining(['编号', '状态', ...(workflow?.list.fields ?? []).filter(({ type }) => type !== 'money').map(({ label }) => label.zh)]));
    }
  });
});

describe('what is refused', () => {
  test.each<[object, number, string[]]>([
    [{ format: 'csv', reason: ' ' }, 422, ['reason']], [{ format: 'csv', reason: undefined }, 422, ['reason']], [{ format: 'pdf' }, 422, ['format']], [{ reason: 5 }, 422, ['format', 'reason']],
    [{ format: 'csv', filter: { phone: '1' } }, 400, ['filter.phone']], [{ format: 'csv', sort: ['birthDate', 'ASC'] }, 400, ['sort']], [{ format: 'csv', sort: ['relevance', 'ASC'] }, 400, ['sort']], [{ format: 'csv', columns: ['phone'] }, 400, ['columns']],
  ])('%j', async (body, status, fields) => {
    const { status: answered, bytes } = await take(await office.door.as('reviewer1'), 'residents', body);
    expect(answered).toBe(status);
    expect(Object.keys((JSON.parse(bytes.toString()) as { errors?: object }).errors ?? {})).toEqual(fields);
  });

  test('a file whose reading cannot be written down does not leave', async () => {
    await sql`alter table reads rename to reads_away`.execute(office.office.db);
    const file = await take(await office.door.as('reviewer2'), 'residents', { format: 'csv' });
    await sql`alter table reads_away rename to reads`.execute(office.office.db);
    expect([file.status, file.bytes.toString().includes('安知远')]).toEqual([500, false]);
  });

  test('nobody takes files by the dozen', async () => {
    const head = await office.door.as('head1');
    const answers = [];
    for (let n = 0; n < 14; n += 1) answers.push((await take(head, 'residents', { format: 'csv', filter: { id: ['none'] } })).status);
    expect(answers.filter((status) => status === 429)).toHaveLength(2);
  });
});

describe('a long list', () => {
  const MANY = 6_092;
  beforeAll(async () => {
    await sql`insert into residents select (jsonb_populate_record(r, jsonb_build_object('id', 'z' || lpad(g::text, 6, '0'), 'unit', ${village(4)}::text, 'household', 'z', 'code', ${village(4)}::text || lpad(g::text, 6, '0'), 'name', '钱' || g, 'words', '  钱'))).*
      from residents r cross join generate_series(1, ${sql.lit(MANY)}) g where r.id = ${personId(0)}`.execute(office.office.db);
    await sql`update residents set name = case id when 'z000001' then '=HYPERLINK("http://evil")' when 'z000002' then '+1' when 'z000003' then '-1' when 'z000004' then '@SUM(A1)' when 'z000005' then E'\t=1' when 'z000006' then E'\r=1'
      when 'z000007' then '甲,"乙"' when 'z000008' then '_x0041_<&>' else name end where id < 'z000009' and id > 'z'`.execute(office.office.db);
  });

  const asked = { filter: { unit: village(4) }, sort: ['id', 'ASC'] };

  test('is read back by a library, row by row', async () => {
    const file = await take(await office.door.as('reviewer3'), 'residents', { ...asked, format: 'xlsx' });
    const [header, ...rows] = await rowsOf(file);
    expect(header?.slice(0, 3)).toEqual(['姓名', '编码', '村居']);
    expect(rows).toHaveLength(MANY);
    expect(rows.slice(0, 8).map(([name]) => name)).toEqual([`'=HYPERLINK("http://evil")`, `'+1`, `'-1`, `'@SUM(A1)`, `'\t=1`, expect.stringMatching(/^'[\r\n]=1$/), '甲,"乙"', '_x0041_<&>']);
    expect(rows.slice(8).every(([name, code], i) => name === `钱${i + 9}` && code === `${village(4)}${String(i + 9).padStart(6, '0')}`)).toBe(true);
    const marks = await rowsOf(file, 2);
    expect(marks).toHaveLength(MARKS);
    expect(marks.slice(0, 4)).toEqual([['导出人', expect.stringContaining('reviewer3')], ['导出时间', '2026-11-23 09:00'], ['导出事由', REASON], ['行数', String(MANY)]]);
  });

  test('is guarded against formulas as CSV too, and quoted', async () => {
    const text = (await take(await office.door.as('reviewer3'), 'residents', { ...asked, format: 'csv' })).bytes.toString();
    for (const cell of [`"'=HYPERLINK(""http://evil"")"`, `'+1,`, `'-1,`, `'@SUM(A1),`, `'\t=1,`, `"'\r=1"`, '"甲,""乙"""']) expect(text).toContain(cell);
    expect(/(?:^|\n|,"?)[=+@\t]/.test(text)).toBe(false);
  });

  test('is written into the log person by person, with the reason', async () => {
    await take(await office.door.as('finance1'), 'residents', { ...asked, format: 'csv' });
    const reads = await lastReads(Math.ceil(MANY / 500));
    expect(new Set(reads.flatMap(({ ids }) => ids)).size).toBe(MANY);
    for (const read of reads) expect(read).toMatchObject({ person: 'finance1', resource: 'residents/export', reason: REASON, fields: expect.arrayContaining(['name', 'code']) as string[] });
  });

  test('is written into the log before its first byte leaves, and no further than its reader takes it', async () => {
    const leaving = new AbortController();
    const answer = await fetch(`${office.door.base}/api/residents/export`, {
      method: 'POST', signal: leaving.signal, headers: { cookie: await cookieOf('finance2'), 'content-type': 'application/json' }, body: JSON.stringify({ ...asked, reason: REASON, format: 'csv' }),
    });
    expect((await lastReads(1))[0]).toMatchObject({ person: 'finance2', resource: 'residents/export' });
    leaving.abort();
    await expect(answer.text()).rejects.toThrow(/abort/i);
    expect((await clerk.get('/api/ready')).status).toBe(200);
  });
});

test('of 40,000 rows only some are ever held', async () => {
  for (let from = 1; from < 40_000; from += 20_000) await sql`insert into residents select (jsonb_populate_record(r, jsonb_build_object('id', 'y' || lpad(g::text, 6, '0'), 'unit', ${village(5)}::text, 'household', 'y', 'code', ${village(5)}::text || lpad(g::text, 6, '0'), 'words', ' '))).*
    from residents r cross join generate_series(${sql.lit(from)}, ${sql.lit(from + 19_999)}) g where r.id = ${personId(0)}`.execute(office.office.db);
  const answer = await fetch(`${office.door.base}/api/residents/export`, {
    method: 'POST', headers: { cookie: await cookieOf('town2'), 'content-type': 'application/json' }, body: JSON.stringify({ filter: { unit: village(5) }, reason: REASON, format: 'xlsx' }),
  });
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  /** What is in use, not what waits to be collected. */
  const held = (): number => { collect(); const { heapUsed, external } = process.memoryUsage(); return (heapUsed + external) / 1e6; };
  const before = held();
  let [most, bytes, chunks] = [0, 0, 0];
  for await (const chunk of answer.body ?? []) {
    bytes += (chunk as Uint8Array).length;
    if ((chunks += 1) % 30 === 0) most = Math.max(most, held() - before);
  }
  process.stdout.write(`export of 40,000 rows: ${(bytes / 1e6).toFixed(1)} MB, at most ${most.toFixed(0)} MB held above idle\n`);
  expect(bytes).toBeGreaterThan(500_000);
  expect(most).toBeLessThan(40);
});
