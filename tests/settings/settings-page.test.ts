/** The page of settings names every variable that the server reads, and no other. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const firsts = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name = '']) => name);

test('the page and the server know the same variables', () => {
  const known = firsts(read('server/settings.ts'), /^ {2}([A-Z_]+): z\b/gm);
  expect(known.length).toBeGreaterThan(5);
  expect(firsts(read('docs/operations/settings.md'), /^\| `([A-Z_]+)` \|/gm)).toEqual(known);
});
