/** Builds the panel where there is no build, or one older than its sources. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
/** Where Vite puts the panel and the server finds it. */
export const PANEL = join(ROOT, 'admin/dist');
const SOURCES = ['admin/**', 'workflows/**', 'package-lock.json'];

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const sources = (): string[] => globSync(SOURCES, { cwd: ROOT, exclude: ['admin/dist'] }).map((path) => join(ROOT, path));

export const isPanelStale = (): boolean => {
  const builtAt = changedAt(join(PANEL, 'index.html'));
  return builtAt === 0 || sources().some((path) => changedAt(path) > builtAt);
};

const viteOf = (): string | null => {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  } catch {
    return null;
  }
};

/** False, having said why, where there is no panel to serve. */
export const ensurePanel = (): boolean => {
  if (!isPanelStale()) return true;
  const vite = viteOf();
  if (!vite) {
    const built = existsSync(join(PANEL, 'index.html'));
    process.stderr.write(built ? 'The panel is older than its sources; serving it as it is.\n' : 'The panel is not built and Vite is not installed: run npm ci with its dev dependencies, then npm run build.\n');
    return built;
  }
  return spawnSync(process.execPath, [vite, 'build', 'admin', '--logLevel', 'warn'], { cwd: ROOT, stdio: 'inherit' }).status === 0;
};
