import { describe, expect, test } from 'vitest';
import { conflictsOf, personsOf, voicesOf } from '../../workflows/kit/substitutes.ts';
import type { Case } from '../../workflows/kit/words.ts';

const unit = '999901101';
const away = { id: 'head1', name: '李某' };

describe('who speaks in a step', () => {
  test('is the actor alone, where a post of their own will do', () => {
    expect(voicesOf({ id: 'head2', posts: [{ post: 'town_head', unit }, { post: 'town_head', unit, behalf: away }] }, ['town_head'])).toEqual(['head2']);
  });
  test('is the absent too, where the actor could take it for them alone', () => {
    expect(voicesOf({ id: 'town1', posts: [{ post: 'town_clerk', unit }, { post: 'town_head', unit, behalf: away }] }, ['town_head'])).toEqual(['town1', 'head1']);
  });
  test('is nobody absent in a step of other posts', () => {
    expect(voicesOf({ id: 'town1', posts: [{ post: 'town_head', unit, behalf: away }] }, ['reviewer'])).toEqual(['town1']);
  });
});

describe('a step taken for somebody', () => {
  const step = { step: 'draft.submit', post: 'town_head', round: 1, entry: 1 } as const;
  test('is theirs as well as of whoever took it; where that was not kept, of the latter alone', () => {
    expect([personsOf({ by: 'town1' }), personsOf({ by: 'town1', behalf: 'head1' }), personsOf({ by: 'town1', behalf: true })]).toEqual([['town1'], ['town1', 'head1'], ['town1']]);
  });
  test('keeps them from acting in the case for another, and not whoever stood in for them', () => {
    const one = { memory: { done: [{ ...step, by: 'town1', behalf: 'head1' }] } } as unknown as Case;
    const stand = { post: 'town_head', unit, behalf: { id: 'head2', name: '王某' } };
    expect([conflictsOf(stand, one, 'head1', [], false), conflictsOf(stand, one, 'town1', [], false)]).toEqual([['own-part'], []]);
  });
});
