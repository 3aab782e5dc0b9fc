/** Mean monitoring: who stands out from the town's mean, who cannot be judged, and what the chart draws. */
import { describe, expect, test } from 'vitest';
import { villageStands } from '../../../workflows/office/demo-town/make-up.ts';
import { indicators } from '../../../workflows/office/monitoring/indicators.ts';
import { exactP, isShown, judge, limitsAt, opensCaseCheck, zScore } from '../../../workflows/office/monitoring/mean.ts';
import type { Share, Verdict } from '../../../workflows/office/monitoring/mean.ts';
import { outliersOf } from '../../../workflows/office/monitoring/outliers.ts';
import { identityOf } from '../../../workflows/office/checks/rule.ts';
import { forbiddenIn } from '../../tools/forbidden.ts';

const FOUR_PERCENT: Share = { hits: 40, of: 1_000 };

/** The demo month by village: z of corrections and of records not verifiable; null where the exact test is used. */
const TABLE: readonly (readonly [unit: string, corrected: number, unable: number | null])[] = [
  ['001', 0.5, -0.6], ['002', 0.4, -0.8], ['003', 0.5, -0.7], ['004', 0.4, -0.7], ['005', 0.4, -0.5], ['006', 0.3, -0.5], ['201', 0.4, -0.7], ['202', 0.3, -0.5], ['203', -5.9, -0.4],
  ['204', 0.4, -0.6], ['205', 0.3, -0.5], ['206', 0.3, -0.3], ['207', 0.1, null], ['208', 0.4, -0.5], ['209', 0.3, 10.6], ['210', 0.3, null], ['211', 0.2, null], ['212', 0.2, null],
];
const sum = (key: 'consistent' | 'corrected' | 'unable'): number => villageStands.reduce((total, one) => total + one[key], 0);
const verified = sum('consistent') + sum('corrected') + sum('unable');

describe('the mean', () => {
  test('of the worked example: one correction of 210 where 8.4 are expected is yellow', () => {
    const verdict = judge({ hits: 1, of: 210 }, FOUR_PERCENT);
    expect(verdict).toEqual({ by: 'z', z: expect.closeTo(-2.6, 1), colour: 'yellow' });
  });

  test.each(TABLE)('of the demo month in village %s', (code, corrected, unable) => {
    const one = villageStands.find(({ unit }) => unit.endsWith(code)) ?? villageStands[0];
    if (!one) throw new Error('no village');
    const of = one.consistent + one.corrected + one.unable;
    expect(zScore({ hits: one.corrected, of }, { hits: sum('corrected'), of: verified })).toBeCloseTo(corrected, 1);
    const z = zScore({ hits: one.unable, of }, { hits: sum('unable'), of: verified });
    if (unable === null) expect(z).toBeNull();
    else expect(z).toBeCloseTo(unable, 1);
    expect(judge({ hits: one.unable, of }, { hits: sum('unable'), of: verified })).toMatchObject({ by: unable === null ? 'exact' : 'z', colour: code === '209' ? 'red' : 'none' });
    expect(judge({ hits: one.corrected, of }, { hits: sum('corrected'), of: verified }).colour).toBe(code === '203' ? 'red' : 'none');
  });

  test('is not reckoned with a curve where fewer than five hits or misses are expected', () => {
    expect(zScore({ hits: 6, of: 124 }, FOUR_PERCENT)).toBeNull();
    expect(zScore({ hits: 6, of: 125 }, FOUR_PERCENT)).not.toBeNull();
    expect(zScore({ hits: 118, of: 124 }, { hits: 960, of: 1_000 })).toBeNull();
    expect(zScore({ hits: 0, of: 0 }, { hits: 0, of: 0 })).toBeNull();
  });

  test('by the exact chance says the same as the tables of the binomial', () => {
    // n = 10, p = 1/2, x = 2: (1 + 10 + 45) · 2 / 1024.
    expect(exactP({ hits: 2, of: 10 }, { hits: 1, of: 2 })).toBeCloseTo(112 / 1024, 10);
    // n = 5, p = 1/10, x = 2: all of 2 … 5, and no number of the lower side is as unlikely.
    expect(exactP({ hits: 2, of: 5 }, { hits: 1, of: 10 })).toBeCloseTo(0.08146, 5);
    expect(exactP({ hits: 5, of: 10 }, { hits: 1, of: 2 })).toBe(1);
    expect(exactP({ hits: 0, of: 40 }, { hits: 0, of: 900 })).toBe(1);
    expect(exactP({ hits: 3, of: 1_000_000 }, { hits: 3, of: 1_000_000 })).toBeCloseTo(1, 6);
  });

  test('by the exact chance is yellow below five in a hundred and red below three in a thousand', () => {
    const of = 100;
    expect([4, 8, 9, 11, 12].map((hits) => judge({ hits, of }, FOUR_PERCENT).colour)).toEqual(['none', 'none', 'yellow', 'red', 'red']);
    expect(judge({ hits: 11, of }, FOUR_PERCENT)).toMatchObject({ by: 'exact', side: 'above' });
  });

  test('looks both ways', () => {
    expect([35, 36, 40, 41, 59, 60, 64, 65].map((hits) => judge({ hits, of: 100 }, { hits: 50, of: 100 }).colour)).toEqual(['red', 'yellow', 'yellow', 'none', 'none', 'yellow', 'yellow', 'red']);
  });

  test('judges and shows nothing of fewer than thirty', () => {
    expect([29, 30].map((of) => isShown({ hits: 0, of }))).toEqual([false, true]);
    expect(judge({ hits: 29, of: 29 }, { hits: 50, of: 100 })).toEqual({ by: 'few', colour: 'none' });
    expect(judge({ hits: 30, of: 30 }, { hits: 50, of: 100 }).colour).toBe('red');
  });
});

