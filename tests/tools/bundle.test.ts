/** What a reader's machine loads before the first page shows: little enough for a village's line, and nothing from elsewhere. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const MOST_BYTES = 400_000;

type Chunk = { readonly file: string; readonly isEntry?: boolean; readonly imports?: readonly string[]; readonly css?: readonly string[] };
type Manifest = Readonly<Record<string, Chunk>>;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'panel-'));
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', 'admin', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'], { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production' }, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The entry and everything it imports before it runs. */
const firstLoad = (): string[] => {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
  const seen = new Set<string>();
  const walk = (name: string): void => {
    const chunk = manifest[name];
    if (!chunk || seen.has(chunk.file)) return;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file);
    for (const inner of chunk.imports ?? []) walk(inner);
  };
  for (const [name, { isEntry }] of Object.entries(manifest)) if (isEntry) walk(name);
  return [...seen];
};

describe('the built panel', () => {
  test('first loads less than 400 kB of script, gzipped', () => {
    const files = firstLoad();
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
    expect(files.length).toBeGreaterThan(1);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });

  test('carries a place for the nonce, and no script of its own in the page', () => {
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(page).toContain('nonce="__CSP_NONCE__"');
    expect([...page.matchAll(/<script\b[^>]*>([^<]*)<\/script>/g)].map(([, inline]) => inline)).toEqual(['']);
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  test('takes styles and fonts from nowhere else', () => {
    const sheets = readdirSync(join(folder, 'assets')).filter((file) => file.endsWith('.css')).map((file) => readFileSync(join(folder, 'assets', file), 'utf8'));
    expect(sheets.filter((sheet) => /url\(\s*['"]?(?:https?:)?\/\//.test(sheet))).toEqual([]);
  });
});
