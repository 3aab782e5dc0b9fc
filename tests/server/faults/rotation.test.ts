/** New keys while the office works, killed in the middle: nobody meets a value that does not open, nothing is left under an old key, and nothing personal stands in the open. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { loadKeys } from '../../../server/keys/keys.ts';
import type { Office } from '../../../server/office.ts';
import { startPrivatePostgres } from '../../../server/private-postgres/start.ts';
import { connect } from '../../../server/store/connection.ts';
import { verifyChains } from '../../../server/use-cases/verify-chains.ts';
import { workflows } from '../../../workflows/index.ts';
import { makeTown } from '../../../workflows/office/demo-town/make-town.ts';
import { openMonth } from '../../bulk/month.ts';
import { dayOf } from '../../../workflows/office/working-days.ts';
import { httpDoor } from '../../doors/http.ts';
import type { Client } from '../../doors/http.ts';
import { officeProcess } from '../../faults/office-process.ts';
import { plainInFiles, plainInTables } from '../../faults/plain-text.ts';
import { csvText } from '../../imports/files.ts';
import { temporaryFolder } from '../../tools/folders.ts';
import { copyTold } from '../../tools/told-town.ts';

type Rotation = { readonly id: string; readonly walked: number; readonly total: number; readonly sealedAnew: number; readonly endedAt: string | null };
const KNOWN = 200;
const VILLAGE = '999901101003';
/** Villages of whose records many are marked at once meanwhile: some two thousand records, more than the rotation waits for. */
const MARKED = 6;
/** Stands in the open in a table, so that the search is seen to search. */
const PLANTED = '90000000000';

const town = makeTown();
const mine = town.residents.filter(({ unit, idNumber, phone }) => unit === VILLAGE && idNumber !== null && phone !== null);
const phones = town.residents.flatMap(({ phone }) => (phone !== null && /^1\d{10}$/.test(phone) ? [phone] : [])).slice(0, KNOWN);
const known = new Set(town.residents.flatMap(({ idNumber }) => idNumber ?? []).slice(0, KNOWN).concat(phones));

/** Reads a person and a case again and again; tells how often, and what was not answered well. */
const readOn = async (clerk: Client, cases: readonly string[], isOver: () => boolean): Promise<{ reads: number; wrong: string[] }> => {
  const wrong: string[] = [];
  let reads = 0;
  for (let n = 0; !isOver(); n += 1) {
    for (const path of [`/api/residents/${mine[n % mine.length]?.id}`, `/api/benefit-claim/${cases[n % cases.length]}`, `/api/residents?filter=${encodeURIComponent('{"status":"active"}')}&range=[0,24]`]) {
      const { status } = await clerk.get(path).catch(() => ({ status: 0 }));
      reads += 1;
      // Nothing is answered while the office is down.
      if (status !== 200 && !(status === 0 && isOver())) wrong.push(`${path}: ${status}`);
    }
    await sleep(20);
  }
  return { reads, wrong };
};

type Work = { readonly done: Set<string>; readonly wrong: string[] };

/** Works through a village at its desk: a draft and then a new telephone for one person after the other. What got no answer is sent again with its id. */
const workOn = async (clerk: Client, records: readonly string[], day: string, { done, wrong }: Work, isOver: () => boolean): Promise<void> => {
  for (const [n, id] of records.entries()) {
    if (isOver()) return;
    if (done.has(id)) continue;
    const data = { changes: { phone: phones[n % phones.length] }, method: 'papers', verifiedOn: day, changedOn: day, evidence: [{ kind: 'signed_form', reference: '已查验', seenOn: day }] };
    const asked = [['PUT', `/api/drafts/record-verification/${id}/proposeChange`, { data, version: 1 }], ['POST', `/api/record-verification/${id}/events`, { id: `desk-${n}`, type: 'proposeChange', data, version: 1 }]] as const;
    for (const [method, path, body] of asked) {
      const { status, body: said } = await clerk.send(method, path, body).catch(() => ({ status: 0, body: '' }));
      if (status >= 300 || (status === 0 && !isOver())) wrong.push(`${path}: ${status} ${JSON.stringify(said)}`);
      if (method === 'POST' && status === 200) done.add(id);
    }
  }
};

/** A table of people that nobody has loaded yet: it lies in the office's folder. */
const bring = async (clerk: Client): Promise<void> => {
  const table = csvText([['编码', '姓名', '身份证号', '联系电话'], ...mine.slice(0, 50).map(({ code, name, idNumber, phone }) => [code, name, idNumber, phone])]);
  expect((await clerk.send('POST', '/api/imports', Buffer.from(table), { 'x-file-name': 'people.csv' })).status).toBe(201);
};

