import { describe, expect, test } from 'vitest';
import { voicesOf } from '../../workflows/kit/substitutes.ts';

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
