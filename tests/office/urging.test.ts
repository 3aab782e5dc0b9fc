/** Who may urge a case, and when again. */
import { describe, expect, test } from 'vitest';
import { urgedFrom, urgeErrors, whyNotUrged } from '../../workflows/office/urging.ts';
import type { Actor, Case } from '../../workflows/kit/words.ts';
import { loan } from '../kit/loan.ts';

const unit = '999901101001';
const at = '2026-11-23T02:20:00.000Z';
const person = (id: string, ...posts: readonly (string | { post: string; behalf: { id: string; name: string } })[]): Actor =>
  ({ id, name: id, posts: posts.map((post) => ({ unit, ...(typeof post === 'string' ? { post } : post) })) });
const [village, village2, town, reviewer, head, auditor] = [person('li', 'village_clerk'), person('wu', 'village_clerk'), person('wang', 'town_clerk'), person('zhao', 'reviewer'), person('sun', 'town_head'), person('qian', 'auditor')];
const standing = (state: string, openedBy = 'li'): Case => ({
  id: 'l1', workflow: loan.name, workflowVersion: 1, parent: null, subject: null, key: null, unit, state, data: {}, version: 2, openedBy, openedAt: at, enteredAt: at,
  memory: { round: 1, entry: 1, done: [{ step: '.open', by: openedBy, post: 'village_clerk', round: 1, entry: 0 }], marks: [], origins: {}, term: null, paused: {} },
});
const why = (state: string, actor: Actor, last: string | null = null, openedBy?: string) => whyNotUrged(loan, standing(state, openedBy), actor, last, at);

describe('a case that waits', () => {
  test('may be urged by who opened it and by a head over it, not by who had no part', () => {
    expect([village, head].map((one) => why('checking', one))).toEqual([null, null]);
    expect([village2, auditor].map((one) => why('checking', one))).toEqual(['no-part', 'no-part']);
  });
  test('is not urged by those it waits for, though another of them might do it', () => {
    expect([why('checking', town), why('signing', head), why('draft', village)]).toEqual(['waits-for-you', 'waits-for-you', 'waits-for-you']);
  });
  test('may be urged by who is barred from the step: it does not wait for them', () => {
    const signing = standing('signing');
    const checked: Case = { ...signing, memory: { ...signing.memory, done: [...signing.memory.done, { step: 'checking.check', by: 'zhao', post: 'reviewer', round: 1, entry: 1 }] } };
    expect(whyNotUrged(loan, checked, reviewer, null, at)).toBeNull();
    expect(why('signing', person('zhao', 'reviewer', 'town_head'))).toBe('waits-for-you');
    expect(why('checking', person('li', 'village_clerk', { post: 'town_clerk', behalf: { id: 'wang', name: '王' } }))).toBeNull();
    expect(why('checking', person('chen', 'town_head', { post: 'town_clerk', behalf: { id: 'wang', name: '王' } }))).toBe('waits-for-you');
  });
  test('is urged once in four hours, by anybody', () => {
    expect(why('checking', village, '2026-11-22T22:20:00.001Z')).toBe('urged-recently');
    expect(why('checking', village, '2026-11-22T22:20:00.000Z')).toBeNull();
    expect(urgedFrom('2026-11-22T22:20:00.001Z')).toBe('2026-11-23T02:20:00.001Z');
  });
});

test('a case that runs a term, or is over, has nobody to be urged', () => {
  expect(['notice', 'lent', 'refused'].map((state) => why(state, village))).toEqual(['waits-for-nobody', 'waits-for-nobody', 'waits-for-nobody']);
  expect(why('notice', reviewer)).toBe('no-part');
});

test('a sentence is short and holds no number of anybody', () => {
  expect(urgeErrors('申请人已两次来问')).toEqual({});
  expect(Object.keys(urgeErrors('急'.repeat(101)))).toEqual(['words']);
  expect(urgeErrors('请联系 100 1234 5678 的申请人').words?.en).toMatch(/last four digits/);
});
