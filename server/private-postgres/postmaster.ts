/** One PostgreSQL process on one cluster: made, launched, found again and stopped. */
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, closeSync, mkdtempSync, openSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Binaries } from './binaries.ts';
import { CannotStart } from './cannot-start.ts';
import type { Folders } from './folders.ts';

export const USER = 'casework';
const WAIT_MS = 60_000;

/** For an office of some dozen people on two cores; every answer 200 is on disk. Personal data stays out of its log. */
const TUNING = {
  listen_addresses: '', port: '5432', unix_socket_permissions: '0700', timezone: 'UTC',
  max_connections: '60', shared_buffers: '256MB', effective_cache_size: '1GB', work_mem: '16MB', maintenance_work_mem: '128MB',
  fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', wal_compression: 'on', max_wal_size: '2GB', checkpoint_timeout: '15min', autovacuum_naptime: '15s',
  random_page_cost: '1.1', jit: 'off', idle_in_transaction_session_timeout: '60s',
  logging_collector: 'on', log_directory: 'log', log_filename: 'postgresql-%a.log', log_truncate_on_rotation: 'on', log_rotation_age: '1d',
  log_error_verbosity: 'terse', log_min_error_statement: 'panic', log_parameter_max_length: '0', log_parameter_max_length_on_error: '0',
};

export const urlOf = (socketDir: string): string => `postgresql://${USER}@localhost:5432/postgres?host=${encodeURIComponent(socketDir)}`;

/** Makes the cluster beside its place and moves it in when complete, so that a start cut short leaves no half cluster. */
export const makeCluster = ({ home, cluster, account }: Folders, { initdb, env }: Binaries): void => {
  for (const name of readdirSync(home)) if (name.startsWith('postgres-new-')) rmSync(join(home, name), { recursive: true });
  const half = mkdtempSync(join(home, 'postgres-new-'));
  if (account.uid !== undefined && account.gid !== undefined) chownSync(half, account.uid, account.gid);
  const locale = ['--locale-provider=icu', '--icu-locale=zh-Hans', `--locale=${env['LC_ALL']}`, '--encoding=UTF8'];
  // Trust asks no password: the socket's folder, mode 0700, is the door.
  const made = spawnSync(initdb, ['-D', half, '-U', USER, '--auth=trust', ...locale], { ...account, env, cwd: '/', encoding: 'utf8' });
  if (made.status !== 0) throw new CannotStart(`PostgreSQL could not make its folder in ${home}: ${(made.stderr || String(made.error)).trim()}`);
  renameSync(half, cluster);
};

/** A server that stops takes its file away at any moment. */
const readIfThere = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
};

/** The process and socket folder that `postmaster.pid` names, where that process lives and is a PostgreSQL. */
export const findPostmaster = (cluster: string): { pid: number; socketDir: string } | null => {
  const file = join(cluster, 'postmaster.pid');
  const [pid, , , , socketDir] = readIfThere(file).split('\n');
  return socketDir && isPostgres(Number(pid)) ? { pid: Number(pid), socketDir } : null;
};

/** After a restart of the machine or container the number in `postmaster.pid` may be another program's. */
const isPostgres = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || basename(readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? '') === 'postgres';
  } catch {
    return false;
  }
};

const answers = async (socketDir: string): Promise<boolean> => {
  const client = new Client({ connectionString: urlOf(socketDir), connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

const launch = ({ home, cluster, socketDir, account }: Folders, { postgres, env }: Binaries): void => {
  // Where PostgreSQL finds no live process of this number it takes the file for its own; where it finds another program it gives up.
  if (!findPostmaster(cluster)) rmSync(join(cluster, 'postmaster.pid'), { force: true });
  const log = openSync(join(home, 'postgres-start.log'), 'w', 0o600);
  const settings = Object.entries({ ...TUNING, unix_socket_directories: `"${socketDir}"` }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(postgres, ['-D', cluster, ...settings], { ...account, env, cwd: '/', detached: true, stdio: ['ignore', log, log] });
  child.on('error', () => undefined);
  child.unref();
  closeSync(log);
};

/** Returns the socket folder of a PostgreSQL that takes connections: one left running, or a new one. */
export const raise = async (folders: Folders, binaries: Binaries): Promise<string> => {
  const until = Date.now() + WAIT_MS;
  let launched = 0;
  while (Date.now() < until) {
    const running = findPostmaster(folders.cluster);
    if (running && (await answers(running.socketDir))) return running.socketDir;
    if (!running && Date.now() - launched > 3_000) {
      launch(folders, binaries);
      launched = Date.now();
    }
    await sleep(50);
  }
  const said = readFileSync(join(folders.home, 'postgres-start.log'), 'utf8').trim().split('\n').slice(-5).join('\n');
  throw new CannotStart(`PostgreSQL did not start within ${WAIT_MS / 1000} s in ${folders.home}. It said: ${said}`);
};

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
export const lower = async (cluster: string): Promise<void> => {
  const running = findPostmaster(cluster);
  if (!running) return;
  process.kill(running.pid, 'SIGINT');
  const until = Date.now() + WAIT_MS;
  // Its file goes last; the process itself may stay as a zombie where nobody reaps it.
  while (findPostmaster(cluster)?.pid === running.pid && Date.now() < until) await sleep(20);
};
