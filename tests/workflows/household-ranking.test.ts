/** How households are ranked within their places, and that nobody sees another's sheet before the last. */
import { describe, expect, test } from 'vitest';
import { isUnseen } from '../../workflows/kit/blind.ts';
import type { Done, Rolled } from '../../workflows/kit/words.ts';
import { modelHousehold } from '../../workflows/model-household/index.ts';
import { rankIn, type Ranked } from '../../workflows/model-household/nomination.ts';
import { scheme2026 } from '../../workflows/model-household/schemes/2026.ts';
import { tieRule } from '../../workflows/model-household/schemes/scheme.ts';

type Means = NonNullable<Ranked['means']>;
const means = (opinion: number, elders = 18): Means => ({ harmony: 18, upbringing: 17, neighbours: 17, honesty: 9, opinion, elders });
const one = (id: string, meanScore: number, of: Means = means(9), submittedAt = '2026-11-02T01:00:00.000Z'): Ranked => ({ id, meanScore, means: of, submittedAt });
const stands = (state: string, { id, ...values }: Ranked): Rolled => ({ id, state, key: null, subject: null, values });
const scored = (...all: Ranked[]): Rolled[] => all.map((other) => stands('scored', other));
const rank = (own: Ranked, places: number, ...contest: Rolled[]) => rankIn(scheme2026, own, places, [...contest, stands('scored', own)]);

describe('ranking within the places', () => {
  const [best, second, third] = [one('a', 90), one('b', 88), one('c', 86)];
  test('takes the best, in whatever order they are ranked', () => {
    expect([best, second, third].map((own) => rank(own, 2, ...scored(best, second, third)).outcome)).toEqual(['selected', 'selected', 'notSelected']);
    // The second after the best has been selected, and the best after the second.
    expect(rank(second, 1, stands('townNoticeDraft', best))).toEqual({ rank: 2, outcome: 'notSelected' });
    expect(rank(best, 2, stands('townNotice', second))).toEqual({ rank: 2, outcome: 'selected' });
  });
  test('leaves out whoever stays below the pass mark, whom no free place helps', () => {
    expect(rank(one('d', 69.99), 20).outcome).toBe('notSelected');
    expect(rank(one('d', 70), 20).outcome).toBe('selected');
  });
  test('waits as long as somebody who is still being scored might take the place, and no longer', () => {
    const beingScored = stands('panelScoring', { id: 'z' });
    expect(rank(second, 2, ...scored(best), beingScored).outcome).toBeNull();
    expect(rank(second, 3, ...scored(best), beingScored).outcome).toBe('selected');
    expect(rank(second, 1, ...scored(best), beingScored).outcome).toBe('notSelected');
    expect(rank(one('d', 60), 1, beingScored).outcome).toBe('notSelected');
  });
  test('tells equal means apart by the stated rule: opinion, then elders, then who came first; never by chance', () => {
    const first = (a: Ranked, b: Ranked): string => (rank(a, 1, ...scored(b)).outcome === 'selected' ? a.id : b.id);
    const both = (a: Ranked, b: Ranked): string[] => [first(a, b), first(b, a)];
    expect(both(one('a', 88, means(8)), one('b', 88, means(9)))).toEqual(['b', 'b']);
    expect(both(one('a', 88, means(9, 17)), one('b', 88, means(9, 18)))).toEqual(['b', 'b']);
    expect(both(one('a', 88, means(9), '2026-11-03T01:00:00.000Z'), one('b', 88, means(9), '2026-11-02T01:00:00.000Z'))).toEqual(['b', 'b']);
    expect(both(one('b', 88), one('a', 88))).toEqual(['a', 'a']);
    expect(tieRule(scheme2026).zh).toBe('平均分相同的，依次比较“群众评议”、“孝老爱亲”得分；仍相同的，提交推荐在先者优先');
  });
});

test('a sheet is its giver’s alone until the last is given, and anybody’s afterwards', () => {
  const sheet = { version: 9, type: 'score', from: 'panelScoring', by: 'reviewer1' };
  const told = (step: Done['step'], entry: number, by: string): Done => ({ step, by, post: 'reviewer', round: 1, entry });
  const before = [1, 2, 3, 4, 5, 6, 7, 8].map((entry) => told('draft.submit', entry, 'village01'));
  const memory = { round: 1, entry: 8, done: [...before, told('panelScoring.score', 8, 'reviewer1')], marks: [], origins: {}, term: null, paused: {} };
  const seenBy = (state: string, reader: string, entry = 8): boolean => !isUnseen(modelHousehold, { state, memory: { ...memory, entry } }, sheet, reader);
  expect([seenBy('panelScoring', 'reviewer1'), seenBy('panelScoring', 'reviewer2'), seenBy('panelScoring', 'head1'), seenBy('panelScoring', 'auditor')]).toEqual([true, false, false, false]);
  expect([seenBy('scored', 'reviewer2', 9), seenBy('panelScoring', 'reviewer2', 12)], 'the last ended the scoring; a later one is given anew').toEqual([true, false]);
  expect(isUnseen(modelHousehold, { state: 'panelScoring', memory }, { ...sheet, type: 'recuse' }, 'reviewer2')).toBe(false);
});
