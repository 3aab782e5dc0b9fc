/** Urging, being told, the daily digest: what somebody hears of a case, and what never leaves the office. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTown } from '../../workflows/office/demo-town/make-town.ts';
import { MOST_TRIES } from '../../server/jobs/messages.ts';
import { fileSink } from '../../server/messages/file-sink.ts';
import { Unsent } from '../../server/messages/sender.ts';
import type { Senders } from '../../server/messages/sender.ts';
import { sealedPlaces } from '../../server/store/sealed-places.ts';
import { sendMessage } from '../../server/use-cases/send-message.ts';
import { writeDigests } from '../../server/use-cases/write-digests.ts';
import type { Client } from '../doors/http.ts';
import { openStream } from '../tools/stream.ts';
import { temporaryFolder } from '../tools/folders.ts';
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

describe('notifications', () => {
  type Told = { readonly key: string; readonly kind: string; readonly id: string; readonly name: string | null; readonly event: string | null; readonly state: string; readonly seen: boolean };
  const told = async (by: Client, id: string) => (await by.get<Told[]>('/api/notifications')).body.filter((one) => one.id === id);
  const unread = async (by: Client): Promise<number> => (await by.get<{ unread: number }>('/api/notifications/summary')).body.unread;

  test('tell of an urging until it is read, and the next one anew', async () => {
    await open('n1');
    const before = await unread(town);
    await urge(clerk, 'n1', { id: 'u' });
    expect(await told(town, 'n1')).toMatchObject([{ kind: 'urged', name: expect.any(String) as string, seen: false }]);
    expect(await unread(town)).toBe(before + 1);
    const [one] = await told(town, 'n1');
    expect((await town.send('POST', '/api/notifications/seen', { keys: [one?.key, 'urged/elsewhere/now'] })).body).toEqual({ unread: before });
    expect(await told(town, 'n1')).toMatchObject([{ seen: true }]);
    expect(await told(await office.door.as('town2'), 'n1')).toMatchObject([{ seen: false }]);
    expect((await sql<{ n: number }>`select count(*)::int as n from notifications_seen`.execute(office.office.db)).rows).toEqual([{ n: 1 }]);
    expect((await office.door.nobody().get('/api/notifications')).status).toBe(401);
    expect((await town.send('POST', '/api/notifications/seen', { keys: 'all' })).status).toBe(400);
  });

  test('tell who opened a case what somebody else made of it, at once, and nobody else', async () => {
    await open('n2');
    const heard = await openStream(office.door.base, 'village01');
    expect((await town.send('POST', '/api/test-slip/n2/events', { id: 's', type: 'stamp', data: { note: '已核对' }, version: 1 })).status).toBe(200);
    await expect.poll(async () => told(clerk, 'n2'), { timeout: 8_000 }).toMatchObject([{ kind: 'decided', event: 'stamp', state: 'stamped', name: expect.any(String) as string }]);
    await heard.changed(1, SOON_MS);
    heard.hangUp();
    expect((await told(town, 'n2')).filter(({ kind }) => kind === 'decided')).toEqual([]);
  });
});

describe('the daily digest', () => {
  const lines = (): { id: string; to: string; subject: string; words: string }[] => readdirSync(sink.path).flatMap((name) => readFileSync(join(sink.path, name), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { id: string; to: string; subject: string; words: string }));
  const queued = async (): Promise<number> => (await sql<{ n: number }>`select count(*)::int as n from pgboss.job where name = 'message'`.execute(office.office.db)).rows[0]?.n ?? 0;
  const waiting = async (): Promise<string[]> => (await sql<{ id: string }>`select id from messages where state = 'waiting' order by id`.execute(office.office.db)).rows.map(({ id }) => id);
  const send = async (senders: Senders): Promise<void> => {
    for (const id of await waiting()) await sendMessage(office.office, senders, id).catch(() => undefined);
  };
  const broken: Senders = { mail: () => Promise.reject(new Error('no')), sms: () => Promise.reject(new Unsent('HTTP_500')) };
  let sink: ReturnType<typeof temporaryFolder>;
  let into: Senders;
  beforeAll(() => {
    sink = temporaryFolder();
    into = { mail: fileSink(sink.path), sms: fileSink(sink.path) };
  });
  afterAll(() => sink.remove());

  test('is wanted by a tick of one’s own; address and telephone are sealed, and come back masked', async () => {
    expect((await town.get('/api/notifications/settings')).body).toEqual({ mail: false, mailAddress: null, sms: false, phone: null });
    const put = (body: unknown) => town.send<{ errors?: Record<string, string> }>('PUT', '/api/notifications/settings', body);
    expect(Object.keys((await put({ mail: true, sms: true, phone: '12345' })).body.errors ?? {})).toEqual(['mailAddress', 'phone']);
    expect((await put({ mail: true, sms: false, mailAddress: { masked: 'w***@example.cn' } })).status).toBe(422);
    expect((await put({ mail: true, sms: false, mailAddress: 'wang@example.cn', extra: 1 })).status).toBe(400);
    expect((await put({ mail: true, sms: true, mailAddress: 'wang@example.cn', phone: '100 1234 5678' })).body).toEqual({ mail: true, mailAddress: { masked: 'w***@example.cn' }, sms: true, phone: { masked: '100****5678' } });
    expect((await put({ mail: true, sms: false })).body).toMatchObject({ mailAddress: { masked: 'w***@example.cn' }, sms: false, phone: { masked: '100****5678' } });
    expect((await put({ mail: true, sms: true })).status).toBe(200);
    expect(JSON.stringify((await sql`select * from reach`.execute(office.office.db)).rows)).not.toMatch(/wang@|10012345678/);
  });

  test('is written once a working day for each way, to whoever ticked it and nobody else, with numbers of cases alone', async () => {
    await open('late-1');
    await urge(clerk, 'late-1', { id: 'u', words: '请尽快' });
    expect(await writeDigests(office.office, 8)).toBe(2);
    expect(await writeDigests(office.office, 8)).toBe(0);
    expect(await queued()).toBe(2);
    await send(into);
    const [mail, sms] = lines().toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect([mail?.id, mail?.to, sms?.to]).toEqual(['digest.2026-11-23.town1.mail', 'wang@example.cn', '10012345678']);
    expect(mail?.subject).toMatch(/^【乡镇事务台】待办 \d+ 件，被催办 \d+ 件$/);
    expect(`${mail?.words}${sms?.words}`).not.toMatch(/plain|请尽快|林/);
    expect(JSON.stringify((await sql`select * from messages`.execute(office.office.db)).rows)).not.toMatch(/wang@|10012345678/);
  });

  test('sent twice stands in the file once, though the server died before it could say so', async () => {
    await sql`update messages set state = 'waiting', ended_at = null`.execute(office.office.db);
    await send(into);
    expect(lines()).toHaveLength(2);
    expect(await waiting()).toEqual([]);
  });

  test('is not written on a day off, and is given up after some tries, which its administrator sees and may try again', async () => {
    await step('2026-11-28T02:00:00.000Z');
    expect(await writeDigests(office.office, 8)).toBe(0);
    await step('2026-11-30T02:00:00.000Z');
    expect(await writeDigests(office.office, 8)).toBe(2);
    for (let n = 0; n < MOST_TRIES; n += 1) await send(broken);
    const admin = await office.door.as('admin');
    expect((await town.get('/api/messages')).status).toBe(403);
    const failed = (await admin.get<{ id: string; state: string; why: string; tries: number }[]>('/api/messages')).body.filter(({ state }) => state === 'failed');
    expect(failed.map(({ id, why, tries }) => [id, why, tries]).toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))).toEqual([['digest.2026-11-30.town1.mail', 'failed', MOST_TRIES], ['digest.2026-11-30.town1.sms', 'HTTP_500', MOST_TRIES]]);
    expect(JSON.stringify(failed)).not.toMatch(/wang@|100\d{8}|100\*{4}/);
    expect((await admin.send('POST', '/api/messages/digest.2026-11-30.town1.sms/again', {})).status).toBe(202);
    expect((await admin.send('POST', '/api/messages/digest.2026-11-30.town1.sms/again', {})).status).toBe(404);
    await send(into);
    expect(lines()).toHaveLength(3);
  });

  test('opens under new keys as under the old ones', async () => {
    for (const place of sealedPlaces.filter(({ table }) => ['reach', 'messages'].includes(table))) {
      const { rows } = await sql<Record<string, string>>`select * from ${sql.ref(place.table)} limit 1`.execute(office.office.db);
      expect(rows).toHaveLength(1);
      for (const row of rows) expect(place.sealAnew(office.office.keys, office.office.district, row)).toMatchObject(Object.fromEntries(Object.keys(place.sealAnew(office.office.keys, office.office.district, row)).map((column) => [column, row[column]])));
    }
  });
});
