/** Lists, the inbox, details and logs: what a reader asks for, and what a reader never learns. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice } from '../support.ts';
import type { Person, TestOffice } from '../support.ts';
import { made } from './parcel.ts';

let test: TestOffice;
let clerk: Person;
let other: Person;
let town: Person;
let reviewer: Person;
let admin: Person;
let auditor: Person;
let double: Person;
const units: string[] = [];

const list = (by: Person, query: Record<string, unknown>, resource = 'test-parcel') =>
  by.get(`/api/${resource}?${Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value))}`).join('&')}`);
const ids = (answer: Awaited<ReturnType<Person['get']>> | undefined): unknown[] => answer?.rows.map(({ id }) => id) ?? [];

beforeAll(async () => {
  const both = { id: 'both', name: '双岗', posts: ['town_clerk', 'reviewer'].map((post) => ({ post, unit: '999901101' })) };
  test = await openOffice(made, (given) => ({ ...given, staff: [...given.staff, both] }));
  clerk = await test.as('village01');
  other = await test.as('village02');
  town = await test.as('town1');
  reviewer = await test.as('reviewer1');
  admin = await test.as('admin');
  auditor = await test.as('auditor');
  double = await test.as('both');
  const related = new Set(test.town.relations.map(({ resident }) => resident));
  for (const [v, by] of [clerk, other].entries()) {
    const unit = test.town.staff.find(({ id }) => id === `village0${v + 1}`)?.posts[0]?.unit ?? '';
    units.push(unit);
    const people = test.town.residents.filter((one) => one.unit === unit && one.status === 'active' && !related.has(one.id));
    for (let i = 0; i < 12; i++) await by.post('/api/test-parcel', { id: `p${v}-${i}`, unit, data: { person: people[i]?.id, fen: 1000 - i, phone: '10012345678' } });
    for (let i = 0; i < 6; i++) await by.post(`/api/test-parcel/p${v}-${i}/events`, { id: 's', type: 'submit', version: 1, data: {} });
  }
});
afterAll(() => test.close());

describe('a list', () => {
  it('holds the cases of my units and no other, counts included', async () => {
    expect((await list(clerk, {})).headers['content-range']).toBe('test-parcel 0-11/12');
    expect((await list(clerk, { filter: { unit: units[1] } })).headers['content-range']).toBe('test-parcel */0');
    expect((await list(clerk, { filter: { id: ['p0-1', 'p1-1'] } })).rows).toHaveLength(1);
    expect((await list(town, {})).headers['content-range']).toBe('test-parcel 0-23/24');
    expect((await list(admin, {})).headers['content-range']).toBe('test-parcel */0');
    expect((await list(clerk, {}, 'nothing')).status).toBe(404);
  });

  it('filters, sorts and pages as it was asked', async () => {
    expect(ids(await list(clerk, { filter: { fen_gte: 997, fen_lte: 998 }, sort: ['fen', 'DESC'] }))).toEqual(['p0-2', 'p0-3']);
    expect(ids(await list(clerk, { sort: ['fen', 'ASC'], range: [0, 1] }))).toEqual(['p0-11', 'p0-10']);
    expect(ids(await list(clerk, { filter: { state: ['check'] }, sort: ['id', 'DESC'], range: [1, 2] }))).toEqual(['p0-4', 'p0-3']);
    expect(ids(await list(clerk, { filter: { openedAt_gte: '2026-11-23', q: 'p0-1' }, sort: ['id', 'ASC'] }))).toEqual(['p0-1', 'p0-10', 'p0-11']);
    expect((await list(clerk, { filter: { openedAt_gte: '2026-11-24' } })).rows).toHaveLength(0);
    const name = test.town.residents.find(({ id }) => id)?.name ?? '';
    expect((await list(clerk, { filter: { q: '%' } })).rows).toHaveLength(0);
    expect((await list(town, { filter: { q: name.slice(0, 1) } })).status).toBe(200);
  });

  it('goes on after a cursor without missing or repeating a case', async () => {
    for (const sort of [['fen', 'ASC'], ['dueAt', 'DESC'], ['state', 'ASC'], ['enteredAt', 'DESC'], ['id', 'DESC']]) {
      const seen: unknown[] = [];
      for (let after: unknown; ; ) {
        const page = await list(town, { sort, range: [0, 4], ...(after !== undefined && { after }) });
        expect(page?.status, String(sort)).toBe(200);
        seen.push(...ids(page));
        after = page?.headers['x-next-cursor'];
        if (after === undefined) break;
      }
      expect(seen, String(sort)).toHaveLength(24);
      expect(new Set(seen).size, String(sort)).toBe(24);
    }
  });

  it('refuses what it does not know, and what is hidden', async () => {
    const wrong = [
      { filter: { phone: '10012345678' } }, { filter: { address: 'x' } }, { sort: ['phone', 'ASC'] }, { sort: ["id; drop table cases", 'ASC'] }, { filter: { 'id) or 1=1--': 1 } }, { filter: { state: { $ne: 1 } } },
      { filter: '{"__proto__":{"a":1}}' }, { filter: 'nonsense' }, { range: [0, 1e9] }, { range: [-1, 5] }, { range: ['a', 1] }, { filter: { state: 'a\u0000b' } }, { filter: { fen: 'many' } }, { after: 'x' },
    ];
    for (const query of wrong) expect((await list(clerk, query)).status, JSON.stringify(query)).toBe(400);
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });

  it('carries offers that need no facts, and nothing personal', async () => {
    const [row] = (await list(clerk, { filter: { id: ['p0-11'] } })).rows ?? [];
    expect(row).toMatchObject({ state: 'draft', offers: [{ type: 'submit' }, { type: 'withdraw' }], blocked: [], data: { fen: 989 } });
    expect(row?.['data']).not.toHaveProperty('phone');
    expect((await clerk.post('/api/test-parcel/search', { filter: { q: 'p0-11' } })).rows).toHaveLength(1);
  });
});

