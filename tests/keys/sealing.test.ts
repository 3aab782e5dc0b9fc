/** What is sealed in a value leaves its place empty, and comes back to it, wherever it stood. */
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { loadKeys } from '../../server/keys/keys.ts';
import { eraseLeaves, openLeaves, sealLeaves, withoutSealed } from '../../server/store/sealing.ts';
import { eraseNamed } from '../../workflows/kit/erased.ts';
import type { Data } from '../../workflows/kit/words.ts';
import { temporaryFolder } from '../tools/folders.ts';

const root = temporaryFolder();
afterAll(root.remove);
const keys = loadKeys(root.path);
const names = new Set(['phone', 'accounts']);
const HERE = { table: 'cases', row: 'd/c1', column: 'data' };

const claim: Data = { name: '张三', phone: '13900000000', spouse: { phone: null, accounts: [{ bank: '示范', no: '62' }] }, papers: [{ kind: 'a', phone: '13900000001' }, { kind: 'b' }] };

test('nothing of it stays in the open, and all of it comes back', () => {
  const kept = sealLeaves(keys, names, HERE, claim);
  expect(withoutSealed(kept)).toEqual({ name: '张三', phone: null, spouse: { phone: null, accounts: null }, papers: [{ kind: 'a', phone: null }, { kind: 'b' }] });
  expect(openLeaves(keys, HERE, JSON.parse(JSON.stringify(kept)) as Data)).toEqual(claim);
});

test('a value without such leaves stays the very same object', () => {
  const plain = { name: '张三', papers: [{ kind: 'a' }], phone: null };
  expect(sealLeaves(keys, names, HERE, plain)).toBe(plain);
  expect(openLeaves(keys, HERE, plain)).toBe(plain);
});

const MARK = { erased: { on: '2026-11-23', ground: 'purpose_met', by: 'c9' } };

test('erased leaves read as erased, the others stay sealed', () => {
  const kept = sealLeaves(keys, names, HERE, claim);
  const some = eraseLeaves(keys, HERE, kept, (value) => value === '13900000001', MARK);
  expect(JSON.stringify(withoutSealed(some))).not.toContain('139');
  expect(openLeaves(keys, HERE, some)).toEqual({ ...claim, papers: [{ kind: 'a', phone: MARK }, { kind: 'b' }] });
  const all = eraseLeaves(keys, HERE, kept, () => true, MARK);
  expect(all).not.toHaveProperty('$sealed');
  expect(all).toEqual(eraseNamed(names, claim, MARK));
  expect(eraseLeaves(keys, HERE, kept, () => false, MARK)).toBe(kept);
});

test('what was erased is not sealed again, and what comes after it is', () => {
  const erased = eraseNamed(names, claim, MARK) as Data;
  expect(sealLeaves(keys, names, HERE, erased)).toBe(erased);
  const anew = sealLeaves(keys, names, HERE, { ...erased, phone: '13900000009' });
  expect(openLeaves(keys, HERE, anew)).toEqual({ ...erased, phone: '13900000009' });
  expect(withoutSealed(anew)).toMatchObject({ phone: null, papers: [{ phone: MARK }, {}] });
});

test('it does not open in another row or column', () => {
  const kept = sealLeaves(keys, names, HERE, claim);
  for (const there of [{ ...HERE, row: 'd/c2' }, { ...HERE, column: 'memory' }, { ...HERE, table: 'log' }]) expect(() => openLeaves(keys, there, kept)).toThrow(/moved/);
});

test('any JSON comes back as it was', () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof({ maxDepth: 4 }, fc.string(), fc.integer(), fc.constant(null), fc.array(tie('any'), { maxLength: 3 }), tie('object')),
    object: fc.dictionary(fc.constantFrom('phone', 'accounts', 'name', 'spouse', '0'), tie('any'), { maxKeys: 4 }),
  })).object;
  fc.assert(fc.property(value, (one) => {
    const kept = JSON.parse(JSON.stringify(sealLeaves(keys, names, HERE, one as Data))) as Data;
    expect(openLeaves(keys, HERE, kept)).toEqual(JSON.parse(JSON.stringify(one)));
  }));
});
