/** What is sealed opens in its own place only, for as long as its key is kept. */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { loadKeys } from '../../server/keys/keys.ts';
import { blindIndex, blindIndexes, sign, verify } from '../../server/keys/prove.ts';
import { isSealed, open, place, seal, sealAnew } from '../../server/keys/seal.ts';
import { temporaryFolder } from '../tools/folders.ts';

const run = promisify(execFile);
const root = temporaryFolder();
afterAll(root.remove);
let made = 0;
const folder = (): string => join(root.path, String((made += 1)), 'keys');

const HERE = place('residents', 'r1', 'idno');
const IDNO = '110101199003078515';

test('the first start makes the keys, closed to others, and the next start finds the same', () => {
  const at = folder();
  mkdirSync(at, { recursive: true, mode: 0o755 });
  const first = loadKeys(at);
  expect(readdirSync(at).map((name) => name.split('-')[0])).toEqual(['data', 'index', 'signing']);
  expect(statSync(at).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(at)) expect(statSync(join(at, name)).mode & 0o777).toBe(0o600);
  expect(open(loadKeys(at), HERE, seal(first, HERE, IDNO))).toBe(IDNO);
});

test('any JSON value comes back as it was', () => {
  const keys = loadKeys(folder());
  for (const value of [IDNO, '', '𠮷野', 0, null, ['a', { b: 1 }]]) expect(open(keys, HERE, seal(keys, HERE, value))).toEqual(value);
});

test('equal values give different envelopes, none of which shows the value', () => {
  const keys = loadKeys(folder());
  const [one, two] = [seal(keys, HERE, IDNO), seal(keys, HERE, IDNO)];
  expect(one).not.toBe(two);
  expect(Buffer.from(one.split('.')[2] ?? '', 'base64url').includes(IDNO)).toBe(false);
});

test('a value moved to another table, row or field does not open', () => {
  const keys = loadKeys(folder());
  const sealed = seal(keys, HERE, IDNO);
  for (const there of [place('cases', 'r1', 'idno'), place('residents', 'r2', 'idno'), place('residents', 'r1', 'phone')]) {
    expect(() => open(keys, there, sealed)).toThrow(/does not open at/);
  }
  expect(place('a', 'b,c', 'd')).not.toBe(place('a,b', 'c', 'd'));
});

test('a value changed in any byte does not open', () => {
  const keys = loadKeys(folder());
  const [version, id, text = ''] = seal(keys, HERE, IDNO).split('.');
  const bytes = Buffer.from(text, 'base64url');
  for (const at of bytes.keys()) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(() => open(keys, HERE, `${version}.${id}.${changed.toString('base64url')}`)).toThrow(/does not open/);
  }
});

test('a new key writes, the old one still reads', () => {
  const at = folder();
  const keys = loadKeys(at);
  const [elsewhere, stranger] = [loadKeys(at), loadKeys(folder())];
  const old = seal(keys, HERE, IDNO);
  keys.renew(['data']);
  const anew = sealAnew(keys, HERE, old);
  expect(anew.split('.')[1]).not.toBe(old.split('.')[1]);
  expect(sealAnew(keys, HERE, anew)).toBe(anew);
  expect([open(keys, HERE, old), open(keys, HERE, anew)]).toEqual([IDNO, IDNO]);
  // Another process meets an envelope of a key it has not seen, and looks for it.
  expect(open(elsewhere, HERE, anew)).toBe(IDNO);
  expect(seal(elsewhere, HERE, IDNO).split('.')[1]).toBe(anew.split('.')[1]);
  expect(() => open(stranger, HERE, anew)).toThrow('put data-2.key back');
});

test('a missing or damaged key says which file to put back', () => {
  const at = folder();
  const sealed = seal(loadKeys(at), HERE, IDNO);
  const file = join(at, 'data-1.key');
  const secret = readFileSync(file, 'utf8');
  rmSync(file);
  expect(() => open(loadKeys(at), HERE, sealed)).toThrow(/^The data key 1k\w+ is not among the key files: put data-1\.key back/);
  writeFileSync(file, secret.slice(0, 20));
  expect(() => loadKeys(at)).toThrow(/is damaged/);
});

test('only an envelope counts as sealed', () => {
  const keys = loadKeys(folder());
  expect(isSealed(seal(keys, HERE, ''))).toBe(true);
  for (const plain of [IDNO, 'v1.x', 'v1.abc.short', 7, null]) expect(isSealed(plain)).toBe(false);
  expect(() => open(keys, HERE, IDNO)).toThrow('This is not a sealed value.');
});

test('a blind index finds equal values of one kind, with a key of its own', () => {
  const at = folder();
  const keys = loadKeys(at);
  expect(blindIndex(keys, 'idno', IDNO)).toBe(blindIndex(keys, 'idno', IDNO));
  expect(blindIndex(keys, 'idno', IDNO)).not.toBe(blindIndex(keys, 'account', IDNO));
  expect(blindIndex(keys, 'idno', IDNO)).not.toBe(blindIndex(loadKeys(folder()), 'idno', IDNO));
  expect(keys.data.key.equals(keys.index.key)).toBe(false);
  const old = blindIndex(keys, 'idno', IDNO);
  keys.renew(['index']);
  expect(blindIndexes(keys, 'idno', IDNO)).toEqual([blindIndex(keys, 'idno', IDNO), old]);
});

test('a signature holds for its text and our keys only, also after a new key', () => {
  const at = folder();
  const keys = loadKeys(at);
  const signature = sign(keys, 'chain head 1');
  expect(verify(keys, 'chain head 1', signature)).toBe(true);
  expect(verify(keys, 'chain head 2', signature)).toBe(false);
  expect(verify(loadKeys(folder()), 'chain head 1', signature)).toBe(false);
  expect(verify(keys, 'chain head 1', 'nonsense')).toBe(false);
  keys.renew(['signing']);
  expect(verify(loadKeys(at), 'chain head 1', signature)).toBe(true);
});

test('servers that start at the same moment on one folder agree on the keys', async () => {
  const at = folder();
  mkdirSync(at, { recursive: true });
  const script = `import { loadKeys } from ${JSON.stringify(new URL('../../server/keys/keys.ts', import.meta.url).href)}; process.stdout.write(loadKeys(process.argv[1]).data.id)`;
  const ids = await Promise.all([1, 2, 3, 4].map(() => run(process.execPath, ['--input-type=module', '-e', script, at])));
  expect(new Set(ids.map(({ stdout }) => stdout)).size).toBe(1);
  expect(readdirSync(at).toSorted()).toEqual(['data-1.key', 'index-1.key', 'signing-1.key']);
});
