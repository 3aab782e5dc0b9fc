import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatYuan, parseYuan, splitFen, yuanInWords } from '../../workflows/office/money.ts';
import type { Share } from '../../workflows/office/money.ts';

describe('amounts as typed', () => {
  test.each([['1,234.50', 123_450], ['3400', 340_000], ['0.1', 10], ['￥ 12.05', 1_205], ['10,000,000', 1_000_000_000]])('%s', (typed, fen) => {
    expect(parseYuan(typed)).toBe(fen);
  });
  test.each(['1.234', '-5', '', 'NaN', '1e3', '12,34.5', '1.', '.5', 'Infinity', '１2', '99999999999'])('%s is refused', (typed) => {
    expect(parseYuan(typed)).toBeNull();
  });
  test('what is written can be read again', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 100_000_000_000 }), (fen) => parseYuan(formatYuan(fen, 'zh').replace(' 元', '')) === fen));
    expect(formatYuan(-123_450, 'en')).toBe('CNY -1,234.50');
  });
});

test.each([
  [340_000, '叁仟肆佰元整'], [0, '零元整'], [5, '伍分'], [50, '伍角整'], [1_005, '壹拾元零伍分'], [1_050, '壹拾元伍角整'],
  [1_000_100, '壹万零壹元整'], [10_000_000, '壹拾万元整'], [1_001_000_000, '壹仟零壹万元整'], [10_000_000_100, '壹亿零壹元整'],
  [10_001_000_000, '壹亿零壹万元整'], [123_456_789, '壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分'],
])('%i fen in capitals', (fen, words) => {
  expect(yuanInWords(fen)).toBe(words);
});

describe('sharing out', () => {
  const fixed: Share[] = [{ tier: 'district', fixed: 200_000 }, { tier: 'town', fixed: 100_000 }, { tier: 'village', fixed: 40_000 }];
  const percent: Share[] = [{ tier: 'central', percent: 50 }, { tier: 'province', percent: 30 }, { tier: 'city', percent: 20 }];

  test('at the cap each tier pays its fixed share', () => {
    expect(splitFen(340_000, fixed, 'town')).toEqual({ district: 200_000, town: 100_000, village: 40_000 });
  });
  test('below it pro rata, the remainder to the named tier', () => {
    expect(splitFen(100_001, fixed, 'village')).toEqual({ district: 58_824, town: 29_412, village: 11_765 });
  });
  test('no fen is lost or made, whatever the total', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 340_000 }), fc.constantFrom('district', 'town', 'village'), (total, rest) => {
      const paid = Object.values(splitFen(total, fixed, rest));
      return paid.reduce((a, b) => a + b, 0) === total && paid.every((fen) => fen >= 0);
    }));
    expect(splitFen(333, percent, 'city')).toEqual({ central: 166, province: 99, city: 68 });
  });
  test('a scheme that cannot be shared out is an error', () => {
    expect(() => splitFen(340_001, fixed, 'town')).toThrow(/Cannot/);
    expect(() => splitFen(100, fixed, 'moon')).toThrow(/moon/);
    expect(() => splitFen(100, [{ tier: 'a', percent: 99 }], 'a')).toThrow(/100/);
    expect(() => splitFen(100, [{ tier: 'a', percent: 100 }, { tier: 'b', fixed: 1 }], 'a')).toThrow(/mix/);
    expect(() => splitFen(1.5, fixed, 'town')).toThrow(/Cannot/);
  });
});
