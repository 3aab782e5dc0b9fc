/** Starting: set up once, side by side, refused where the database is another office's, and gone when told to stop. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startServer } from '../../../server/start.ts';
import type { Running } from '../../../server/start.ts';
import type { Settings } from '../../../server/settings.ts';
import { connect } from '../../../server/store/connection.ts';
import { insertOffice } from '../../../server/store/office-row.ts';
import { workflows } from '../../../workflows/index.ts';
import { freshDatabase } from '../../tools/database.ts';
import { temporaryFolder } from '../../tools/folders.ts';
import { silent } from './support.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let folder: ReturnType<typeof temporaryFolder>;
let running: Running[];
beforeEach(async () => {
  database = await freshDatabase();
  folder = temporaryFolder();
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((one) => one.stop()));
  await database.drop();
  folder.remove();
});

const settings = (change: Partial<Settings> = {}): Settings =>
  ({ port: 0, host: '127.0.0.1', dataDir: folder.path, databaseUrl: database.url, office: 'empty', clock: 'system', files: { mostBytes: 25_000_000, bucket: null }, publicUrl: null, messages: { folder: join(folder.path, 'messages'), digestHour: 8, smtp: null, sms: null }, proxies: [], ...change });

const start = async (change: Partial<Settings> = {}): Promise<Running> => {
  const one = await startServer(settings(change), workflows, silent(), (error) => { throw error; });
  running.push(one);
  return one;
};

const post = (address: string, path: string, body: unknown): Promise<Response> =>
  fetch(`${address}/api/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const health = async (address: string): Promise<unknown> => (await fetch(`${address}/api/settings/public`)).json();

const setUp = (token: string | null, change: object = {}) => ({
  token, district: { code: '999902', name: '新示例区' }, town: { code: '999902101', name: '青禾镇', english: 'Qinghe Town' }, villages: [{ code: '999902101201', name: '南坡村' }],
  username: 'keeper', name: '秦怀瑾', password: '今天的风从河那边吹过来', ...change,
});

const until = async (work: () => Promise<boolean>): Promise<void> => {
  for (let n = 0; n < 100; n++) {
    if (await work().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It never came to pass.');
};

const signedIn = async (address: string): Promise<boolean> => (await post(address, 'session', { username: 'keeper', password: '今天的风从河那边吹过来' })).status === 200;

test('an empty office is set up once, by whoever has the token, and opens at the same address everywhere', async () => {
  const [one, two] = await Promise.all([start(), start()]);
  expect(one.setUpToken).not.toBe(two.setUpToken);
  expect(await health(one.address)).toMatchObject({ office: 'empty', needsSetUp: true });
  expect((await fetch(`${one.address}/api/ready`)).status).toBe(503);
  expect((await fetch(`${one.address}/api/residents`)).status).toBe(404);

  expect((await post(one.address, 'setup', setUp('guess'))).status).toBe(403);
  expect((await post(one.address, 'setup', { token: one.setUpToken })).status).toBe(400);
  const weak = await post(one.address, 'setup', setUp(one.setUpToken, { password: 'keeper123456', town: { code: '110101101', name: '青禾镇' } }));
  expect([weak.status, Object.keys(((await weak.json()) as { errors: object }).errors).sort()]).toEqual([422, ['password', 'town.code', 'villages']]);
  expect((await post(one.address, 'setup', setUp(one.setUpToken))).status).toBe(201);

  await until(() => signedIn(one.address));
  await until(() => signedIn(two.address));
  expect((await post(two.address, 'setup', setUp(two.setUpToken))).status).toBe(401);
  expect(await health(one.address)).toMatchObject({ needsSetUp: false });
  const later = await start();
  expect(later.setUpToken).toBeNull();
  expect(await signedIn(later.address)).toBe(true);
});

test('two who set up at once make one office', async () => {
  const [one, two] = await Promise.all([start(), start()]);
  const answers = await Promise.all([post(one.address, 'setup', setUp(one.setUpToken)), post(two.address, 'setup', setUp(two.setUpToken, { district: { code: '999903', name: '另一区' }, town: { code: '999903101', name: '另一镇' }, villages: [] }))]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
});

test.each([['demo', 'empty', 'holds the demo town'], ['real', 'demo', 'holds a real office']] as const)('a database of a %s office is not opened with OFFICE=%s', async (kind, office, sentence) => {
  await (await start()).stop();
  running = [];
  const { db, close } = connect(database.url);
  await insertOffice(db, { district: '999901', kind }, new Date());
  await close();
  await expect(start({ office })).rejects.toThrow(sentence);
});

test('a database that is not there is one sentence, and holds nothing open', async () => {
  await expect(start({ databaseUrl: 'postgres://127.0.0.1:1/none' })).rejects.toThrow('ECONNREFUSED');
});

test('stops while somebody is still connected', async () => {
  const one = await start();
  await fetch(`${one.address}/api/health`, { headers: { connection: 'keep-alive' } });
  const began = performance.now();
  await one.stop();
  running = [];
  expect(performance.now() - began).toBeLessThan(5_000);
  await expect(fetch(`${one.address}/api/health`)).rejects.toThrow('fetch failed');
});
