/** A bucket keeps what a folder keeps: whole, sealed, listed and removed; and says so when it is away. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bucketStore, StoreAway } from '../../server/files/bucket-store.ts';
import { folderStore } from '../../server/files/folder-store.ts';
import type { ObjectStore } from '../../server/files/object-store.ts';
import { temporaryFolder } from '../tools/folders.ts';
import { fakeBucket } from './fake-bucket.ts';
import type { FakeBucket } from './fake-bucket.ts';

const nameOf = (n: number): string => `c${String(n).padStart(24, '0')}`;
let folder: ReturnType<typeof temporaryFolder>;
let fake: FakeBucket;
beforeEach(async () => {
  folder = temporaryFolder();
  fake = await fakeBucket();
});
afterEach(async () => {
  await fake.close();
  folder.remove();
});

const everything = async (store: ObjectStore, before: number): Promise<string[]> => {
  const names: string[] = [];
  for await (const name of store.olderThan(new Date(before))) names.push(name);
  return names;
};

const stores: [string, () => ObjectStore][] = [
  ['a folder', () => folderStore(join(folder.path, 'objects'))],
  ['a bucket', () => bucketStore(fake.bucket, join(folder.path, 'passing'))],
];

describe.each(stores)('%s', (_, make) => {
  const bring = (text: string): string => {
    const path = join(folder.path, 'coming');
    writeFileSync(path, text);
    return path;
  };
  const all = async (store: ObjectStore): Promise<string[]> => (await everything(store, Date.now() + 60_000)).toSorted();

  test('takes a file away and gives it back whole', async () => {
    const store = make();
    const path = bring('sealed bytes');
    await store.put(nameOf(1), path);
    expect(existsSync(path)).toBe(false);
    const borrowed = await store.borrow(nameOf(1));
    expect(readFileSync(borrowed.path, 'utf8')).toBe('sealed bytes');
    await borrowed.giveBack();
    expect(existsSync(join(folder.path, 'passing')) ? readdirSync(join(folder.path, 'passing')) : []).toEqual([]);
  });

  test('lists what is old, page by page, and removes; what is not the office’s it leaves alone', async () => {
    const store = make();
    fake.objects.set('office/somebody-elses', { bytes: Buffer.alloc(0), at: new Date() }).set(`other/${nameOf(9)}`, { bytes: Buffer.alloc(0), at: new Date() });
    mkdirSync(join(folder.path, 'objects', 'lost+found'), { recursive: true });
    for (const n of [1, 2, 3, 4, 5]) await store.put(nameOf(n), bring(String(n)));
    await store.put(`${nameOf(5)}.t`, bring('small'));
    expect(await all(store)).toEqual([nameOf(1), nameOf(2), nameOf(3), nameOf(4), nameOf(5), `${nameOf(5)}.t`]);
    expect(await everything(store, Date.now() - 60_000)).toEqual([]);
    await store.remove(nameOf(3));
    await store.remove(nameOf(3));
    expect(await all(store)).not.toContain(nameOf(3));
    await expect(store.borrow(nameOf(3)).then(({ path }) => readFileSync(path))).rejects.toThrow(/ENOENT|404/);
  });

  test('has no names but the office’s own', async () => {
    for (const name of ['../keys/data-1.key', 'c1', `${nameOf(1)}/x`]) await expect(make().remove(name)).rejects.toThrow(/no such name/);
  });
});

test.each([403, 500, 503, 507])('a bucket that answers %i has not taken it, and the file is still there', async (status) => {
  const path = join(folder.path, 'coming');
  writeFileSync(path, 'sealed bytes');
  fake.answer = status;
  await expect(bucketStore(fake.bucket, folder.path).put(nameOf(1), path)).rejects.toThrow(StoreAway);
  expect(existsSync(path)).toBe(true);
  expect(fake.objects.size).toBe(0);
});

test('a bucket that is not there, or does not know the office, is away', async () => {
  const path = join(folder.path, 'coming');
  writeFileSync(path, 'sealed bytes');
  await expect(bucketStore({ ...fake.bucket, url: 'http://127.0.0.1:1/office' }, folder.path).put(nameOf(1), path)).rejects.toThrow(StoreAway);
  await expect(bucketStore({ ...fake.bucket, secret: 'another' }, folder.path).put(nameOf(1), path)).rejects.toThrow(/403/);
});