test('the keys are rotated under load, killed in the middle and gone on with', { timeout: 300_000 }, async () => {
  const folder = temporaryFolder('casework-keys-');
  await copyTold(folder.path);
  const office = await officeProcess(folder.path);
  try {
    await office.start();
    const door = httpDoor('office', office.base);
    const [admin, clerk, month] = [await door.as('admin'), await door.as('village03'), await openMonth(door)];
    const claims = (await clerk.list('benefit-claim')).map(({ id }) => id);
    const before = loadKeys(join(folder.path, 'keys'));
    const look = async (): Promise<Rotation | undefined> => (await admin.get<Rotation[]>('/api/key-rotations')).body[0];
    const atDesk = month.villages.find(({ clerk: each }) => each === clerk);
    const records = (await clerk.list('record-verification', { parent: atDesk?.batch, state: 'pending' }, [0, 299])).map(({ id }) => id);
    const { body: { now } } = await admin.get<{ now: string }>('/api/settings/public');
    const day = dayOf(now);
    const work: Work = { done: new Set(), wrong: [] };
    await bring(await door.as('town2'));
    for (const { clerk: each, batch } of month.villages.filter((one) => one !== atDesk).slice(0, MARKED)) await each.send('POST', '/api/record-verification/events', { id: `b-${batch}`.slice(0, 90), type: 'markUnable', data: { unableReason: 'moved' }, filter: { parent: batch, state: 'pending' } });

    const draft = '/api/drafts/benefit-claim/new/open';
    expect((await clerk.send('PUT', draft, { data: { applicant: 'p1', phone: mine[0]?.phone }, version: 0, unit: VILLAGE })).status).toBeLessThan(300);
    let over = false;
    const desk = workOn(clerk, records, day, work, () => over);
    while (work.done.size === 0) await sleep(20);
    expect(await admin.send('POST', '/api/key-rotations', { id: 'rotation-1', kinds: ['data', 'index'], reason: '按年度更换密钥' })).toMatchObject({ status: 202 });
    expect(await admin.send('POST', '/api/key-rotations', { id: 'rotation-2', kinds: ['data'], reason: '按年度更换密钥' })).toMatchObject({ status: 409 });
    expect(await clerk.send('POST', '/api/key-rotations', { id: 'rotation-3', kinds: ['data'], reason: '按年度更换密钥' })).toMatchObject({ status: 403 });
    const first = readOn(clerk, claims, () => over);
    while (((await look())?.sealedAnew ?? 0) < 1000) await sleep(5);
    const caught = await look();
    over = true;
    await office.kill();
    expect(caught?.endedAt).toBeNull();
    await desk;
    const beforeKill = work.done.size;
    await office.start();
    over = false;
    const [second, deskAgain] = [readOn(clerk, claims, () => over), workOn(clerk, records, day, work, () => over)];
    while ((await look())?.endedAt === null) await sleep(100);
    over = true;
    await deskAgain;
    expect(work.wrong).toEqual([]);
    expect(work.done.size).toBeGreaterThan(beforeKill);
    const read = [await first, await second];
    expect(read.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(read[0]?.reads).toBeGreaterThan(0);
    expect(read.reduce((sum, { reads }) => sum + reads, 0)).toBeGreaterThan(10);

    const someone = mine[7];
    const byNumber = await clerk.send<{ id: string }[]>('POST', '/api/residents/search', { filter: { idNumber: someone?.idNumber } });
    expect(byNumber.body.map(({ id }) => id)).toEqual([someone?.id]);
    const revealed = await clerk.send<{ values: object }>('POST', `/api/residents/${someone?.id}/reveal`, { fields: ['idNumber', 'phone'], reason: '核对身份证号码' });
    expect(revealed.body.values).toEqual({ idNumber: someone?.idNumber, phone: someone?.phone });

    expect((await clerk.get<{ data: object }>(draft)).status).toBe(200);

    const { pool, db, close } = connect(office.databaseUrl());
    const keys = loadKeys(join(folder.path, 'keys'));
    expect(keys.data.id).not.toBe(before.data.id);
    const tables = await pool.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public'`);
    expect(tables.rows.length).toBeGreaterThan(20);
    for (const { name } of tables.rows) {
      const left = await pool.query<{ n: number }>(`select count(*)::int as n from "${name}" t where t::text like $1 or t::text like $2`, [`%v1.${before.data.id}.%`, `%${before.index.id}.%`]);
      expect([name, left.rows[0]?.n]).toEqual([name, 0]);
    }
    const verified = await verifyChains({ district: '999901', workflows, db, pool, keys } as unknown as Office);
    expect(verified.faults).toEqual([]);
    expect(verified.rows).toBeGreaterThan(6_000);

    // Each search finds what was planted, wherever it stands, and nothing else.
    await pool.query(`create table pgboss.planted as select '{"n":["${PLANTED}"]}'::jsonb as n`);
    const plain = await plainInTables(office.databaseUrl(), new Set([...known, PLANTED]));
    expect(plain.found).toEqual([`pgboss.planted: ${PLANTED}`]);
    expect(plain.rows).toBeGreaterThan(20_000);
    await close();
    await office.stop();
    const [leak, leaked] = [join(folder.path, 'leak.txt'), [...known][0]];
    writeFileSync(leak, `x${'y'.repeat(1 << 20)} ${leaked} z`);
    expect((await plainInFiles(folder.path, known)).found).toEqual([`${leak}: ${leaked}`]);
  } finally {
    await office.kill();
    await startPrivatePostgres(folder.path).then((postgres) => postgres.stop(), () => undefined);
    folder.remove();
  }
});
