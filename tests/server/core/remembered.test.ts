/** Events by people who are known from an earlier request: nothing that changed since goes unnoticed. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openSession } from '../../../server/store/people-sessions.ts';
import { sendEvent } from '../../../server/use-cases/send-events.ts';
import { whoAsks, whoSends } from '../../../server/use-cases/who-asks.ts';
import { openOffice } from '../support.ts';
import type { Person, TestOffice } from '../support.ts';
import { made, parcel } from './parcel.ts';

let test: TestOffice;
let clerk: Person;
let here = '';
let people: string[] = [];

beforeAll(async () => {
  const staff = Array.from({ length: 9 }, (_, i) => ({ id: `desk${i}`, name: `柜台${i}`, posts: [{ post: 'town_clerk', unit: '999901101' }] }));
  test = await openOffice(made, (given) => ({ ...given, staff: [...given.staff, ...staff] }));
  clerk = await test.as('village01');
  here = test.town.staff.find(({ id }) => id === 'village01')?.posts[0]?.unit ?? '';
  const related = new Set(test.town.relations.map(({ resident }) => resident));
  people = test.town.residents.filter(({ id, unit, status }) => unit === here && status === 'active' && !related.has(id)).map(({ id }) => id);
});
afterAll(() => test.close());
afterEach(() => vi.restoreAllMocks());

let opened = 0;
/** A case that waits for the town. */
const submitted = async (): Promise<string> => {
  const id = `r${opened}`;
  await clerk.post('/api/test-parcel', { id, unit: here, data: { person: people[opened++], fen: 100, phone: '10012345678', address: '柳岸社区1组' } });
  await clerk.post(`/api/test-parcel/${id}/events`, { id: `${id}-1`, type: 'submit', version: 1, data: {} });
  return id;
};
const pass = (by: Person, id: string, eventId = 'pass') => by.post(`/api/test-parcel/${id}/events`, { id: eventId, type: 'pass', version: 2, data: {} });
const elsewhere = (text: string, ...values: unknown[]) => test.office.pool.query(text, values);

const asked = (spy: { readonly mock: { readonly calls: readonly (readonly unknown[])[] } }): number =>
  spy.mock.calls.filter(([first]) => typeof first === 'object' && first !== null && 'name' in first && first.name === 'find-sessions').length;

describe('who is known from an earlier request', () => {
  it('is not asked for by an event, and is by everything else', async () => {
    const by = await test.as('desk0');
    await by.get('/api/session');
    const id = await submitted();
    const spy = vi.spyOn(test.office.pool, 'query');
    expect((await pass(by, id)).status).toBe(200);
    expect(asked(spy)).toBe(0);
    await by.get(`/api/test-parcel/${id}`);
    expect(asked(spy)).toBe(1);
  });

  it.each([
    ['desk1', 'signed out elsewhere', `delete from sessions where person = $1`, 401],
    ['desk2', 'whose account was closed', `update people set disabled = true where id = $1`, 401],
    ['desk3', 'whose session is twelve hours old', `update sessions set made_at = now() - interval '13 hours' where person = $1`, 401],
    ['desk4', 'who was idle for half an hour', `update sessions set seen_at = now() - interval '31 minutes' where person = $1`, 401],
    ['desk5', 'whose post was taken', `update posts_held set until = now() where person = $1`, 404],
    ['desk6', 'whose town covers the village no more', `delete from unit_closure where ancestor = '999901101' and descendant <> ancestor and $1 <> ''`, 404],
  ])('%s, %s, sends nothing more', async (name, _what, change, status) => {
    const by = await test.as(name);
    await by.get('/api/session');
    const id = await submitted();
    const kept = (await elsewhere('select * from unit_closure')).rows as Record<string, string>[];
    await elsewhere(change, name);
    expect((await pass(by, id)).status).toBe(status);
    expect((await elsewhere('select state, version from cases where id = $1', id)).rows).toEqual([{ state: 'check', version: 2 }]);
    for (const { district, ancestor, descendant } of kept) await elsewhere('insert into unit_closure values ($1, $2, $3) on conflict do nothing', district, ancestor, descendant);
  });

  it('acts in a post given a moment ago', async () => {
    const by = await test.as('auditor');
    await by.get('/api/session');
    const id = await submitted();
    expect((await pass(by, id, 'early')).status).toBe(409);
    await elsewhere(`insert into posts_held (district, person, post, unit, since) select district, 'auditor', 'town_clerk', '999901101', now() from people where id = 'auditor'`);
    expect((await pass(by, id)).status).toBe(200);
  });

  it('acts at the hour that the office’s clock was turned to', async () => {
    const by = await test.as('desk7');
    await by.get('/api/session');
    const id = await submitted();
    await elsewhere(`update clock set now = now + interval '1 hour'`);
    expect((await pass(by, id)).status).toBe(200);
    expect((await elsewhere('select at = (select now from clock) as now from log where case_id = $1 and version = 3', id)).rows).toEqual([{ now: true }]);
  });

  it('whoever was asked for a moment ago acts only in the posts left to them', async () => {
    const { office } = test;
    await elsewhere(`insert into posts_held (district, person, post, unit, since) select district, 'desk0', 'auditor', '999901101', now() from people where id = 'desk0'`);
    const secret = await openSession(office.db, office.district, 'desk0');
    const asker = await whoAsks(office, secret, Date.now());
    if (!asker) throw new Error('nobody was let in');
    const id = await submitted();
    const passing = () => sendEvent(office, { asker, workflow: parcel, caseId: id, opening: false, body: { id: 'pass', type: 'pass', version: 2, data: {} } });
    await elsewhere(`update posts_held set until = now() where person = 'desk0' and post = 'town_clerk'`);
    expect(await passing()).toEqual({ done: false, reason: 'not-offered' });
    await elsewhere(`update posts_held set until = now() where person = 'desk0'`);
    expect(await passing()).toEqual({ done: false, reason: 'absent' });
    await elsewhere(`update posts_held set until = null where person = 'desk0'`);
    expect(await passing()).toMatchObject({ done: true, status: 200 });
  });

  it('is remembered for half a minute, never longer than the session lasts', async () => {
    const { office } = test;
    const now = Date.now();
    const secret = await openSession(office.db, office.district, 'desk8');
    expect(await whoSends(office, secret, now)).not.toHaveProperty('remembered');
    expect(await whoSends(office, secret, now + 29_000)).toHaveProperty('remembered', true);
    expect(await whoSends(office, secret, now + 31_000)).not.toHaveProperty('remembered');
    await elsewhere(`update sessions set made_at = now() - interval '11 hours 59 minutes 50 seconds' where person = 'desk8'`);
    await whoAsks(office, secret, now);
    expect(await whoSends(office, secret, now + 9_000)).toHaveProperty('remembered', true);
    expect(await whoSends(office, secret, now + 11_000)).not.toHaveProperty('remembered');
  });
});
