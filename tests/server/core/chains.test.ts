/** Whoever changes, cuts or takes away what was logged is found; what falls due happens once, at its own moment. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDue } from '../../../server/use-cases/run-due.ts';
import { sealOffice } from '../../../server/use-cases/seal-office.ts';
import { verifyChains } from '../../../server/use-cases/verify-chains.ts';
import { NOW, openOffice } from '../support.ts';
import type { Person, TestOffice } from '../support.ts';
import { made } from './parcel.ts';
import { tampered } from './tamper.ts';

let test: TestOffice;
let clerk: Person;
let town: Person;
let admin: Person;
let [here, people]: [string, string[]] = ['', []];

const send = (by: Person, id: string, type: string, version: number, data: unknown = {}) => by.post(`/api/test-parcel/${id}/events`, { id: `${type}-${version}`, type, version, data });
const toNotice = async (id: string, i: number, note = '好') => {
  await clerk.post('/api/test-parcel', { id, unit: here, data: { person: people[i], fen: 100 + i, phone: '10012345678' } });
  await send(clerk, id, 'submit', 1, { note });
  await send(town, id, 'pass', 2);
};

beforeAll(async () => {
  test = await openOffice(made);
  clerk = await test.as('village01');
  town = await test.as('town1');
  admin = await test.as('admin');
  here = test.town.staff.find(({ id }) => id === 'village01')?.posts[0]?.unit ?? '';
  const related = new Set(test.town.relations.map(({ resident }) => resident));
  people = test.town.residents.filter(({ id, unit, status }) => unit === here && status === 'active' && !related.has(id)).map(({ id }) => id);
  for (let i = 0; i < 6; i++) await toNotice(`p${i}`, i);
  await sealOffice(test.office);
});
afterAll(() => test.close());

describe('a tampered log', () => {
  it('is none before anybody touched it', async () => {
    expect((await verifyChains(test.office)).faults).toEqual([]);
  });

  it.each([
    ['a changed actor', `update log set actor = 'village02' where case_id = 'p1' and version = 2`, 'row-changed p1@2'],
    ['a changed form', `update log set form = '{"note":"坏"}' where case_id = 'p1' and version = 2`, 'words-changed p1@2'],
    ['a row taken from the middle', `delete from log where case_id = 'p2' and version = 2`, 'row-missing p2@2'],
    ['a tail cut off', `delete from log where case_id = 'p3' and version = 3`, 'row-missing p3@3'],
    ['a tail cut off with its case set back', `delete from log where case_id = 'p3' and version = 3; update cases set version = 2, state = 'check', head_hash = (select hash from log where case_id = 'p3' and version = 2) where id = 'p3'`, 'row-missing p3@3'],
    ['a changed state', `update cases set state = 'paid' where id = 'p4'`, 'case-changed p4@3'],
    ['a changed amount', `update cases set data = data || '{"fen":9}' where id = 'p4'`, 'case-changed p4@3'],
    ['a case gone with its log', `delete from log where case_id = 'p5'; delete from cases where id = 'p5'`, 'row-missing p5@1'],
    ['a case gone', `delete from cases where id = 'p5'`, 'case-missing p5@0'],
    ['a sealed value moved to another case', `update cases set data = data || jsonb_build_object('$sealed', (select data -> '$sealed' from cases where id = 'p0')) where id = 'p1'`, 'case-changed p1@3'],
    ['a seal changed', `update office_seals set rows = rows[2:]`, 'seal-broken @1'],
  ])('%s', async (_name, statement, fault) => {
    expect(await tampered(test.office, statement)).toContain(fault);
  });

  it('is refused to whoever comes through the server', async () => {
    await expect(test.office.pool.query(`update log set actor = 'x'`)).rejects.toThrow(/append-only/);
    await expect(test.office.pool.query('delete from log')).rejects.toThrow(/append-only/);
    await expect(test.office.pool.query('truncate log')).rejects.toThrow(/append-only/);
  });
});

describe('what falls due', () => {
  it('happens at its own moment, each once, when the clock is stepped past it', async () => {
    expect((await clerk.get('/api/test-parcel/p0')).body['dueAt']).toBe('2026-11-25T15:59:59.999Z');
    expect((await admin.post('/api/clock', { now: '2026-11-30T01:00:00.000Z' })).status).toBe(200);
    const log = (await clerk.get('/api/test-parcel/p0/log')).rows.at(-1);
    expect(log).toMatchObject({ version: 4, type: 'expire', to: 'signing', at: '2026-11-25T15:59:59.999Z', actor: 'clock', name: null });
    await Promise.all([runDue(test.office, '2026-12-01T00:00:00.000Z'), runDue(test.office, '2026-12-01T00:00:00.000Z')]);
    expect((await clerk.get('/api/test-parcel/p0')).body['version']).toBe(4);
    expect((await admin.post('/api/clock', { now: NOW })).status).toBe(422);
  });

  it('stays due where a rule refuses it, and is asked again with the next event', async () => {
    await toNotice('q1', 8, '');
    await admin.post('/api/clock', { now: '2026-12-10T01:00:00.000Z' });
    const waiting = await clerk.get('/api/test-parcel/q1');
    expect(waiting?.body).toMatchObject({ state: 'notice', version: 3, dueAt: '2026-12-02T15:59:59.999Z' });
    expect((await send(clerk, 'q1', 'remark', 3, { note: '' })).body).toMatchObject({ state: 'notice', version: 4 });
    expect((await send(clerk, 'q1', 'remark', 4, { note: '已贴' })).body).toMatchObject({ state: 'signing', version: 6 });
  });

  it('goes on with the others where one case cannot be judged', async () => {
    await toNotice('r1', 9);
    await toNotice('r2', 10);
    await test.office.db.updateTable('cases').set({ memory: JSON.stringify({ round: 1, entry: 1, term: { state: 'notice', sends: 'expire', dueAt: '2026-12-14T15:59:59.999Z', fired: false } }) }).where('id', '=', 'r1').execute();
    await admin.post('/api/clock', { now: '2026-12-20T01:00:00.000Z' });
    expect((await clerk.get('/api/test-parcel/r2')).body['state']).toBe('signing');
  });
});
