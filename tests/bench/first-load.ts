/** What a browser loads before the first page: the entry and everything it imports before it runs. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PANEL } from '../../server/bin/panel.ts';
import type { Goal } from './goals.ts';

const MOST_KB = 400;

type Chunk = { readonly file: string; readonly isEntry?: boolean; readonly imports?: readonly string[] };

const scripts = (): string[] => {
  const manifest = JSON.parse(readFileSync(join(PANEL, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
  const seen = new Set<string>();
  const walk = (chunk: Chunk | undefined): void => {
    if (!chunk || seen.has(chunk.file)) return;
    seen.add(chunk.file);
    for (const name of chunk.imports ?? []) walk(manifest[name]);
  };
  for (const chunk of Object.values(manifest)) if (chunk.isEntry) walk(chunk);
  return [...seen].filter((file) => file.endsWith('.js'));
};

/** What travels: the packed likeness, or a file so small that it has none. */
const bytesOf = (path: string): number => statSync(existsSync(`${path}.gz`) ? `${path}.gz` : path).size;

export const measureFirstLoad = (): Goal => {
  const files = scripts();
  const kb = files.reduce((sum, file) => sum + bytesOf(join(PANEL, file)), 0) / 1000;
  return { name: `first load below ${MOST_KB} kB of gzipped JavaScript`, met: files.length > 0 && kb < MOST_KB, figure: `${Math.round(kb)} kB in ${files.length} files` };
};
