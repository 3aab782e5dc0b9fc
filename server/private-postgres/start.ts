/** The private PostgreSQL of a server without DATABASE_URL: real binaries, fsync on, a unix socket and nothing else. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBinaries } from './binaries.ts';
import { CannotStart } from './cannot-start.ts';
import { foldersOf } from './folders.ts';
import { holdFolder } from './lock.ts';
import { findPostmaster, lower, makeCluster, raise, urlOf } from './postmaster.ts';

export type PrivatePostgres = { readonly url: string; readonly socketDir: string; stop(): Promise<void> };

const WATCH_MS = 1_000;

const checkMajor = (cluster: string, version: string): void => {
  const of = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (!version.includes(` ${of}.`)) throw new CannotStart(`${cluster} was made by PostgreSQL ${of}, and this version brings ${version}: dump it with the older version and restore it here.`);
};

/** One that was killed under a running server is raised again; connections made meanwhile fail and are tried anew. */
const watch = (cluster: string, again: () => Promise<unknown>): { end(): Promise<void> } => {
  let rising: Promise<void> | null = null;
  const timer = setInterval(() => {
    if (rising || findPostmaster(cluster)) return;
    rising = again().then(() => undefined, (error: unknown) => void process.stderr.write(`${String(error)}\n`)).finally(() => (rising = null));
  }, WATCH_MS);
  timer.unref();
  return {
    end: async () => {
      clearInterval(timer);
      await rising;
    },
  };
};

/**
 * Starts it, or takes over one that a killed server left running. Only `stop` ends it. Throws `CannotStart` with one sentence, also where another server holds the folder.
 */
export const startPrivatePostgres = async (dataDir: string): Promise<PrivatePostgres> => {
  const folders = foldersOf(dataDir);
  const lock = holdFolder(folders.home, dataDir);
  try {
    const binaries = findBinaries(folders.account, folders.cache);
    if (!existsSync(folders.cluster)) makeCluster(folders, binaries);
    checkMajor(folders.cluster, binaries.version);
    const socketDir = await raise(folders, binaries);
    const watched = watch(folders.cluster, () => raise(folders, binaries));
    const stop = async (): Promise<void> => {
      await watched.end();
      await lower(folders.cluster);
      lock.release();
    };
    return { url: urlOf(socketDir), socketDir, stop };
  } catch (error) {
    lock.release();
    throw error;
  }
};