describe('a case check', () => {
  const z = (value: number): Verdict => ({ by: 'z', z: value, colour: Math.abs(value) >= 3 ? 'red' : Math.abs(value) >= 2 ? 'yellow' : 'none' });
  test.each([
    ['red opens it', [z(3.1)], true], ['one yellow asks a question only', [z(0), z(0), z(2.5)], false], ['the same yellow in two of three months opens it', [z(2.1), z(0), z(2.5)], true],
    ['a yellow of the other side does not', [z(-2.1), z(0), z(2.5)], false], ['nor one four months old', [z(2.1), z(0), z(0), z(2.5)], false], ['nor a month without colour', [z(2.1), z(2.2), z(1)], false],
    ['sides agree between curve and exact chance', [{ by: 'exact', p: 0.01, side: 'below', colour: 'yellow' }, z(-2.2)], true], ['no month, no check', [], false],
  ] satisfies [string, Verdict[], boolean][])('%s', (_, months, opens) => {
    expect(opensCaseCheck(months)).toBe(opens);
  });
});

describe('the funnel', () => {
  test('narrows with the number of records and agrees with the colours', () => {
    const { yellow, red } = limitsAt(400, { hits: 100, of: 1_000 });
    expect(yellow).toEqual({ low: expect.closeTo(0.07, 10), high: expect.closeTo(0.13, 10) });
    expect(red).toEqual({ low: expect.closeTo(0.055, 10), high: expect.closeTo(0.145, 10) });
    expect([52, 53].map((hits) => judge({ hits, of: 400 }, { hits: 100, of: 1_000 }).colour)).toEqual(['yellow', 'yellow']);
    expect(judge({ hits: 51, of: 400 }, { hits: 100, of: 1_000 }).colour).toBe('none');
  });

  test('never leaves what a share can be', () => {
    expect(limitsAt(10, { hits: 1, of: 100 }).red).toMatchObject({ low: 0 });
    expect(limitsAt(0, { hits: 99, of: 100 })).toEqual({ yellow: { low: 0, high: 1 }, red: { low: 0, high: 1 } });
  });
});

describe('the indicators', () => {
  test('are nine, each in both languages, and speak of nobody’s family', () => {
    expect(indicators.map(({ id }) => id)).toEqual(['corrected', 'changed', 'zeroChangeMonths', 'unable', 'missingPhone', 'errors', 'visited', 'slow', 'returned']);
    const texts = indicators.flatMap(({ id, title, hits, of }) => [id, ...[title, hits, of].flatMap(({ zh, en }) => [zh, en])]);
    expect(texts.filter((text) => forbiddenIn(text) !== null || /出生人|生育|结婚人|birth|marriage/.test(text))).toEqual([]);
    expect(texts.every(Boolean)).toBe(true);
  });
});

describe('outliers', () => {
  const figures = (hits: number) => ['a', 'b', 'c', 'd'].map((unit) => ({ unit, indicator: 'corrected' as const, hits: unit === 'a' ? hits : 40, of: 400 }));
  test('are findings about the village and the month, once each', () => {
    const [one, ...others] = outliersOf('2026-11', figures(0));
    expect(others).toEqual([]);
    expect(one).toEqual({ rule: 'D32', residents: [], unit: 'a', field: 'corrected', occasion: '2026-11', params: { colour: 'red', hits: 0, of: 400, z: expect.closeTo(-5.7, 1) } });
    expect(outliersOf('2026-11', figures(40))).toEqual([]);
  });

  test('of two indicators or months are two', () => {
    const [one] = outliersOf('2026-11', figures(0));
    const [next] = outliersOf('2026-12', figures(0));
    if (!one || !next) throw new Error('no outlier');
    expect(identityOf(one)).not.toBe(identityOf(next));
    expect(identityOf(one)).toBe(identityOf({ ...one, params: {} }));
  });
});
