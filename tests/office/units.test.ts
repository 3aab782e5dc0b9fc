import { expect, test } from 'vitest';
import { postName, posts } from '../../workflows/office/posts.ts';
import { closureOf, covers, demoUnits, lineOf, villagesOf } from '../../workflows/office/units.ts';

test('the demo town has six communities and twelve villages, in order', () => {
  const villages = villagesOf(demoUnits, '999901101');
  expect(villages).toHaveLength(18);
  expect(villages.filter((one) => one.community)).toHaveLength(6);
  expect(villages.map((one) => one.id)).toEqual(villages.map((one) => one.id).toSorted());
  expect(villagesOf(demoUnits, '999901')).toEqual(villages);
  expect(villagesOf(demoUnits, '999901101201').map((one) => one.name.zh)).toEqual(['东湾村']);
});

test('the closure holds every unit with itself and with all above it', () => {
  const pairs = closureOf(demoUnits);
  expect(pairs).toHaveLength(1 + 2 + 18 * 3);
  expect(pairs).toContainEqual({ ancestor: '999901', descendant: '999901101212' });
  expect(pairs.every(({ ancestor, descendant }) => covers(demoUnits, ancestor, descendant))).toBe(true);
  expect(covers(demoUnits, '999901101001', '999901101')).toBe(false);
  expect(lineOf(demoUnits, 'nowhere')).toEqual([]);
});

test('every post has a name in both languages; an unknown one shows as it is', () => {
  expect(new Set(posts.map((one) => one.post)).size).toBe(posts.length);
  expect(postName('village_clerk')).toEqual({ zh: '村居专干', en: 'Village clerk' });
  expect(postName('mayor').zh).toBe('mayor');
});
