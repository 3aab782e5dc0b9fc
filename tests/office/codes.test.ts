import { expect, test } from 'vitest';
import { codes, hasCode, labelOf, optionsOf } from '../../workflows/office/codes.ts';
import type { CodeName } from '../../workflows/office/codes.ts';

const names = Object.keys(codes) as CodeName[];

test.each(names)('%s has each code once, with words in both languages', (name) => {
  const options = optionsOf(name);
  expect(new Set(options.map((one) => one.value)).size).toBe(options.length);
  for (const { label } of options) {
    expect(label.zh).toMatch(/\p{Script=Han}/u);
    expect(label.en).toMatch(/^[A-Z]/);
  }
});

test('the tables of the standards are whole', () => {
  expect(codes.ethnic.codes).toHaveLength(58);
  expect(codes.marital.codes).toEqual(['10', '20', '21', '22', '23', '30', '40', '90']);
  expect(codes.sex.codes).toEqual(['0', '1', '2', '9']);
  expect(labelOf('ethnic', '56').zh).toBe('基诺族');
});

test('no code ranks a child', () => {
  expect(optionsOf('relation').filter((one) => /长子|次子|长女|次女|独生|三子|三女/.test(one.label.zh))).toEqual([]);
});

test('a code the table lacks shows as it stands', () => {
  expect(labelOf('reason', 'R42')).toEqual({ zh: 'R42', en: 'R42' });
  expect(hasCode('reason', 'R42')).toBe(false);
  expect(hasCode('reason', 'R99')).toBe(true);
});
