import { describe, expect, test } from 'vitest';
import { loan } from '../kit/loan.ts';
import { apart, overlaps } from './apart.ts';
import { explore } from './explore.ts';
import { withArrow } from './plant.ts';
import { once, trapsIn } from './sound.ts';
import { stuckWith } from './staffing.ts';
import { noticesWatch } from './watches.ts';

const pairs = [...apart('case', ['.open'], ['checking.check']), ...apart('round', ['checking.check'], ['signing.sign']), ...apart('stay', ['objection.judge'], ['objection.judge'])];
/** The items lent and the number of objections steer nothing. */
const sees = (): object => ({});
const sound = once(() => explore(loan, { sees }));

describe('the search', () => {
  test('goes through all that can happen, and finds a sound process sound', () => {
    expect(sound()).toMatchObject({ complete: true, wrong: [], mistaken: [], states: new Set(Object.keys(loan.states)) });
    expect(trapsIn(sound())).toEqual([]);
    expect(overlaps(sound(), pairs)).toEqual([]);
  });
  test('tells when it had to stop', () => expect(explore(loan, { sees, limit: 10 }).complete).toBe(false));
  test('tells when it is blind to something that steers', () => {
    const choosy = withArrow({ ...loan, branches: { ...loan.branches, large: ({ case: { data } }) => data['objections'] === 1 } }, 'signing', 'sign', { ways: [{ when: 'large', to: 'refused' }, { to: 'lent' }] });
    expect(explore(choosy, { sees }).mistaken.join()).toContain('signing');
  });
  test('finds a planted hole in the separation of duties', () => {
    expect(overlaps(explore(withArrow(loan, 'signing', 'sign', { notWho: [] }), { sees }), pairs).join()).toContain('one person takes checking.check and signing.sign');
    expect(overlaps(explore(withArrow(loan, 'objection', 'judge', { mark: undefined, ways: [{}] }), { sees }), pairs).join()).toContain('objection.judge and objection.judge');
    expect(overlaps(sound(), apart('case', ['.open'], ['draft.submit'])).join()).toContain('.open and draft.submit');
    expect(overlaps(sound(), apart('case', ['.open'], ['draft.noSuchStep']))).toEqual(['nobody ever takes draft.noSuchStep']);
  });
  test('finds a planted way past the notice', () => {
    const watch = noticesWatch({ posting: [], judgement: 'settlesAll', needs: (_, state) => (state === 'lent' ? ['notice'] : null) });
    expect(explore(loan, { sees, watch }).wrong[0]).toContain('lent though notice did not hang');
  });
  test('finds that the staff does not suffice', () => {
    expect(stuckWith(sound(), { village_clerk: 1, town_clerk: 1, reviewer: 2, town_head: 1 })).toMatchObject({ complete: true, stuck: [] });
    expect(stuckWith(sound(), { village_clerk: 1, town_clerk: 1, reviewer: 1, town_head: 1 }).stuck.join()).toMatch(/objection cannot come to/);
  });
  test('finds a state that is never left for an end', () => {
    const trap = withArrow({ ...loan, states: { ...loan.states, lent: { on: {} } } }, 'returned', 'lapse', { ways: [{ to: 'returned' }] });
    expect(trapsIn(explore(trap, { sees }))).toContain('lent');
  });
});
