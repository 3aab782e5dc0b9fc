/** A substitute's sight, and a head's sitting: what is seen for others is bounded everywhere alike, and nothing flagged is signed with the rest. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workflows } from '../../workflows/index.ts';
import { addDays, dayOf } from '../../workflows/office/working-days.ts';
import type { Client } from '../doors/http.ts';
import { claims, MONDAY, storyTown, TOWN, village } from '../stories/cast.ts';
import { listeningOffice, type Listening } from './listening-office.ts';

const CLAIM = 'benefit-claim';
const TODAY = dayOf(MONDAY);
type Row = { readonly id: string };
type Item = { readonly case: string; readonly title: string; readonly result: string | null; readonly flags: readonly { readonly code: string }[]; readonly why: readonly string[] };
type Sitting = { readonly items: readonly Item[] };
let office: Listening;
let clerk: Client;
let substitute: Client;
let head: Client;
let other: Client;

const absent = (who: string, post: string, by: string, until: number, process = CLAIM) => ({ absent: who, post, substitute: by, from: TODAY, until: addDays(TODAY, until), workflows: [process] });
const file = async (by: Client, id: string, data: object): Promise<void> => expect((await by.send('POST', '/api/absence', { id, unit: TOWN, data })).status).toBe(201);
const event = (by: Client, path: string, id: string, type: string, data: object, version: number) => by.send<Row>('POST', `/api/${path}/events`, { id, type, data, version });

beforeAll(async () => {
  office = await listeningOffice(workflows, MONDAY, storyTown());
  [clerk, substitute, head, other] = await Promise.all(['village03', 'village01', 'head1', 'head2'].map((name) => office.door.as(name)) as [Promise<Client>, Promise<Client>, Promise<Client>, Promise<Client>]);
  for (const [id, n, by, v] of [['claim-3', 0, clerk, 3], ['claim-1', 1, substitute, 1]] as const) {
    const { status } = await by.send('POST', `/api/${CLAIM}`, { id, unit: village(v), data: claims('quota-return-award', n)(MONDAY) });
    if (status !== 201) throw new Error(`${id} was not opened: ${status}`);
  }
});
afterAll(() => office.close());

const sees = async (who: Client) => ({
  list: (await who.list(CLAIM, {}, [0, 24])).map(({ id }) => id).sort(),
  found: (await who.send<Row[]>('POST', `/api/${CLAIM}/search`, { filter: { q: 'claim' } })).body.map(({ id }) => id).sort(),
  one: (await who.get(`/api/${CLAIM}/claim-3`)).status,
  log: (await who.get(`/api/${CLAIM}/claim-3/log`)).status,
  many: (await who.send<{ total: number }>('POST', `/api/${CLAIM}/events`, { id: `many-${Math.random()}`, type: 'withdraw', data: {}, filter: {}, dryRun: true })).body.total,
  export: (await who.send('POST', `/api/${CLAIM}/export`, { format: 'csv', reason: '核对本村申请' })).status,
  other: (await who.get('/api/payment-batch?range=[0,9]')).status,
  register: (await who.list('residents', { unit: village(3) }, [0, 9])).length,
  posts: (await who.get<{ user: { standsFor?: object[] } }>('/api/session')).body.user.standsFor?.length ?? 0,
});
const OWN = { list: ['claim-1'], found: ['claim-1'], one: 404, log: 404, many: 1, export: 200, other: 200, register: 0, posts: 0 };

test('a substitute sees on list, search, count, log, bulk and export what the post shows, in that process, while it lasts', async () => {
  expect(await sees(substitute)).toEqual(OWN);
  await file(head, 'away-1', absent('village03', 'village_clerk', 'village01', 1));
  expect(await sees(substitute)).toEqual(OWN);
  expect((await event(other, 'absence/away-1', 'e1', 'confirm', { opinion: '同意。' }, 1)).status).toBe(200);
  expect(await sees(substitute)).toEqual({ ...OWN, list: ['claim-1', 'claim-3'], found: ['claim-1', 'claim-3'], one: 200, log: 200, many: 2, posts: 1 });
  const waiting = (await substitute.get<(Row & { behalf: string | null })[]>('/api/inbox?range=[0,24]')).body.filter(({ id }) => id.startsWith('claim-'));
  expect(Object.fromEntries(waiting.map(({ id, behalf }) => [id, behalf !== null]))).toEqual({ 'claim-1': false, 'claim-3': true });
  expect((await event(head, 'absence/away-1', 'e2', 'revoke', { ground: '提前返岗。' }, 2)).status).toBe(200);
  expect(await sees(substitute)).toEqual(OWN);
});

test('a sitting asks for the password, signs what is clean, leaves what is flagged, and says why', async () => {
  for (const [i, who] of ['town1', 'town2', 'town3'].entries()) await file(await office.door.as(who), `clean-${i}`, absent(who, 'town_clerk', 'town4', 3));
  await file(await office.door.as('reviewer1'), 'long-1', absent('reviewer1', 'reviewer', 'reviewer2', 60));
  expect((await head.send('POST', '/api/sittings', { id: 'sit-1', password: 'no such' })).status).toBe(422);
  expect((await head.get('/api/sittings/sit-1')).status).toBe(404);
  const begun = await head.send<Sitting>('POST', '/api/sittings', { id: 'sit-1', password: 'demo-2026' });
  expect(begun).toMatchObject({ status: 201, body: { id: 'sit-1' } });
  expect(Object.fromEntries(begun.body.items.map((item) => [item.case, item.flags.map(({ code }) => code)]))).toEqual({ 'clean-0': [], 'clean-1': [], 'clean-2': [], 'long-1': ['long'] });
  expect((await other.get('/api/sittings/sit-1')).status).toBe(404);
  const { rows: [before] } = await sql<{ n: number }>`select count(*)::int as n from log where type = 'confirm'`.execute(office.office.db);

  const signed = await head.send<Sitting>('POST', '/api/sittings/sit-1/sign', { clean: true, forms: { 'absence.filed': { opinion: '同意。' } } });
  expect(Object.fromEntries(signed.body.items.map((item) => [item.case, item.result]))).toEqual({ 'clean-0': 'signed', 'clean-1': 'signed', 'clean-2': 'signed', 'long-1': null });
  const again = await head.send<Sitting>('POST', '/api/sittings/sit-1/sign', { clean: true, forms: { 'absence.filed': { opinion: '同意。' } } });
  expect(again.body).toEqual(signed.body);
  const { rows: [after] } = await sql<{ n: number }>`select count(*)::int as n from log where type = 'confirm'`.execute(office.office.db);
  expect((after?.n ?? 0) - (before?.n ?? 0)).toBe(3);

  expect((await head.send('POST', '/api/sittings/sit-1/sign', { case: 'long-1', act: 'sign', version: 9, data: { opinion: '同意。' } })).status).toBe(409);
  await sql`update sittings set confirmed_at = now() - interval '31 minutes' where id = 'sit-1'`.execute(office.office.db);
  const one = { case: 'long-1', act: 'back', version: 1, data: { ground: '时间过长，请分次登记。' } };
  expect(await head.send('POST', '/api/sittings/sit-1/sign', one)).toMatchObject({ status: 403, body: { reason: 'confirm-again' } });
  expect((await head.send('POST', '/api/sittings/sit-1/confirm', { password: 'demo-2026' })).status).toBe(200);
  expect((await head.send<Sitting>('POST', '/api/sittings/sit-1/sign', one)).body.items.find((item) => item.case === 'long-1')?.result).toBe('sentBack');
});

test('a wrong password begins no sitting and confirms none, neither at once nor after its answer', async () => {
  const AFTER_THE_ANSWER_MS = 300;
  const minutes = async (): Promise<number> => (await sql<{ n: number }>`select (extract(epoch from now() - confirmed_at) / 60)::int as n from sittings where id = 'sit-1'`.execute(office.office.db)).rows[0]?.n ?? 0;
  await sql`update sittings set confirmed_at = now() - interval '31 minutes' where id = 'sit-1'`.execute(office.office.db);
  expect((await head.send('POST', '/api/sittings', { id: 'sit-wrong', password: 'no such' })).status).toBe(422);
  expect((await head.send('POST', '/api/sittings/sit-1/confirm', { password: 'no such' })).status).toBe(422);
  await sleep(AFTER_THE_ANSWER_MS);
  expect((await head.get('/api/sittings/sit-wrong')).status).toBe(404);
  expect(await minutes()).toBe(31);
});

test('phrases are one’s own, and hold no identity number', async () => {
  expect((await head.get<{ office: string[] }>('/api/phrases')).body.office).toContain('同意。');
  expect((await head.send('PUT', '/api/phrases', { own: ['请抓紧办理。'] })).status).toBe(200);
  expect((await head.send('PUT', '/api/phrases', { own: ['110101199003078515'] })).status).toBe(422);
  expect([(await head.get<{ own: string[] }>('/api/phrases')).body.own, (await other.get<{ own: string[] }>('/api/phrases')).body.own]).toEqual([['请抓紧办理。'], []]);
  const { rows } = await sql<{ sealed: string }>`select sealed from phrases`.execute(office.office.db);
  expect(rows.map(({ sealed }) => sealed.includes('抓紧'))).toEqual([false]);
});
