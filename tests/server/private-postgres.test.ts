/** The private PostgreSQL: wherever its folder lies, whoever starts it, and however its server ended. */
import { spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { afterEach, expect, test } from 'vitest';
import { accountFor, canEnter } from '../../server/private-postgres/account.ts';
import { findBinaries, npmFolder } from '../../server/private-postgres/binaries.ts';
import { findPostmaster } from '../../server/private-postgres/postmaster.ts';
import { startPrivatePostgres } from '../../server/private-postgres/start.ts';
import { temporaryFolder } from '../tools/folders.ts';

const isRoot = process.getuid?.() === 0;
const script = join(import.meta.dirname, '../tools/start-postgres.ts');
const nobody = isRoot ? accountFor('/no/cluster/yet') : {};

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
});
const folder = (): string => {
  const made = temporaryFolder();
  undo.push(made.remove);
  return made.path;
};
const start = async (dataDir: string): ReturnType<typeof startPrivatePostgres> => {
  const postgres = await startPrivatePostgres(dataDir);
  undo.push(postgres.stop);
  return postgres;
};
const ask = async (url: string, question: string): Promise<unknown> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return Object.values((await client.query<Record<string, unknown>>(question)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
};

type Said = { url?: string; refused?: string };
/** A server in a process of its own, as an account of our choice. */
const server = async (dataDir: string, account = {}): Promise<Said & { kill(): Promise<unknown>; end(): Promise<unknown> }> => {
  const child = spawn(process.execPath, [script, dataDir], { ...account, stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = new Promise((done) => child.once('exit', done));
  const end = (): Promise<unknown> => (child.stdin.end(), gone);
  undo.push(end);
  for await (const line of createInterface(child.stdout)) return { ...(JSON.parse(line) as Said), end, kill: () => (child.kill('SIGKILL'), gone) };
  throw new Error('the server said nothing');
};

test('starts in a folder with a space and Chinese letters, and again with what was written', async () => {
  const dataDir = join(folder(), '镇办 data');
  const first = await startPrivatePostgres(dataDir);
  await ask(first.url, 'create table note as select 1 as kept');
  await first.stop();
  expect(findPostmaster(join(dataDir, 'postgres'))).toBeNull();
  const second = await start(dataDir);
  expect(await ask(second.url, 'select kept from note')).toBe(1);
});

test('keeps what it was told to keep: fsync, checksums, names sorted by pinyin and searchable by their letters, nothing on the network', async () => {
  const { url } = await start(folder());
  expect(await ask(url, `select concat_ws(' ', current_setting('fsync'), current_setting('synchronous_commit'), current_setting('data_checksums'), current_setting('listen_addresses') = '')`)).toBe('on on on t');
  expect(await ask(url, `select string_agg(name, '' order by name) from unnest(array['张', '李', '王', '阿']) name`)).toBe('阿李王张');
  await ask(url, 'create extension pg_trgm');
  expect(await ask(url, `select similarity('李小明', '李小') > 0.3`)).toBe(true);
});

test('takes over the PostgreSQL that a killed server left running, at once', async () => {
  const dataDir = folder();
  const killed = await server(dataDir);
  await ask(killed.url ?? '', 'create table note as select 1 as kept');
  const left = findPostmaster(join(dataDir, 'postgres'))?.pid;
  await killed.kill();
  const next = await start(dataDir);
  expect(findPostmaster(join(dataDir, 'postgres'))?.pid).toBe(left);
  expect(await ask(next.url, 'select kept from note')).toBe(1);
});

test('refuses a second server on the same folder in one sentence, from this process or another', async () => {
  const dataDir = folder();
  await start(dataDir);
  const sentence = `Another server is running on ${dataDir}: stop it first, or give this one its own DATA_DIR.`;
  await expect(startPrivatePostgres(dataDir)).rejects.toThrow(sentence);
  expect((await server(dataDir)).refused).toBe(sentence);
});

test('of two servers that start at the same moment in an empty folder one runs and one is refused', async () => {
  const dataDir = folder();
  const both = await Promise.all([server(dataDir), server(dataDir)]);
  expect(both.filter((one) => one.url)).toHaveLength(1);
  expect(both.filter((one) => one.refused?.startsWith('Another server is running'))).toHaveLength(1);
});

test('a PostgreSQL killed under a running server comes back by itself', async () => {
  const dataDir = folder();
  const { url } = await start(dataDir);
  await ask(url, 'create table note as select 1 as kept');
  process.kill(findPostmaster(join(dataDir, 'postgres'))?.pid ?? 0, 'SIGKILL');
  await expect.poll(() => ask(url, 'select kept from note').catch(() => 'down'), { timeout: 30_000, interval: 200 }).toBe(1);
});

test('a number in postmaster.pid that now belongs to another program does not stop the start', async () => {
  const dataDir = folder();
  const killed = await server(dataDir);
  const file = join(dataDir, 'postgres/postmaster.pid');
  const text = readFileSync(file, 'utf8');
  await killed.end();
  writeFileSync(file, text.replace(/^\d+/, String(process.ppid)));
  const { url } = await start(dataDir);
  expect(await ask(url, 'select 1')).toBe(1);
});

test('a path too long for a socket gets a short folder of mode 0700 elsewhere', async () => {
  const dataDir = join(folder(), '很长的文件夹名字'.repeat(4), '很长的文件夹名字'.repeat(4));
  const { url, socketDir } = await start(dataDir);
  undo.push(() => rmSync(socketDir, { recursive: true }));
  expect(Buffer.byteLength(socketDir)).toBeLessThan(90);
  expect(statSync(socketDir).mode & 0o777).toBe(0o700);
  expect(await ask(url, 'select 1')).toBe(1);
});

test('binaries without the links of the install script, or out of reach, are copied once to where they run', () => {
  const closed = folder();
  const npm = join(closed, 'package');
  cpSync(npmFolder(), npm, { recursive: true, filter: (file) => !/\.a$|libicuuc\.so\.60$|libicudata\.so\.60$/.test(file) });
  const cache = folder();
  expect(findBinaries({}, cache, npm).postgres.startsWith(cache)).toBe(true);
  chmodSync(closed, 0o700);
  const again = findBinaries(nobody, cache, npm);
  expect(again.version).toMatch(/PostgreSQL\) 18\./);
});

test('a folder made by another major version is refused with the remedy', async () => {
  const dataDir = folder();
  const postgres = await startPrivatePostgres(dataDir);
  await postgres.stop();
  writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '17\n');
  await expect(startPrivatePostgres(dataDir)).rejects.toThrow(/was made by PostgreSQL 17.+ 18\..+dump/);
});

test.runIf(isRoot)('root: in a folder closed to others it keeps its cluster where its account can reach it, and finds it again', async () => {
  const closed = folder();
  chmodSync(closed, 0o700);
  const dataDir = join(closed, 'data');
  const first = await startPrivatePostgres(dataDir);
  const home = readFileSync(join(dataDir, 'postgres-folder'), 'utf8').trim();
  undo.push(() => rmSync(home, { recursive: true }));
  await ask(first.url, 'create table note as select 1 as kept');
  await first.stop();
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  const second = await start(dataDir);
  expect(await ask(second.url, 'select kept from note')).toBe(1);
});

test.runIf(isRoot && canEnter(nobody, import.meta.dirname))('an ordinary user starts it as itself, and root goes on with the folder later', async () => {
  const dataDir = join(folder(), 'data');
  mkdirSync(dataDir, { mode: 0o700 });
  chownSync(dataDir, nobody.uid ?? 0, nobody.gid ?? 0);
  const user = await server(dataDir, nobody);
  expect(await ask(user.url ?? '', 'create table note as select 1 as kept')).toBeUndefined();
  expect(statSync(join(dataDir, 'postgres')).uid).toBe(nobody.uid);
  await user.end();
  const root = await start(dataDir);
  expect(await ask(root.url, 'select kept from note')).toBe(1);
});
