/** The registers: who sees whom, what stays masked, what is written down, and how entries change. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logReads } from '../../../server/store/reads.ts';
import { changeEntries, findFreeEntries, readEntries } from '../../../server/store/register.ts';
import { inTransaction } from '../../../server/store/transaction.ts';
import { DISTRICT, HERE, openSmall, residentOf, THERE } from './support.ts';
import type { Small } from './support.ts';

let small: Small;
type Ask = Awaited<ReturnType<Small['as']>>;
let clerk: Ask;
let town: Ask;
let auditor: Ask;
let admin: Ask;
let privacy: Ask;

beforeAll(async () => {
  small = await openSmall();
  [clerk, town, auditor, admin, privacy] = [await small.as('village01'), await small.as('town1'), await small.as('auditor'), await small.as('admin'), await small.as('privacy')];
});
afterAll(() => small.close());

const list = (ask: Ask, query: Record<string, unknown> = {}, resource = 'residents') =>
  ask({ url: `/api/${resource}?${new URLSearchParams(Object.entries(query).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]))}` });
const idsOf = (answer: { json(): unknown }): string[] => (answer.json() as { id: string }[]).map(({ id }) => id);
const lastRead = async () => (await sql<{ person: string; resource: string; ids: string[]; fields: string[]; reason: string | null }>`select * from reads order by id desc limit 1`.execute(small.office.db)).rows[0];
const here = ['p000000', 'p000002', 'p000004', 'p000006'];

describe('a list', () => {
  test('holds the entries of my units, and the count tells of no others', async () => {
    const mine = await list(clerk);
    expect(idsOf(mine)).toEqual(here);
    expect(mine.headers['content-range']).toBe('residents 0-3/4');
    expect((await list(town)).headers['content-range']).toBe('residents 0-7/8');
    expect((await list(clerk, { filter: { unit: THERE } })).headers['content-range']).toBe('residents */0');
    expect(idsOf(await list(clerk, { filter: { id: ['p000000', 'p000001'] } }))).toEqual(['p000000']);
  });

  test('shows internal fields only, and is written down before it leaves', async () => {
    const [first] = (await list(clerk, { range: [0, 1] })).json() as Record<string, unknown>[];
    expect(Object.keys(first ?? {}).sort()).toEqual(['code', 'household', 'hukouUnit', 'id', 'idMissingReason', 'lastVerified', 'marital', 'name', 'relation', 'sex', 'status', 'unit']);
    expect(await lastRead()).toMatchObject({ person: 'village01', resource: 'residents', ids: ['p000000', 'p000002'], reason: null });
  });

  test('is not sent where the reading cannot be written down', async () => {
    await sql`alter table reads rename to reads_away`.execute(small.office.db);
    const answers = [await list(clerk), await clerk({ url: '/api/residents/p000000' })];
    await sql`alter table reads_away rename to reads`.execute(small.office.db);
    for (const { statusCode, body } of answers) {
      expect(statusCode).toBe(500);
      expect(body).not.toContain('安居');
    }
  });

  test('filters, sorts, pages by range and by cursor', async () => {
    expect(idsOf(await list(town, { filter: { name: '安居甲', lastVerified_gte: '2026-10-01' }, sort: ['code', 'DESC'] }))).toEqual([...here].reverse());
    expect(idsOf(await list(town, { filter: { q: '安居乙' }, range: [2, 5] }))).toEqual(['p000005', 'p000007']);
    expect(idsOf(await list(town, { filter: { q: `${HERE}010002` } }))).toEqual(['p000002']);
    expect(idsOf(await list(town, { filter: { q: '%' } }))).toEqual([]);
    const page = await list(town, { range: [0, 4], sort: ['name', 'ASC'] });
    const rest = await list(town, { range: [0, 4], sort: ['name', 'ASC'], after: String(page.headers['x-next-cursor']) });
    expect([...idsOf(page), ...idsOf(rest)].sort()).toEqual(Array.from({ length: 8 }, (_, n) => `p00000${n}`));
    expect(rest.headers['x-next-cursor']).toBeUndefined();
  });

  test.each<Record<string, unknown>>([
    { filter: { idNumber: residentOf(2).idNumber } }, { filter: { birthDate: '1970-01-15' } }, { filter: { phone_gte: '1' } }, { filter: { nothing: 1 } }, { filter: { name: { $ne: 1 } } },
    { filter: { unit: [['a']] } }, { filter: '{"__proto__":{"a":1}}' }, { filter: { __proto__: null, constructor: 1 } }, { filter: '[' }, { filter: [] }, { filter: { name: 'a\0' } }, { filter: '{"name":"\\ud800"}' },
    { filter: { lastVerified_gte: 'yesterday' } }, { filter: { lastVerified_gte: '2026-13-40' } }, { filter: { id: Array.from({ length: 10_000 }, () => 'p') } },
    { sort: ['idNumber', 'ASC'] }, { sort: ['(select 1)', 'ASC'] }, { sort: ['id', 'ASC; drop table residents'] }, { sort: ['id'] }, { sort: 'id' },
    { range: [0, 1e9] }, { range: [-1, 4] }, { range: [0.5, 2] }, { range: ['0', '9'] }, { range: [5, 1] }, { range: '[NaN,1]' }, { after: 'rubbish' },
  ])('asked for with %j is refused', async (query) => {
    expect((await list(town, query)).statusCode).toBe(400);
  });
});

