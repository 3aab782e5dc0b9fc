/** The order of the contract, one answer per id, and what an event sets off. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAnswers } from '../../../server/store/idempotency.ts';
import { inTransaction } from '../../../server/store/transaction.ts';
import { verifyChains } from '../../../server/use-cases/verify-chains.ts';
import { openOffice } from '../support.ts';
import type { Person, TestOffice } from '../support.ts';
import { made } from './parcel.ts';

let test: TestOffice;
let clerk: Person;
let other: Person;
let town: Person;
let reviewer: Person;
let head: Person;
let finance: Person;
let auditor: Person;
let here = '';
let people: string[] = [];
const line = { id: 'line-1', tier: 'town', year: 2026, fen: 1000 } as const;

beforeAll(async () => {
  const both = { id: 'both', name: '双岗', posts: ['town_clerk', 'auditor'].map((post) => ({ post, unit: '999901101' })) };
  test = await openOffice(made, (given) => ({ ...given, funds: [...given.funds, line], staff: [...given.staff, both] }));
  clerk = await test.as('village01');
  other = await test.as('village02');
  town = await test.as('town1');
  reviewer = await test.as('reviewer1');
  head = await test.as('head1');
  finance = await test.as('finance1');
  auditor = await test.as('auditor');
  here = test.town.staff.find(({ id }) => id === 'village01')?.posts[0]?.unit ?? '';
  const related = new Set(test.town.relations.map(({ resident }) => resident));
  people = test.town.residents.filter(({ id, unit, status }) => unit === here && status === 'active' && !related.has(id)).map(({ id }) => id);
});
afterAll(() => test.close());

let made1 = 0;
const person = (): string => people[made1++ % people.length] ?? '';
const open = (id: string, who = person(), fen = 100) => clerk.post('/api/test-parcel', { id, unit: here, data: { person: who, fen, phone: '10012345678', address: '柳岸社区1组' } });
const send = (by: Person, id: string, type: string, version: number, data: unknown = {}, eventId = `${id}-${type}-${version}`) =>
  by.post(`/api/test-parcel/${id}/events`, { id: eventId, type, version, data });

const statuses = (answers: readonly { readonly status: number }[]): number[] => answers.map(({ status }) => status).sort((a, b) => a - b);

describe('opening a case', () => {
  it('is answered with the case, masked, and with what is offered', async () => {
    const opened = await open('a1');
    expect(opened.status).toBe(201);
    expect(opened.body).toMatchObject({ id: 'a1', state: 'draft', version: 1, unit: here, openedBy: 'village01', offers: [{ type: 'submit' }, { type: 'withdraw' }], blocked: [] });
    expect(opened.body['data']).toMatchObject({ phone: { masked: '100****5678' }, address: '柳岸社区1组', fen: 100 });
  });

  it('knows its id again, and nobody else may have it', async () => {
    const who = person();
    const first = await open('a2', who);
    const again = await open('a2', who);
    expect(again.status).toBe(201);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(again.body).toEqual(first.body);
    expect((await open('a2', who, 101)).body).toEqual({ reason: 'id-reused' });
  });

  it('is refused: a unit that is not mine 404, a post that may not 409, a rule or form 4xx with its words', async () => {
    const body = { unit: here, data: { person: people[0], fen: 1 } };
    expect((await other.post('/api/test-parcel', { id: 'a3', ...body })).status).toBe(404);
    expect((await clerk.post('/api/test-parcel', { id: 'a3', ...body, unit: '999901101' })).status).toBe(404);
    expect((await town.post('/api/test-parcel', { id: 'a3', ...body })).body).toEqual({ reason: 'not-offered' });
    expect((await clerk.post('/api/test-parcel', { id: 'a3', ...body, extra: 1 })).status).toBe(400);
    expect((await clerk.post('/api/test-parcel', { id: 'a/3', ...body })).status).toBe(400);
    const wrong = await clerk.post('/api/test-parcel', { id: 'a3', unit: here, data: { person: 'nobody', fen: 1 } });
    expect([wrong.status, wrong.body]).toEqual([422, { errors: { person: '登记簿中没有此人' } }]);
    expect((await clerk.post('/api/test-parcel', { id: 'a3', unit: here, data: { person: people[0], fen: 1, state: 'paid' } })).body['errors']).toHaveProperty('state');
    expect((await clerk.get('/api/test-parcel/a3')).status).toBe(404);
  });
});

describe('sending an event', () => {
  it('is answered in the order of the contract', async () => {
    await open('b1', person(), 200);
    expect((await send(other, 'b1', 'submit', 1)).status).toBe(404);
    expect((await send(clerk, 'nothing', 'submit', 1)).status).toBe(404);
    const extra = await clerk.post('/api/test-parcel/b1/events', { id: 'x', type: 'submit', data: {}, state: 'paid' });
    expect(extra.status).toBe(400);
    expect((await clerk.post('/api/test-parcel/b1/events', { id: 'x', type: 'submit', data: {} })).status).toBe(428);
    const stale = await send(clerk, 'b1', 'nonsense', 7);
    expect([stale.status, stale.body['reason']]).toEqual([409, 'stale']);
    expect(stale.body['current']).toMatchObject({ id: 'b1', version: 1, state: 'draft' });
    expect((await send(clerk, 'b1', 'pass', 1)).body).toEqual({ reason: 'not-offered' });
    expect((await send(town, 'b1', 'submit', 1)).body).toEqual({ reason: 'not-offered' });
    const invalid = await send(clerk, 'b1', 'submit', 1, { note: 5 }, 'b1-again');
    expect([invalid.status, Object.keys((invalid.body['errors'] ?? {}) as object)]).toEqual([422, ['note']]);
    const corrected = await send(clerk, 'b1', 'submit', 1, { note: '好' }, 'b1-again');
    expect([corrected.status, corrected.body['state']]).toEqual([200, 'check']);
    expect((await send(clerk, 'b1', 'submit', 1, { note: '好' }, 'b1-again')).headers['idempotent-replayed']).toBe('true');
    expect((await send(clerk, 'b1', 'submit', 1, { note: '坏' }, 'b1-again')).body).toEqual({ reason: 'id-reused' });
    expect((await clerk.put('/api/test-parcel/b1', { state: 'paid' })).status).toBe(405);
  });

  it('is blocked by a rule that rests on other cases, and says so beforehand', async () => {
    const who = person();
    await open('b2', who);
    await open('b3', who);
    await send(clerk, 'b2', 'submit', 1);
    expect((await clerk.get('/api/test-parcel/b3')).body['blocked']).toEqual([{ type: 'submit', why: ['one-each'] }]);
    const blocked = await send(clerk, 'b3', 'submit', 1);
    expect([blocked.status, blocked.body]).toEqual([403, { reason: 'blocked', why: ['one-each'] }]);
    await send(town, 'b2', 'sendBack', 2);
    expect((await send(clerk, 'b3', 'submit', 1)).status).toBe(200);
  });

  it('posts to the ledger once, within the budget', async () => {
    const paid = async (id: string, fen: number) => {
      await open(id, person(), fen);
      await send(clerk, id, 'submit', 1, { note: '好' });
      await send(reviewer, id, 'pass', 2);
      await test.office.db.updateTable('cases').set({ asks_at: null }).where('id', '=', id).execute();
    };
    await paid('c1', 700);
    await paid('c2', 700);
    expect((await (await test.as('admin')).post('/api/clock', { now: '2026-12-01T01:00:00.000Z' })).status).toBe(200);
    // The clock was not asked: the next event of the case asks again, in its own transaction.
    const remark = await send(clerk, 'c1', 'remark', 3, { note: '公示期满' });
    expect(remark.body).toMatchObject({ state: 'signing', version: 5 });
    await send(clerk, 'c2', 'remark', 3, { note: '公示期满' });
    const both = await Promise.all([send(head, 'c1', 'sign', 5), send(head, 'c2', 'sign', 5)]);
    expect(statuses(both)).toEqual([200, 403]);
    const winner = both.find((one) => one.status === 200)?.body['id'];
    expect((await send(finance, String(winner), 'payAgain', 6)).body).toEqual({ reason: 'blocked', why: ['already-posted'] });
    expect((await send(town, String(winner), 'correct', 6)).status).toBe(200);
    const changes = await test.office.db.selectFrom('register_changes').selectAll().where('case_id', '=', String(winner)).execute();
    expect(changes).toHaveLength(1);
    expect(JSON.stringify(changes)).not.toContain('10099999999');
  });

  it('keeps no sensitive value anywhere in clear', async () => {
    await open('d1');
    for (const table of ['cases', 'log', 'idempotency', 'inbox'] as const) {
      const rows = await test.office.db.selectFrom(table).selectAll().execute();
      expect(rows.length, table).toBeGreaterThan(0);
      expect(JSON.stringify(rows), table).not.toContain('10012345678');
    }
    expect((await auditor.get('/api/test-parcel/d1')).body['data']).toMatchObject({ address: { masked: expect.any(String) as string }, phone: { masked: '100****5678' } });
    expect((await clerk.get('/api/test-parcel?filter={"q":"d1"}')).rows[0]?.['data']).not.toHaveProperty('phone');
  });
});

describe('at the same moment', () => {
  it('fifty times the same event happens once', async () => {
    await open('e1', person(), 300);
    const all = await Promise.all(Array.from({ length: 50 }, () => send(clerk, 'e1', 'submit', 1, { note: '好' })));
    expect(new Set(all.map((one) => one.status))).toEqual(new Set([200]));
    expect(all.filter((one) => one.headers['idempotent-replayed'] === 'true')).toHaveLength(49);
    expect((await clerk.get('/api/test-parcel/e1')).body['version']).toBe(2);
  });

  it('of two who decide one wins, and the other sees what happened', async () => {
    for (let i = 0; i < 20; i++) {
      await open(`f${i}`, person(), 3000 + i);
      await send(clerk, `f${i}`, 'submit', 1);
      const both = await Promise.all([send(town, `f${i}`, 'pass', 2, {}, 'mine'), send(reviewer, `f${i}`, 'pass', 2, {}, 'mine')]);
      expect(statuses(both), `f${i}`).toEqual([200, 409]);
      expect(both.find((one) => one.status === 409)?.body['current']).toMatchObject({ version: 3, state: 'notice' });
    }
  });

  it('of two cases for one natural key one goes on, in one transaction or in two', async () => {
    const pairs = Array.from({ length: 10 }, (_, i) => [`g${i}a`, `g${i}b`] as const);
    await Promise.all(pairs.flatMap(([a, b], i) => [open(a, people[0], 4000 + i), open(b, people[0], 4000 + i)]));
    const sent = await Promise.all(pairs.flat().map((id) => send(clerk, id, 'submit', 1)));
    expect(pairs.map((_, i) => statuses(sent.slice(2 * i, 2 * i + 2)))).toEqual(pairs.map(() => [200, 403]));
  });

  it('an opening under one id happens once', async () => {
    const who = person();
    const all = await Promise.all(Array.from({ length: 20 }, () => open('h1', who)));
    expect(new Set(all.map((one) => one.status))).toEqual(new Set([201]));
  });
});

describe('a post that is taken away while its holder’s event is on the way', () => {
  /** Takes it in a transaction that commits only when the event has been let in and waits. */
  const takenWhile = async (post: string | null, event: () => Promise<{ status: number; body: unknown }>) => {
    const taking = await test.office.pool.connect();
    try {
      await taking.query('begin');
      await taking.query(`update posts_held set until = now() where person = 'both' and ($1::text is null or post = $1)`, [post]);
      // As at a commit that takes its time.
      await taking.query('set constraints all immediate');
      const sent = event();
      await expect.poll(async () => (await taking.query(`select from pg_locks where not granted`)).rowCount, { timeout: 3000 }).toBeGreaterThan(0);
      await taking.query('commit');
      return await sent;
    } finally {
      await taking.query(`update posts_held set until = null where person = 'both'`);
      taking.release();
    }
  };

  it('counts no more: refused as if it had never been theirs, and the case stays', async () => {
    const both = await test.as('both');
    await open('i1', person(), 5000);
    await send(clerk, 'i1', 'submit', 1);
    const withoutPost = await takenWhile('town_clerk', () => send(both, 'i1', 'pass', 2));
    expect([withoutPost.status, withoutPost.body]).toEqual([409, { reason: 'not-offered' }]);
    expect((await takenWhile(null, () => send(both, 'i1', 'pass', 2))).status).toBe(404);
    expect((await takenWhile('auditor', () => send(both, 'i1', 'pass', 2))).status).toBe(200);
    expect((await takenWhile(null, () => send(both, 'i1', 'pass', 2))).status).toBe(404);
    expect((await send(both, 'i1', 'pass', 2)).headers['idempotent-replayed']).toBe('true');
    expect((await takenWhile('town_clerk', () => both.post('/api/test-crate', { id: 'i2', unit: '999901101', data: { month: '2026-10' } }))).status).toBe(409);
  });
});

