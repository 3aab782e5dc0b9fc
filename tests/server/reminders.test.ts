/** Urging, being told, the daily digest: what somebody hears of a case, and what never leaves the office. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTown } from '../../workflows/office/demo-town/make-town.ts';
import type { Client } from '../doors/http.ts';
import { openStream } from '../tools/stream.ts';
import { slip } from './bulk/slip.ts';
import { listeningOffice } from './listening-office.ts';
import type { Listening } from './listening-office.ts';
import { NOW } from './support.ts';

const HERE = '999901101001';
const SOON_MS = 2_000;
type Urges = { readonly urges: readonly { readonly id: string; readonly name: string; readonly words: string | null; readonly posts: readonly string[] }[]; readonly why: string | null; readonly from: string | null };
type Row = { readonly id: string; readonly urged: { readonly name: string; readonly at: string } | null };

let office: Listening;
let clerk: Client;
let town: Client;
let head: Client;
let reviewer: Client;
beforeAll(async () => {
  office = await listeningOffice([{ ...slip, readers: ['town_head'] }], NOW, makeTown({ scale: 'small' }));
  [clerk, town, head, reviewer] = await Promise.all(['village01', 'town1', 'head1', 'reviewer1'].map((name) => office.door.as(name)) as [Promise<Client>, Promise<Client>, Promise<Client>, Promise<Client>]);
});
afterAll(() => office.close());

const open = async (id: string): Promise<void> => expect((await clerk.send('POST', '/api/test-slip', { id, unit: HERE, data: { kind: 'plain' } })).status).toBe(201);
const urge = (by: Client, id: string, body: unknown) => by.send<{ from: string; why: string[] }>('POST', `/api/test-slip/${id}/urges`, body);
const inbox = async (by: Client): Promise<Row[]> => (await by.get<Row[]>('/api/inbox?range=[0,24]')).body;
const step = async (now: string): Promise<void> => expect((await (await office.door.as('admin')).send('POST', '/api/clock', { now })).status).toBe(200);

describe('urging', () => {
  test('stands in the case and on the rows of those it waits for, who hear of it at once, before others that are due as soon', async () => {
    for (const id of ['a1', 'a2', 'a3']) await open(id);
    const heard = await openStream(office.door.base, 'town2');
    await heard.changed(1, SOON_MS);
    const { status, body } = await urge(clerk, 'a2', { id: 'u1', words: '申请人已两次来问' });
    expect([status, body.from]).toEqual([201, '2026-11-23T05:00:00.000Z']);
    await heard.changed(2, SOON_MS);
    heard.hangUp();
    expect((await inbox(town)).map(({ id, urged }) => [id, urged?.at ?? null])).toEqual([['a2', NOW], ['a1', null], ['a3', null]]);
    expect((await town.list<Row>('inbox', { urged: true })).map(({ id }) => id)).toEqual(['a2']);
    expect((await town.get<{ urged: number }[]>('/api/inbox/summary')).body[0]?.urged).toBe(1);
    expect((await clerk.get<Urges>('/api/test-slip/a2/urges')).body).toMatchObject({ urges: [{ id: 'u1', words: '申请人已两次来问', posts: ['town_clerk', 'village_clerk'] }], why: 'urged-recently', from: '2026-11-23T05:00:00.000Z' });
  });

  test('answers in the contract’s order', async () => {
    await open('b1');
    expect((await urge(office.door.nobody(), 'b1', { id: 'x' })).status).toBe(401);
    expect((await urge(await office.door.as('village02'), 'b1', { id: 'x' })).status).toBe(404);
    expect((await urge(clerk, 'nowhere', { id: 'x' })).status).toBe(404);
    expect((await urge(clerk, 'b1', { id: 'x', loud: true })).status).toBe(400);
    expect(await urge(reviewer, 'b1', { id: 'x' })).toMatchObject({ status: 409, body: { reason: 'not-offered' } });
    expect(await urge(town, 'b1', { id: 'x' })).toMatchObject({ status: 403, body: { reason: 'blocked', why: ['waits-for-you'], from: null } });
    expect((await urge(clerk, 'b1', { id: 'x', words: '电话 10012345678' })).status).toBe(422);
    expect((await urge(clerk, 'b1', { id: 'x', words: '请尽快' })).status).toBe(201);
    const again = await urge(clerk, 'b1', { id: 'x', words: '请尽快' });
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    expect(await urge(clerk, 'b1', { id: 'x' })).toMatchObject({ status: 422, body: { reason: 'id-reused' } });
    expect(await urge(head, 'b1', { id: 'x' })).toMatchObject({ status: 403, body: { why: ['urged-recently'], from: '2026-11-23T05:00:00.000Z' } });
  });

  test('happens once where two do it at once, and again after four hours; who did it can’t be changed', async () => {
    await open('c1');
    const both = await Promise.all([urge(clerk, 'c1', { id: 'one' }), urge(head, 'c1', { id: 'two' })]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 403]);
    await step('2026-11-23T05:00:00.000Z');
    expect((await urge(head, 'c1', { id: 'three' })).status).toBe(201);
    await expect(sql`update urges set person_name = 'x'`.execute(office.office.db)).rejects.toThrow(/append-only/);
  });

  test('is over once the case moved on; then it waits for nobody who could be urged, or the mark is gone', async () => {
    await open('d1');
    expect((await urge(clerk, 'd1', { id: 'u' })).status).toBe(201);
    expect((await town.send('POST', '/api/test-slip/d1/events', { id: 's', type: 'stamp', data: { note: '已核对' }, version: 1 })).status).toBe(200);
    await step('2026-11-23T06:00:00.000Z');
    expect((await reviewer.send('POST', '/api/test-slip/d1/events', { id: 'r', type: 'reopen', data: {}, version: 2 })).status).toBe(200);
    expect((await inbox(town)).find(({ id }) => id === 'd1')?.urged).toBeNull();
  });
});