describe('the inbox', () => {
  it('holds what waits for my posts, once, and not what I am barred from', async () => {
    expect((await list(town, {}, 'inbox')).rows).toHaveLength(12);
    expect((await list(reviewer, { filter: { unit: units[0] } }, 'inbox')).rows).toHaveLength(6);
    const mine = await list(clerk, { sort: ['since', 'ASC'] }, 'inbox');
    expect(mine?.rows).toHaveLength(6);
    expect(mine?.rows[0]).toMatchObject({ workflow: 'test-parcel', unit: units[0], state: 'draft', step: 'draft.submit', overdue: false, returned: false, dueAt: null, title: expect.any(String) as string });
    expect((await list(auditor, {}, 'inbox')).rows).toHaveLength(0);
    await test.office.db.updateTable('inbox').set({ barred: ['town1'] }).where('case_id', '=', 'p0-0').execute();
    expect((await list(town, {}, 'inbox')).rows).toHaveLength(11);
    expect((await list(reviewer, {}, 'inbox')).rows).toHaveLength(12);
    expect((await list(reviewer, { filter: { overdue: true } }, 'inbox')).rows).toHaveLength(0);
    expect((await list(reviewer, { filter: { person: 'x' } }, 'inbox')).status).toBe(400);
  });
});

describe('one case', () => {
  it('is the same 404 for what is not there and what is not mine', async () => {
    const [missing, foreign, wrongWorkflow] = [await other.get('/api/test-parcel/none'), await other.get('/api/test-parcel/p0-1'), await town.get('/api/test-crate/p0-1')];
    for (const one of [foreign, wrongWorkflow, await other.get('/api/test-parcel/p0-1/log'), await admin.get('/api/test-parcel/p0-1')]) expect([one?.status, one?.body]).toEqual([missing?.status, missing?.body]);
    expect(missing?.status).toBe(404);
  });

  it('is on record as read before it is shown', async () => {
    await town.get('/api/test-parcel/p0-3');
    const reads = await test.office.db.selectFrom('reads').selectAll().where('person', '=', 'town1').where('resource', '=', 'test-parcel').orderBy('id').execute();
    expect(reads.at(-1)).toMatchObject({ ids: ['p0-3'], fields: expect.arrayContaining(['personName', 'phone']) as string[] });
  });

  it('tells who did what, masked', async () => {
    const log = await town.get('/api/test-parcel/p0-1/log');
    expect(log?.headers['content-range']).toBe('log 0-1/2');
    expect(log?.rows).toMatchObject([
      { id: 'p0-1@1', version: 1, type: 'open', from: null, to: 'draft', actor: 'village01', post: 'village_clerk', unit: units[0], data: { phone: { masked: '100****5678' } } },
      { version: 2, type: 'submit', from: 'draft', to: 'check' },
    ]);
  });
});

