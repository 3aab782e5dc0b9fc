/** A server killed anywhere on the way of a file has recorded it whole or not at all; what is left of it is swept. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadKeys } from '../../../server/keys/keys.ts';
import { makeLog } from '../../../server/log.ts';
import type { Office } from '../../../server/office.ts';
import { connect } from '../../../server/store/connection.ts';
import { migrate } from '../../../server/store/migrate.ts';
import { openMyFile } from '../../../server/use-cases/read-files.ts';
import { sweepFiles } from '../../../server/use-cases/sweep-files.ts';
import { bringFile } from '../../../server/use-cases/bring-file.ts';
import { bucketStore } from '../../../server/files/bucket-store.ts';
import { fakeBucket } from '../../files/fake-bucket.ts';
import { pdf, photo } from '../../files/samples.ts';
import { freshDatabase } from '../../tools/database.ts';
import { temporaryFolder } from '../../tools/folders.ts';

const CLERK = { id: 'village01', name: '', seats: [], at: new Date().toISOString() };
const DAY_MS = 86_400_000;
let office: Office;
let close: () => Promise<void>;
let run: (point: string) => Promise<{ code: number | null; signal: string | null }>;

beforeAll(async () => {
  const [database, folder] = [await freshDatabase(), temporaryFolder()];
  const connection = connect(database.url);
  await migrate(connection.db);
  office = { district: '999901', workflows: [], db: connection.db, pool: connection.pool, keys: loadKeys(join(folder.path, 'keys')), files: join(folder.path, 'files'), clock: 'system', log: makeLog({ write: () => undefined }), jobs: null };
  run = async (point) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'die-at.ts'), point, database.url, folder.path, office.district], { stdio: ['ignore', 'ignore', 'inherit'] });
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    return { code, signal };
  };
  close = async () => {
    await connection.close();
    await database.drop();
    folder.remove();
  };
});
afterAll(() => close());

const recorded = async (on: Office) => on.db.selectFrom('files').innerJoin('contents', 'contents.id', 'files.content').select(['files.id', 'contents.bytes']).execute();
const lying = (folder: string): string[] => { try { return readdirSync(join(office.files, folder)); } catch { return []; } };

test('killed half-way, before the object is in place, after it, and after the row', async () => {
  const points = ['half-way', 'before-put', 'after-put', 'after-row'];
  expect(await Promise.all(points.map(run))).toEqual(points.map(() => ({ code: null, signal: 'SIGKILL' })));
  const files = await recorded(office);
  expect(files).toHaveLength(1);
  for (const { id, bytes } of files) {
    const opened = await openMyFile(office, CLERK, id, 'whole');
    expect(opened && (await buffer(opened.stream)).length).toBe(bytes);
  }
  // Of the two that died with their object in place one has no row; the other two lie on their way.
  expect([lying('objects').length, lying('passing').length]).toEqual([2, 2]);
  await sweepFiles(office, Date.now());
  expect([lying('objects').length, lying('passing').length]).toEqual([2, 2]);
  await sweepFiles(office, Date.now() + 2 * DAY_MS);
  expect([await recorded(office), lying('objects'), lying('passing')]).toEqual([[], [], []]);
});

test('in a bucket: kept, read, once for each content, swept; nothing recorded while it is away', async () => {
  const fake = await fakeBucket();
  const there: Office = { ...office, attached: { store: bucketStore(fake.bucket, join(office.files, 'passing')), mostBytes: 1_000_000 } };
  const bring = async (content: Buffer) => bringFile(there, CLERK, 'x', Readable.from([content]));
  try {
    const [picture, document] = [await photo(), pdf(300_000)];
    const brought = [await bring(picture), await bring(document), await bring(document)];
    expect(brought.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(fake.objects.size).toBe(3);
    for (const { bytes } of fake.objects.values()) expect(bytes.includes(document.subarray(200, 240))).toBe(false);
    const last = brought[2];
    const opened = last?.ok ? await openMyFile(there, CLERK, last.file.id, 'whole') : null;
    expect(opened && (await buffer(opened.stream)).equals(document)).toBe(true);
    expect(lying('passing')).toEqual([]);

    fake.answer = 503;
    await expect(bring(pdf())).rejects.toThrow(/503/);
    fake.answer = 507;
    expect(await bring(pdf())).toEqual({ ok: false, why: 'disk-full' });
    fake.answer = null;
    expect(await bring(pdf(1_000_001))).toEqual({ ok: false, why: 'too-large' });
    expect([(await recorded(there)).length, fake.objects.size, lying('passing')]).toEqual([3, 3, []]);
    await sweepFiles(there, Date.now() + 2 * DAY_MS);
    expect([(await recorded(there)).length, fake.objects.size]).toEqual([0, 0]);
  } finally {
    await fake.close();
  }
});
