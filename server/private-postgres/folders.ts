/** Where the private PostgreSQL lives: in DATA_DIR, unless its account cannot reach it or the socket's path grows too long. */
import { createHash } from 'node:crypto';
import { chownSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountFor, canEnter } from './account.ts';
import type { Account } from './account.ts';
import { CannotStart } from './cannot-start.ts';

export type Folders = {
  /** Holds the cluster, the lock and the start's log. */
  readonly home: string;
  readonly cluster: string;
  readonly socketDir: string;
  readonly account: Account;
  /** Where a copy of the binaries goes, if one is needed. */
  readonly cache: string;
};

/** Open to every account, for what root keeps on behalf of an unprivileged one. */
const SHARED = '/var/lib/township-casework';
/** `sun_path` of a unix socket ends at 104 bytes on macOS and 108 on Linux. */
const LONGEST_SOCKET = 100;

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

const ownFolder = (folder: string, mode: number, account: Account): string => {
  mkdirSync(folder, { recursive: true, mode });
  if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
  return folder;
};

/** The home outside DATA_DIR that an earlier start chose, or this one must choose. */
const homeOf = (dataDir: string): string => {
  const record = join(dataDir, 'postgres-folder');
  if (existsSync(record)) return readFileSync(record, 'utf8').trim();
  if (canEnter(accountFor(join(dataDir, 'postgres')), dataDir)) return dataDir;
  const home = join(SHARED, short(dataDir));
  mkdirSync(home, { recursive: true, mode: 0o755 });
  writeFileSync(record, `${home}\n`);
  return home;
};

const fits = (folder: string): boolean => Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= LONGEST_SOCKET;

const socketFolder = (home: string, account: Account): string => {
  const runtime = account.uid === undefined ? [process.env['XDG_RUNTIME_DIR'], tmpdir(), '/tmp'] : [SHARED];
  const folder = [join(home, 'run'), ...runtime.flatMap((base) => (base && existsSync(base) ? [join(base, `tcw-${short(home)}`)] : []))].find(fits);
  if (!folder) throw new CannotStart('No folder has a path short enough for PostgreSQL\'s socket: choose a shorter DATA_DIR.');
  ownFolder(folder, 0o700, account);
  const made = lstatSync(folder);
  // In a shared /tmp somebody else may have made the folder first, and would then own the socket's name.
  if (!made.isDirectory() || (made.mode & 0o077) !== 0 || made.uid !== (account.uid ?? process.getuid?.())) throw new CannotStart(`${folder} belongs to somebody else: remove it, or choose a shorter DATA_DIR.`);
  return folder;
};

/** Makes what is missing. Root keeps DATA_DIR closed to others but lets PostgreSQL's account pass through. */
export const foldersOf = (dataDir: string): Folders => {
  mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const home = homeOf(realpathSync(dataDir));
  const cluster = join(home, 'postgres');
  const account = accountFor(cluster);
  if (account.uid !== undefined) mkdirSync(SHARED, { recursive: true, mode: 0o755 });
  return { home, cluster, socketDir: socketFolder(home, account), account, cache: account.uid === undefined ? home : SHARED };
};
