/** Nobody is led to a list that can never hold anything for them. */
import { describe, expect, test } from 'vitest';
import { workflows } from '../../workflows/index.ts';
import { readersOf } from '../../workflows/kit/offers.ts';
import { posts } from '../../workflows/office/posts.ts';

const atVillages = posts.filter(({ level }) => level === 'village').map(({ post }): string => post);

describe('cases that stand at the town are read by nobody whose scope is one village', () => {
  const ofTown = workflows.filter(({ unit }) => unit === 'town');
  test.each(ofTown.map((workflow) => [workflow.name, workflow] as const))('%s', (_name, workflow) => {
    expect(readersOf(workflow).filter((post) => atVillages.includes(post))).toEqual([]);
  });

  test('there are such processes, and such posts', () => {
    expect(ofTown.length).toBeGreaterThan(3);
    expect(atVillages).toContain('village_clerk');
  });
});
