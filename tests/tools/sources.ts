/** The source files of the repository, as they lie in the working tree. */
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Source } from './reading.ts';

export const ROOT = join(import.meta.dirname, '../..');
const ROOMS = ['admin', 'workflows', 'server', 'mock-api', 'tests', 'docs'];

export const sourcesOf = (rooms: readonly string[] = ROOMS): Source[] =>
  globSync(rooms.map((room) => `${room}/**/*.{ts,tsx}`), { cwd: ROOT, exclude: (path) => /(?:^|[\\/])(?:node_modules|dist)$/.test(path) })
    .map((path) => path.split(sep).join('/'))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
