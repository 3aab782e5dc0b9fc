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
import { httpDoor } from '../../doors/http.ts';
import type { Client } from '../../doors/http.ts';
import { officeProcess } from '../../faults/office-process.ts';
import { plainInFiles, plainInTables } from '../../faults/plain-text.ts';
import { temporaryFolder } from '../../tools/folders.ts';

type Rotation = { readonly id: string; readonly walked: number; readonly total: number; readonly sealedAnew: number; readonly endedAt: string | null };
const KNOWN = 200;
const VILLAGE = '999901101003';

const town = makeTown();
const mine = town.residents.filter(({ unit, idNumber, phone }) => unit === VILLAGE && idNumber !== null && phone !== null);
const known = new Set(town.residents.flatMap(({ idNumber }) => idNumber ?? []).slice(0, KNOWN).concat(town.residents.flatMap(({ phone }) => phone ?? []).slice(0, KNOWN)));

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

test('the keys are rotated under load, killed in the middle and gone on with', { timeout: 300_000 }, async () => {
  const folder = temporaryFolder('casework-keys-');
  const office = await officeProcess(folder.path);
  try {
    await office.start();
    const door = httpDoor('office', office.base);
    const [admin, clerk, month] = [await door.as('admin'), await door.as('village03'), await openMonth(door)];
    const claims = (await clerk.list('benefit-claim')).map(({ id }) => id);
    const before = loadKeys(join(folder.path, 'keys'));
    const look = async (): Promise<Rotation | undefined> => (await admin.get<Rotation[]>('/api/key-rotations')).body[0];
    for (const { clerk: each, batch } of month.villages) await each.send('POST', '/api/record-verification/events', { id: `b-${batch}`.slice(0, 90), type: 'markUnable', data: { unableReason: 'moved' }, filter: { parent: batch, state: 'pending' } });

    const draft = '/api/drafts/benefit-claim/new/open';
    expect((await clerk.send('PUT', draft, { data: { applicant: 'p1', phone: mine[0]?.phone }, version: 0, unit: VILLAGE })).status).toBeLessThan(300);
    expect(await admin.send('POST', '/api/key-rotations', { id: 'rotation-1', kinds: ['data', 'index'], reason: '按年度更换密钥' })).toMatchObject({ status: 202 });
    expect(await admin.send('POST', '/api/key-rotations', { id: 'rotation-2', kinds: ['data'], reason: '按年度更换密钥' })).toMatchObject({ status: 409 });
    expect(await clerk.send('POST', '/api/key-rotations', { id: 'rotation-3', kinds: ['data'], reason: '按年度更换密钥' })).toMatchObject({ status: 403 });
    let over = false;
    const first = readOn(clerk, claims, () => over);
    while (((await look())?.sealedAnew ?? 0) < 1000) await sleep(5);
    const caught = await look();
    over = true;
    await office.kill();
    expect(caught?.endedAt).toBeNull();
    await office.start();
    over = false;
    const second = readOn(clerk, claims, () => over);
    while ((await look())?.endedAt === null) await sleep(100);
    over = true;
    for (const { reads, wrong } of [await first, await second]) {
      expect(wrong).toEqual([]);
      expect(reads).toBeGreaterThan(10);
    }

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
    await close();

    const plain = await plainInTables(office.databaseUrl(), known);
    expect(plain.found).toEqual([]);
    expect(plain.rows).toBeGreaterThan(20_000);
    await office.stop();
    expect((await plainInFiles(folder.path, known)).found).toEqual([]);
    // The search itself: it finds what is there.
    writeFileSync(join(folder.path, 'leak.txt'), `x${'y'.repeat(1 << 20)} ${[...known][0]} z`);
    expect((await plainInFiles(folder.path, known)).found).toHaveLength(1);
  } finally {
    await office.kill();
    await startPrivatePostgres(folder.path).then((postgres) => postgres.stop(), () => undefined);
    folder.remove();
  }
});
