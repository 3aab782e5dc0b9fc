import { describe, expect, test } from 'vitest';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { loan } from '../kit/loan.ts';
import { everyPost, search, staffOf, type Apart } from './search.ts';

const posts = ['village_clerk', 'town_clerk', 'reviewer', 'town_head'];
const apart: Apart[] = [{ steps: ['.open', 'checking.check'], since: 'case' }, { steps: ['checking.check', 'signing.sign'], since: 'round' }];
const ask = (workflow: Workflow, extra: Partial<Parameters<typeof search>[1]> = {}) => search(workflow, { people: everyPost(posts, 3), apart, holds: () => null, limit: 20_000, ...extra });
const withState = (name: string, on: object): Workflow => ({ ...loan, states: { ...loan.states, [name]: { ...loan.states[name], on: { ...loan.states[name]?.on, ...on } } } } as Workflow);

describe('the search', () => {
  test('goes through all that can happen, and finds a sound workflow sound', () => {
    const found = ask(loan);
    expect(found).toMatchObject({ complete: true, broken: [], stuck: [] });
    expect(found.states).toEqual(new Set(Object.keys(loan.states)));
  });
  test('finds a planted hole in the separation of duties', () => {
    const hole = withState('signing', { sign: { ...loan.states.signing?.on.sign, notWho: [] } });
    expect(ask(hole).broken.join()).toContain('checking.check and signing.sign');
  });
  test('finds a planted way past the notice', () => {
    const holds: Parameters<typeof search>[1]['holds'] = (one, path) => (one.state === 'lent' && !path.some(({ step, round }) => step === 'notice.expire' && round === one.memory.round) ? 'lent past the notice' : null);
    expect(ask(loan, { holds }).broken).toEqual([]);
    expect(ask(withState('checking', { hurry: { who: ['reviewer'], ways: [{ to: 'signing' }] } }), { holds }).broken).toEqual(['lent past the notice']);
  });
  test('finds that the staff does not suffice', () => {
    expect(ask(loan, { people: staffOf({ village_clerk: 1, town_clerk: 1, reviewer: 2, town_head: 1 }) }).stuck).toEqual([]);
    expect(ask(loan, { people: staffOf({ village_clerk: 1, town_clerk: 1, reviewer: 1, town_head: 1 }) }).stuck.join()).toMatch(/^objection after/);
  });
});
