import { describe, expect, test } from 'vitest';
import { paymentBatch } from '../../workflows/payment-batch/index.ts';
import { overlaps } from './apart.ts';
import { apartPairs } from './duties.ts';
import { explore } from './explore.ts';
import { withArrow } from './plant.ts';
import { once, tellsSound } from './sound.ts';

describe('payment-batch', () => {
  const pairs = apartPairs['payment-batch'];
  tellsSound(paymentBatch, { graphs: [once(() => explore(paymentBatch))], pairs });
  test('planted holes are found: one finance clerk draws up and checks, the checker signs', () => {
    expect(overlaps(explore(withArrow(paymentBatch, 'draft', 'check', { notWho: [] })), pairs).join()).toContain('.open and draft.check');
    expect(overlaps(explore(withArrow(paymentBatch, 'checked', 'sign', { notWho: [] })), pairs)).toHaveLength(2);
  });
});