describe('one entry', () => {
  test('shows personal fields and masks sensitive ones', async () => {
    const entry = (await clerk({ url: '/api/residents/p000002' })).json() as Record<string, unknown>;
    expect(entry).toMatchObject({ name: '安居甲', birthDate: '1970-01-15', residenceAddress: '柳岸社区楼2号', phone: { masked: '100****0002' } });
    expect(entry['idNumber']).toEqual({ masked: `${'*'.repeat(14)}${residentOf(2).idNumber?.slice(-4)}` });
    expect(await lastRead()).toMatchObject({ resource: 'residents', ids: ['p000002'] });
    expect((await lastRead())?.fields).not.toContain('idNumber');
  });

  test('elsewhere is not there, in the same words as one that never was', async () => {
    const [foreign, none] = [await clerk({ url: '/api/residents/p000001' }), await clerk({ url: '/api/residents/p999999' })];
    expect([foreign.statusCode, foreign.body]).toEqual([404, none.body]);
    expect((await clerk({ url: '/api/residents/p000001/history' })).statusCode).toBe(404);
  });

  test('is masked whole for the auditor, and the administrator sees nobody', async () => {
    expect((await auditor({ url: '/api/residents/p000002' })).json()).toMatchObject({ name: '安居甲', birthDate: { masked: '****' }, residenceAddress: { masked: '柳岸社区****' } });
    expect((await admin({ url: '/api/residents/p000002' })).statusCode).toBe(404);
    expect((await admin({ url: '/api/residents' })).statusCode).toBe(403);
  });

  test.each(['PUT', 'PATCH', 'DELETE'] as const)('cannot be changed by %s', async (method) => {
    expect((await town({ method, url: '/api/residents/p000002', ...(method !== 'DELETE' && { payload: { name: '改名' } }) })).statusCode).toBe(405);
  });
});

describe('an ID number', () => {
  test('finds its bearer by search, in my units, typed as people type', async () => {
    const typed = residentOf(2).idNumber?.toLowerCase().replace(/(\d{6})/, '$1 ');
    const search = (ask: Ask, filter: unknown) => ask({ method: 'POST', url: '/api/residents/search', payload: { filter, range: [0, 9] } });
    expect(idsOf(await search(clerk, { idNumber: typed }))).toEqual(['p000002']);
    expect(idsOf(await search(clerk, { idNumber: residentOf(1).idNumber }))).toEqual([]);
    expect((await search(auditor, { idNumber: typed })).statusCode).toBe(400);
    expect((await search(clerk, { idNumber: 5 })).statusCode).toBe(400);
  });

  test('stands nowhere in the database in clear, and two equal ones do not look alike', async () => {
    const { rows } = await sql<{ all: string }>`select string_agg(r::text, ' ') as all from residents r`.execute(small.office.db);
    for (let n = 0; n < 8; n++) for (const secret of [residentOf(n).idNumber, residentOf(n).phone, residentOf(n).account]) expect(rows[0]?.all).not.toContain(secret);
  });

  test('moved to another row does not open', async () => {
    await sql`update residents r set account = o.account from residents o where r.id = 'p000004' and o.id = 'p000006'`.execute(small.office.db);
    const moved = await clerk({ url: '/api/residents/p000004' });
    expect(moved.statusCode).toBe(500);
    await sql`update residents set account = null where id = 'p000004'`.execute(small.office.db);
  });
});