describe('the order of a list', () => {
  const SORTS = ['dueAt', 'state', 'enteredAt', 'fen', 'unit', 'id'].flatMap((field) => [[field, 'ASC'], [field, 'DESC']] as const);
  const valueOf = (row: Record<string, unknown>, field: string): unknown => row[field] ?? (row['data'] as Record<string, unknown> | undefined)?.[field] ?? null;
  /** As the contract has it: empty last in both directions, the id between equals. */
  const inOrder = (rows: readonly Record<string, unknown>[], field: string, way: 'ASC' | 'DESC'): unknown[] => {
    const compare = (a: unknown, b: unknown): number => (a === b ? 0 : a === null ? 1 : b === null ? -1 : (a as string) < (b as string) === (way === 'ASC') ? -1 : 1);
    return rows.toSorted((a, b) => compare(valueOf(a, field), valueOf(b, field)) || compare(a['id'], b['id'])).map(({ id }) => id);
  };
  const pages = async (by: Person, query: Record<string, unknown>, resource: string): Promise<unknown[]> => {
    const seen: unknown[] = [];
    for (let after: unknown; ; ) {
      const page = await list(by, { ...query, range: [0, 3], ...(after !== undefined && { after }) }, resource);
      seen.push(...ids(page));
      after = page.headers['x-next-cursor'];
      if (after === undefined) return seen;
    }
  };

  beforeAll(async () => {
    // Some have a term now, some wait for two posts at once.
    for (const id of ['p0-1', 'p0-2', 'p1-0', 'p1-3']) await reviewer.post(`/api/test-parcel/${id}/events`, { id: 'pass', type: 'pass', version: 2, data: {} });
  });

  it.each(SORTS)('by %s, %s is that of its values, page by page and in one', async (field, way) => {
    for (const filter of [{}, { state: ['notice', 'draft'] }, { fen_gte: 995 }]) {
      const all = (await list(town, { filter, range: [0, 99] })).rows;
      expect(all.length).toBeGreaterThan(4);
      const expected = inOrder(all, field, way);
      expect(ids(await list(town, { filter, sort: [field, way], range: [0, 99] }))).toEqual(expected);
      expect(ids(await list(town, { filter, sort: [field, way], range: [3, 6] }))).toEqual(expected.slice(3, 7));
      expect(await pages(town, { filter, sort: [field, way] }, 'test-parcel')).toEqual(expected);
    }
  });

  it.each([['dueAt', 'ASC'], ['dueAt', 'DESC'], ['since', 'DESC'], ['state', 'ASC']] as const)('of an inbox by %s, %s too, and somebody of two posts has each case once', async (field, way) => {
    await test.office.pool.query(`update inbox set due_at = '2026-11-20' where case_id in ('p0-3', 'p1-1')`);
    const all = (await list(double, { range: [0, 99] }, 'inbox')).rows;
    expect(all).toHaveLength(8);
    expect(await pages(double, { sort: [field, way] }, 'inbox')).toEqual(inOrder(all, field, way));
    expect((await double.get('/api/inbox/summary')).rows).toMatchObject([{ waiting: 8, overdue: 2 }]);
  });
});
