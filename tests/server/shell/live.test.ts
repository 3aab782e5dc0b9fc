/** A stream hears that its own worklist changed, soon, and nothing else; it ends with its session. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTown } from '../../../workflows/office/demo-town/make-town.ts';
import type { Client } from '../../doors/http.ts';
import { listeningOffice } from '../listening-office.ts';
import type { Listening } from '../listening-office.ts';
import { NOW } from '../support.ts';
import { slip } from '../bulk/slip.ts';
import { openStream } from '../../tools/stream.ts';
import type { Heard } from '../../tools/stream.ts';

const HERE = '999901101001';
const SOON_MS = 2_000;

let office: Listening;
let clerk: Client;
/** Keeps the connection to the news open, so that no later stream is told that it may have missed something. */
let first: Heard;
beforeAll(async () => {
  office = await listeningOffice([slip], NOW, makeTown({ scale: 'small' }));
  clerk = await office.door.as('village01');
  first = await openStream(office.door.base, 'auditor');
  await first.changed(1, SOON_MS);
});
afterAll(async () => {
  first.hangUp();
  await office.close();
});

const open = async (id: string, by = clerk): Promise<void> => {
  const { status, body } = await by.send('POST', '/api/test-slip', { id, unit: HERE, data: { kind: 'plain' } });
  expect(status, JSON.stringify(body)).toBe(201);
};
const stamp = (id: string) => office.door.as('town1').then((town) => town.send('POST', `/api/test-slip/${id}/events`, { id: `${id}-stamp`, type: 'stamp', data: { note: '已核对' }, version: 1 }));

test('hears within two seconds that a case came to it, and that it went; elsewhere nothing is heard', async () => {
  const [town, village, elsewhere] = await Promise.all(['town2', 'village01', 'village02'].map((person) => openStream(office.door.base, person)));
  await open('came');
  await Promise.all([town?.changed(1, SOON_MS), village?.changed(1, SOON_MS)]);
  expect((await stamp('came')).status).toBe(200);
  await town?.changed(2, SOON_MS);
  await sleep(300);
  expect(elsewhere?.text()).not.toContain('inbox');
  expect(first.count()).toBe(1);
  expect(town?.text()).not.toMatch(/came|test-slip|999901/);
  for (const one of [town, village, elsewhere]) one?.hangUp();
});

test('hears of many changes at once once a second, and of a refused one never', async () => {
  await sleep(1_200);
  const town = await openStream(office.door.base, 'town2');
  for (let n = 0; n < 30; n += 1) await open(`many-${n}`);
  await town.changed(1, SOON_MS);
  await sleep(1_500);
  expect(town.count()).toBeLessThanOrEqual(3);
  const before = town.count();
  expect((await stamp('nowhere')).status).toBe(404);
  expect((await clerk.send('POST', '/api/test-slip/many-0/events', { id: 'own', type: 'stamp', data: { note: '已核对' }, version: 1 })).status).toBe(403);
  await sleep(1_300);
  expect(town.count()).toBe(before);
  town.hangUp();
});

test('is open to nobody without a session, ends at once when its person signs out, and with a session that ended elsewhere says nothing more', async () => {
  expect((await office.door.nobody().get('/api/live')).status).toBe(401);
  const out = await openStream(office.door.base, 'town3');
  const elsewhere = await openStream(office.door.base, 'town4');
  expect((await fetch(`${office.door.base}/api/session`, { method: 'DELETE', headers: { cookie: out.cookie } })).status).toBe(200);
  await out.over(SOON_MS);
  await sql`delete from sessions where person = 'town4'`.execute(office.office.db);
  await open('after');
  await elsewhere.over(SOON_MS);
  expect(elsewhere.count()).toBe(0);
});

test('keeps no session alive, and a person has twelve at most', async () => {
  const town = await openStream(office.door.base, 'town2');
  await sql`update sessions set seen_at = now() - interval '29 minutes' where person = 'town2'`.execute(office.office.db);
  await open('idle');
  await town.changed(1, SOON_MS);
  const { rows: [seen] } = await sql<{ old: boolean }>`select max(seen_at) < now() - interval '28 minutes' as old from sessions where person = 'town2'`.execute(office.office.db);
  expect(seen?.old).toBe(true);
  town.hangUp();
  const many = await Promise.all(Array.from({ length: 12 }, () => openStream(office.door.base, 'village03')));
  expect((await (await office.door.as('village03')).get('/api/live')).status).toBe(429);
  many[0]?.hangUp();
  await expect.poll(async () => (await openStream(office.door.base, 'village03').then((one) => (one.hangUp(), 200), () => 429)), { timeout: SOON_MS }).toBe(200);
  for (const one of many) one.hangUp();
});

test('hears again after its connection to the database was lost', async () => {
  const town = await openStream(office.door.base, 'town2');
  const { rows } = await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'casework-news' and datname = current_database()`.execute(office.office.db);
  expect(rows).toHaveLength(1);
  await town.changed(1, 6_000);
  await open('again');
  await town.changed(2, SOON_MS);
  town.hangUp();
});
