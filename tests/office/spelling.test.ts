/** The words a name is found by. */
import { describe, expect, test } from 'vitest';
import { asSpelt, piecesOf, wordsOf } from '../../workflows/office/spelling.ts';
import type { Speech } from '../../workflows/office/spelling.ts';

const syllables: Readonly<Record<string, readonly string[]>> = { 王: ['wang'], 晓: ['xiao'], 涵: ['han'], 单: ['dan', 'shan'], 雨: ['yu'], 吕: ['lv'], 古: ['gu'], 丽: ['li'] };
/** 单 is shan in a name. */
const speech: Speech = {
  asName: (name) => [...name].map((one) => (one === '单' ? 'shan' : (syllables[one]?.[0] ?? one))),
  allWays: (name) => [...name].map((one) => syllables[one] ?? [one]),
};
const found = (name: string, typed: string): boolean => piecesOf(typed).every((piece) => asSpelt(piece) !== '' && wordsOf(name, speech).includes(` ${asSpelt(piece)}`));

test('a name stands under itself, its pinyin and its initials, from every syllable on', () => {
  expect(wordsOf('王晓涵', speech)).toBe('  王晓涵 晓涵 涵  wangxiaohan xiaohan han  wxh xh h');
});

describe('王晓涵', () => {
  test.each(['王', '王晓涵', '晓', '晓涵', 'wang', 'wangx', 'WangXiaoHan', 'xiaohan', 'xiaoh', 'wxh', 'wx', 'xh', 'h', 'wang xiao han', 'wang han', '王 h', "wang'xiao", 'ｗｘｈ'])('is found by %s', (typed) => expect(found('王晓涵', typed)).toBe(true));
  test.each(['涵晓', 'ang', 'iao', 'hanx', 'wh', '汪', '%', '_', 'wang li'])('is not found by %s', (typed) => expect(found('王晓涵', typed)).toBe(false));
});

test('a surname with a reading of its own is found by that and by the common one', () => {
  for (const typed of ['shanyu', 'danyu', 'sy', 'dy']) expect(found('单雨', typed)).toBe(true);
  expect(wordsOf('单雨', speech).indexOf('shanyu')).toBeLessThan(wordsOf('单雨', speech).indexOf('danyu'));
});

test('ü is typed as v, and the dot inside a name is not typed at all', () => {
  expect(found('吕雨', 'lvyu') && found('吕雨', 'lüyu')).toBe(true);
  expect(found('古丽·雨', '古丽雨') && found('古丽·雨', '古丽·雨') && found('古丽·雨', 'guliyu')).toBe(true);
});

test('a name of no letters stands under nothing, and is not looked at again', () => {
  expect(wordsOf('··', speech)).toBe(' ');
  expect(wordsOf('', speech)).toBe(' ');
});
