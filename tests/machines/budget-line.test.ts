import { describe, expect, test } from 'vitest';
import { budgetLine } from '../../workflows/budget-line/index.ts';
import { overlaps } from './apart.ts';
import { apartPairs } from './duties.ts';
import { explore } from './explore.ts';
import { once, tellsSound, withArrow } from './sound.ts';

describe('budget-line', () => {
  const pairs = apartPairs['budget-line'];
  tellsSound(budgetLine, { graphs: [once(() => explore(budgetLine))], pairs });
  test('a planted hole is found: who asks approves', () => {
    expect(overlaps(explore(withArrow(budgetLine, 'headApproval', 'approve', { notWho: [] })), pairs).join()).toContain('.open and headApproval.approve');
  });
});