describe('what an event sets off', () => {
  const crate = (id: string, by = town) => by.post('/api/test-crate', { id, unit: '999901101', data: { month: '2026-11' } });
  const sendTo = (by: Person, path: string, type: string, version: number) => by.post(`/api/${path}/events`, { id: `${type}-${version}`, type, version, data: {} });

  it('bears a box for each village and an item for each living resident', async () => {
    expect((await crate('k1')).status).toBe(201);
    const villages = test.town.units.filter(({ kind }) => kind === 'village');
    expect((await head.get('/api/test-box?filter={"parent":"k1"}&range=[0,99]')).rows.map(({ unit }) => unit)).toEqual(expect.arrayContaining(villages.map(({ id }) => id)));
    const items = await clerk.get(`/api/test-item?filter={"parent":"k1.${here}"}&range=[0,0]`);
    const active = test.town.residents.filter(({ unit, status }) => unit === here && status !== 'deceased');
    expect(items.headers['content-range']).toBe(`test-item 0-0/${active.length}`);
    expect(items.rows[0]).toMatchObject({ version: 1, state: 'pending', data: { crate: 'yes', name: expect.any(String) as string } });
  });

  it('writes their people’s names as they are, and each item follows from its box', async () => {
    const odd = ['"安\\', '𠮷\n宁', '{"$sealed":1}', "o'b%_\u0001"];
    for (const [i, name] of odd.entries()) await test.office.pool.query('update residents set name = $1 where id = $2', [name, people[i]]);
    expect((await crate('k0')).status).toBe(201);
    const items = await Promise.all(odd.map((_, i) => clerk.get(`/api/test-item/k0.${here}.${people[i] ?? ''}`)));
    expect(items.map(({ body }) => body)).toMatchObject(odd.map((name, i) => ({ subject: people[i], data: { record: people[i], name, crate: 'yes' } })));
    expect((await verifyChains(test.office)).faults).toEqual([]);
  });

  it('is refused as a whole where the id of an item is taken', async () => {
    await test.office.pool.query(`insert into cases select (c).* from (select jsonb_populate_record(c, jsonb_build_object('id', $1::text)) as c from cases c where id = $2) one`, [`k3.${here}.${people[0] ?? ''}`, `k0.${here}.${people[0] ?? ''}`]);
    expect(await crate('k3')).toMatchObject({ status: 403, body: { reason: 'blocked', why: ['id-taken'] } });
    expect((await test.office.pool.query(`delete from cases where id like 'k3%'`)).rowCount, 'only what was there before').toBe(1);
  });

  it('an item moves while its box stands open, and the box knows', async () => {
    const items = (await clerk.get(`/api/test-item?filter={"parent":"k1.${here}"}&range=[0,999]`)).rows ?? [];
    const done = await Promise.all(items.map(({ id }) => sendTo(clerk, `test-item/${String(id)}`, 'done', 1)));
    expect(new Set(done.map((one) => one.status))).toEqual(new Set([200]));
    expect((await clerk.get(`/api/test-box/k1.${here}`)).body['offers']).toEqual([{ type: 'shut' }, { type: 'jam' }]);
    await sendTo(clerk, `test-box/k1.${here}`, 'jam', 1);
    const id = String(items[0]?.['id']);
    expect((await sendTo(clerk, `test-item/${id}`, 'undo', 2)).body).toEqual({ reason: 'blocked', why: ['box-open'] });
    await sendTo(clerk, `test-box/k1.${here}`, 'open', 2);
    expect((await sendTo(clerk, `test-item/${id}`, 'undo', 2)).status).toBe(200);
  });

  it('refuses the whole where one child refuses, with the child’s reason', async () => {
    const mine = `k1.${here}`;
    const closed = await sendTo(head, 'test-crate/k1', 'close', 1);
    expect([closed.status, closed.body]).toEqual([403, { reason: 'blocked', why: ['none-pending'] }]);
    expect((await head.get('/api/test-crate/k1')).body).toMatchObject({ state: 'open', version: 1 });
    expect((await clerk.get(`/api/test-box/${mine}`)).body).toMatchObject({ state: 'open', version: 3 });
  });

  it('every case is the fold of its log, and every chain whole', async () => {
    const { cases, faults } = await verifyChains(test.office);
    expect(faults).toEqual([]);
    expect(cases).toBeGreaterThan(100);
  });

  it('remembers answers under the person who asked', async () => {
    const found = await inTransaction(test.office.pool, (tx) => findAnswers(tx, test.office.district, ['town1', 'head1'].map((who) => ({ person: who, caseId: 'k1', eventId: 'k1' }))));
    expect(found.answers.map((one) => one.person)).toEqual(['town1']);
  });
});
