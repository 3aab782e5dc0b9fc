/** What stands before every route: other sites, strangers, bodies that are no JSON, pages that may load nothing. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeLog } from '../../../server/log.ts';
import { temporaryFolder } from '../../tools/folders.ts';
import { openSmall, signIn } from './support.ts';
import type { Small } from './support.ts';

const folder = temporaryFolder();
const lines: string[] = [];
let small: Small;

beforeAll(async () => {
  mkdirSync(join(folder.path, 'assets'));
  writeFileSync(join(folder.path, 'index.html'), '<script nonce="__CSP_NONCE__" type="module" src="/assets/main-abc.js"></script><meta property="csp-nonce" nonce="__CSP_NONCE__">');
  writeFileSync(join(folder.path, 'assets/main-abc.js'), 'export {};');
  writeFileSync(join(folder.path, 'assets/main-abc.js.gz'), gzipSync('export {};'));
  writeFileSync(join(folder.path, 'assets/main-abc.js.map'), '{}');
  writeFileSync(join(folder.path, 'favicon.svg'), '<svg/>');
  small = await openSmall({ app: { panel: folder.path }, log: makeLog({ write: (line) => void lines.push(line) }) });
});
afterAll(async () => {
  await small.close();
  folder.remove();
});

const write = (headers: Record<string, string>, payload: string | undefined = '{"username":"town1","password":"demo-2026"}') =>
  small.app.inject({ method: 'POST', url: '/api/session', headers: { host: 'office.test', 'content-type': 'application/json', ...headers }, ...(payload !== undefined && { payload }) });

describe('a write', () => {
  test.each([
    ['from our own page', { origin: 'http://office.test', 'sec-fetch-site': 'same-origin' }, 200],
    ['from a program without such headers', {}, 200],
    ['with a charset', { 'content-type': 'application/json; charset=utf-8' }, 200],
    ['from another site', { origin: 'http://evil.test' }, 403],
    ['from another port', { origin: 'http://office.test:81' }, 403],
    ['from a page without an origin', { origin: 'null' }, 403],
    ['marked cross-site by the browser', { 'sec-fetch-site': 'cross-site' }, 403],
    ['as a form', { 'content-type': 'application/x-www-form-urlencoded' }, 403],
    ['as plain text', { 'content-type': 'text/plain' }, 403],
    ['as something that begins like JSON', { 'content-type': 'application/json-seq' }, 403],
  ])('%s', async (_name, headers, status) => {
    expect((await write(headers)).statusCode).toBe(status);
  });

  test.each([
    ['broken', '{"username":'],
    ['reaching for the prototype', '{"username":"town1","password":"x","__proto__":{"admin":true}}'],
    ['reaching for the constructor', '{"username":"town1","password":"x","constructor":{"prototype":{"admin":true}}}'],
    ['nested without end', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
  ])('with a body %s is refused', async (_name, payload) => {
    expect((await write({}, payload)).statusCode).toBe(400);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  test('with a body of ten megabytes is refused', async () => {
    expect((await write({}, JSON.stringify({ username: 'x'.repeat(10_000_000) }))).statusCode).toBe(413);
  });
});

describe('a stranger', () => {
  test.each(['/api/session', '/api/units', '/api/people', '/api/reads', '/api/residents', '/api/residents/p000000', '/api/households', '/api/workflows', '/api/clock'])('is not let in to %s', async (url) => {
    expect((await small.app.inject({ url })).statusCode).toBe(401);
    expect((await small.app.inject({ url, headers: { cookie: `session=${'a'.repeat(43)}` } })).statusCode).toBe(401);
    expect((await small.app.inject({ url, headers: { cookie: 'session=\' or 1=1 --' } })).statusCode).toBe(401);
  });

  test.each(['/api/health', '/api/ready', '/api/settings/public', '/api/openapi.json', '/metrics'])('may ask %s', async (url) => {
    expect((await small.app.inject({ url })).statusCode).toBe(200);
  });

  test('is asked to sign in before a body is looked at', async () => {
    expect((await small.app.inject({ method: 'POST', url: '/api/residents/search', headers: { 'content-type': 'application/json' }, payload: '{' })).statusCode).toBe(401);
  });
});

describe('an answer', () => {
  test('of the API is kept nowhere and may load nothing', async () => {
    const { headers } = await small.app.inject({ url: '/api/health' });
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['x-powered-by']).toBeUndefined();
  });

  test('for an unknown path says so, in JSON, and shows no page', async () => {
    const answer = await small.app.inject({ url: '/api/no/such/thing', headers: { accept: 'text/html' } });
    expect([answer.statusCode, answer.json()]).toEqual([404, { reason: 'not-found' }]);
  });
});

describe('the panel', () => {
  test.each(['/', '/benefit-claim/c-1/show', '/index.html'])('is one page, at %s too, with a nonce of its own each time', async (url) => {
    const page = () => small.app.inject({ url, headers: { accept: 'text/html' } });
    const [one, two] = [await page(), await page()];
    const nonce = /nonce="([^"]+)"/.exec(one.body)?.[1] ?? '';
    expect(nonce).toHaveLength(24);
    expect(two.body).not.toContain(nonce);
    expect(one.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(one.headers['content-security-policy']).not.toContain('unsafe-inline');
    expect(one.headers['cache-control']).toBe('no-store');
    expect(one.body).not.toContain('__CSP_NONCE__');
  });

  test('keeps its hashed files for ever, others not, and shows no sources', async () => {
    expect((await small.app.inject({ url: '/assets/main-abc.js' })).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await small.app.inject({ url: '/favicon.svg' })).headers['cache-control']).toBe('no-cache');
    expect((await small.app.inject({ url: '/assets/main-abc.js.map' })).statusCode).toBe(404);
    expect((await small.app.inject({ url: '/assets/../../package.json' })).statusCode).toBe(404);
    expect((await small.app.inject({ url: '/assets/none.js' })).statusCode).toBe(404);
  });

  test('comes packed to whoever can unpack it, and plain to others', async () => {
    const ask = (encoding: string) => small.app.inject({ url: '/assets/main-abc.js', headers: { 'accept-encoding': encoding } });
    const packed = await ask('gzip, deflate, br');
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', 'content-type': expect.stringContaining('javascript') as string, 'cache-control': 'public, max-age=31536000, immutable' });
    expect(gunzipSync(packed.rawPayload).toString()).toBe('export {};');
    const plain = await ask('identity');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect([plain.body, plain.headers.vary]).toEqual(['export {};', expect.stringMatching(/accept-encoding/i)]);
    expect((await small.app.inject({ url: '/assets/main-abc.js.gz' })).statusCode).toBe(404);
  });
});

describe('the log', () => {
  test('holds no password, cookie, query or address', async () => {
    const signed = await signIn(small.app, 'town1', 'demo-2026');
    await small.app.inject({ url: '/api/residents?filter={"q":"安居甲"}', headers: { cookie: String(signed.headers['set-cookie']).split(';')[0] ?? '' } });
    const all = lines.join('\n');
    expect(all).toContain('/api/residents');
    for (const secret of ['demo-2026', '安居', String(signed.headers['set-cookie']).slice(8, 40), '127.0.0.1']) expect(all).not.toContain(secret);
  });

  test('tells of a failed statement without the values in it', () => {
    const written: string[] = [];
    makeLog({ write: (line) => void written.push(line) }).error({ err: Object.assign(new Error('value "110101199003070022" is wrong'), { code: '22P02' }) }, 'failed');
    expect(written.join()).toContain('22P02');
    expect(written.join()).not.toContain('110101199003070022');
  });
});
