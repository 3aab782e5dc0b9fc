/** What names are found by, as the dictionary of pinyin-pro reads them. */
import { pinyin } from 'pinyin-pro';
import { expect, test } from 'vitest';
import { foundBy } from '../../server/found-by.ts';
import type { Keys } from '../../server/keys/keys.ts';
import { firstGiven, lastGiven, surnames } from '../../workflows/office/demo-town/names.ts';

/** Names alone need no key. */
const wordsOf = (name: string): string => foundBy({} as Keys, { name }).words ?? '';
const asName = (name: string): string => pinyin(name, { toneType: 'none', type: 'array', v: true, surname: 'head' }).join('');

test('a name whose characters are each read in one way is read as the dictionary reads it', () => {
  const names = surnames.flatMap((surname, i) => firstGiven.map((first, j) => surname + first + (lastGiven[(i + j) % lastGiven.length] ?? '')));
  expect(names.length).toBeGreaterThan(1_000);
  expect(names.filter((name) => !wordsOf(name).includes(`  ${asName(name)}`))).toEqual([]);
});

test('a surname is read as one first, and a sign that nobody reads as the dictionary says it', () => {
  expect(wordsOf('单雨')).toContain('  shanyu yu');
  expect(wordsOf('々王')).toContain('  tongwang');
  expect(wordsOf('王a')).toContain('  wanga');
});