describe('revealing', () => {
  const reveal = (ask: Ask, id: string, payload: object) => ask({ method: 'POST', url: `/api/residents/${id}/reveal`, payload });

  test('shows the values to who gives a reason, and writes both down', async () => {
    const answer = await reveal(clerk, 'p000002', { fields: ['idNumber', 'phone'], reason: '电话核实住址' });
    expect(answer.json()).toEqual({ values: { idNumber: residentOf(2).idNumber, phone: residentOf(2).phone } });
    expect(await lastRead()).toMatchObject({ person: 'village01', resource: 'residents/reveal', ids: ['p000002'], fields: ['idNumber', 'phone'], reason: '电话核实住址' });
  });

  test('is refused without a reason, for plain fields, elsewhere, and to those who see people masked', async () => {
    expect((await reveal(clerk, 'p000002', { fields: ['idNumber'], reason: ' ' })).json()).toEqual({ errors: { reason: '请写明查看原因，至少 4 个字' } });
    expect((await reveal(clerk, 'p000002', { fields: ['idNumber'], reason: `核对 ${residentOf(2).idNumber}` })).json()).toEqual({ errors: { reason: '请勿在理由中填写身份证号、账号或电话号码，可只写后四位' } });
    expect((await reveal(clerk, 'p000002', { fields: ['name', '__proto__'], reason: '电话核实住址' })).statusCode).toBe(422);
    expect((await reveal(clerk, 'p000001', { fields: ['idNumber'], reason: '电话核实住址' })).statusCode).toBe(404);
    expect((await reveal(auditor, 'p000002', { fields: ['idNumber'], reason: '电话核实住址' })).statusCode).toBe(403);
    expect((await reveal(admin, 'p000002', { fields: ['idNumber'], reason: '电话核实住址' })).statusCode).toBe(404);
  });

  test('many times in a minute is slowed', async () => {
    const answers = [];
    for (let n = 0; n < 25; n++) answers.push(await reveal(town, 'p000002', { fields: ['phone'], reason: '逐户电话核实' }));
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(20);
    expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('the log of readings', () => {
  test('tells the privacy officer who saw somebody, and nobody else', async () => {
    const seen = await privacy({ url: `/api/reads?filter=${encodeURIComponent(JSON.stringify({ subject: 'p000002', person: 'village01' }))}` });
    expect(seen.statusCode).toBe(200);
    expect((seen.json() as { reason: string | null }[]).map(({ reason }) => reason)).toContain('电话核实住址');
    expect(seen.body).not.toContain(residentOf(2).idNumber);
    expect((await clerk({ url: '/api/reads' })).statusCode).toBe(403);
    expect((await privacy({ url: '/api/reads?filter={"fields":"idNumber"}' })).statusCode).toBe(400);
    expect((await privacy({ url: '/api/reads?filter={"person":["a"]}' })).statusCode).toBe(400);
  });

  const asked = async (filter: object) => (await privacy({ url: `/api/reads?filter=${encodeURIComponent(JSON.stringify(filter))}` })).json() as { ids: string[]; resource: string; reason: string | null }[];

  test('counts whoever read a case about somebody, and finds a word of a reason', async () => {
    await sql`insert into cases (district, id, workflow, workflow_version, subject, unit, state, live, data, memory, version, opened_by, opened_at, entered_at, changed_at, head_hash)
      values (${DISTRICT}, 'c-about', 'record-verification', 1, 'p000002', ${HERE}, 'pending', true, '{}', '{}', 1, 'village01', now(), now(), now(), '')`.execute(small.office.db);
    await logReads(small.office.db, DISTRICT, { id: 'town1', name: '陈以安', posts: [] }, 'record-verification', ['c-about', 'c-other'], ['name']);
    expect((await asked({ subject: 'p000002' }))[0]).toMatchObject({ resource: 'record-verification', ids: ['c-about', 'c-other'] });
    expect((await asked({ subject: 'p000004' })).filter(({ resource }) => resource === 'record-verification')).toEqual([]);
    const reasons = (await asked({ reason: '核实住址' })).map(({ reason }) => reason);
    expect(reasons.length).toBeGreaterThan(0);
    expect(new Set(reasons)).toEqual(new Set(['电话核实住址']));
    expect(await asked({ reason: '%' })).toEqual([]);
  });

  test('is taken away for a reason by those who watch, and that it was is in it', async () => {
    const take = (ask: Ask, reason: string) => ask({ method: 'POST', url: '/api/reads/export', payload: { filter: { subject: 'p000002' }, format: 'csv', reason } });
    expect((await take(clerk, '年度检查用')).statusCode).toBe(403);
    expect((await take(privacy, '查')).json()).toHaveProperty('errors.reason');
    const file = await take(privacy, '年度检查用');
    expect(file.headers['content-type']).toMatch(/csv/);
    expect(file.body).toContain('电话核实住址');
    expect(file.body).toContain('公民身份号码');
    expect(file.body).not.toContain(residentOf(2).idNumber);
    expect(await lastRead()).toMatchObject({ person: 'privacy', resource: 'reads/export', ids: ['p000002'], reason: '年度检查用' });
  });

  test('is changed by nobody', async () => {
    await expect(sql`delete from reads`.execute(small.office.db)).rejects.toThrow('append-only');
    await expect(sql`update reads set person = 'admin'`.execute(small.office.db)).rejects.toThrow('append-only');
  });
});

describe('a change', () => {
  const change = (values: Record<string, unknown>, id = 'p000000') =>
    changeEntries(small.office.db, small.office.keys, DISTRICT, [{ register: 'residents', id, values, at: '2026-11-23T01:00:00.000Z', person: 'village01', workflow: 'record-verification', caseId: 'c-1' }]);

  test('of an entry is remembered with the case that made it, sensitive values hidden', async () => {
    await change({ name: '安居丙', phone: '10099990000' });
    await change({ idNumber: residentOf(3).idNumber });
    expect((await clerk({ url: '/api/residents/p000000' })).json()).toMatchObject({ name: '安居丙', phone: { masked: '100****0000' }, version: 3 });
    const [second, first] = (await clerk({ url: '/api/residents/p000000/history' })).json() as Record<string, unknown>[];
    expect(first).toMatchObject({ workflow: 'record-verification', case: 'c-1', by: 'village01', fields: ['name', 'phone'], before: { name: '安居甲', phone: { masked: '****' } }, after: { name: '安居丙' } });
    expect(second).toMatchObject({ fields: ['idNumber'], after: { idNumber: { masked: '****' } } });
    const found = await clerk({ method: 'POST', url: '/api/residents/search', payload: { filter: { idNumber: residentOf(3).idNumber } } });
    expect(idsOf(found)).toEqual(['p000000']);
    const { rows } = await sql<{ all: string }>`select string_agg(c::text, ' ') as all from register_changes c`.execute(small.office.db);
    expect(rows[0]?.all).not.toContain('10099990000');
  });

  test('of a field or an entry the register does not have is never made', async () => {
    await expect(change({ children: 2 })).rejects.toThrow('no field children');
    await expect(change({ id: 'p000001' })).rejects.toThrow('no field id');
    await expect(change({ name: '某某' }, 'p000099')).rejects.toThrow('no entry');
  });
});

describe('what decisions ask', () => {
  test('an entry comes without its sealed fields', async () => {
    const entry = (await inTransaction(small.office.pool, (tx) => readEntries(tx, DISTRICT, 'residents', ['p000002', 'p999999']))).get('p000002');
    expect(entry).toMatchObject({ id: 'p000002', unit: HERE, values: { name: '安居甲', birthDate: '1970-01-15' } });
    for (const sealed of ['idNumber', 'phone', 'account']) expect(entry?.values).not.toHaveProperty(sealed);
  });

  test('free entries have no live case of the workflow', async () => {
    await sql`insert into cases (district, id, workflow, workflow_version, subject, unit, state, live, data, memory, version, opened_by, opened_at, entered_at, changed_at, head_hash)
      values (${DISTRICT}, 'c-live', 'some', 1, 'p000000', ${HERE}, 'draft', true, '{}', '{}', 1, 'x', now(), now(), now(), ''), (${DISTRICT}, 'c-over', 'some', 1, 'p000002', ${HERE}, 'closed', false, '{}', '{}', 1, 'x', now(), now(), now(), '')`.execute(small.office.db);
    const free = await findFreeEntries(small.office.db, DISTRICT, 'residents', HERE, 'some', 10);
    expect(free.map(({ id }) => id).sort()).toEqual(['p000002', 'p000004', 'p000006']);
  });
});
