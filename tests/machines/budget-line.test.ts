import { describe, expect, test } from 'vitest';
import { budgetLine } from '../../workflows/budget-line/index.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { overlaps } from './apart.ts';
import { apartPairs } from './duties.ts';
import { explore } from './explore.ts';
import { withArrow } from './plant.ts';
import { once, tellsSound } from './sound.ts';

/** A line may be added to for ever: for the search each supplement leaves the sum as it is. */
const bounded: Workflow = ['districtSupplement', 'headSupplement'].reduce(
  (one, state) => withArrow(one, state, 'approveSupplement', { ways: [{ to: 'open', keep: () => ({ asked: null, askedDocumentNo: null }) }] }), budgetLine as Workflow);

describe('budget-line', () => {
  const pairs = apartPairs['budget-line'];
  tellsSound(bounded, { graphs: [once(() => explore(bounded))], pairs });
  test('a planted hole is found: who asks approves', () => {
    expect(overlaps(explore(withArrow(bounded, 'headApproval', 'approve', { notWho: [] })), pairs).join()).toContain('.open and headApproval.approve');
  });
});
