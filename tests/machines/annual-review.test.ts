import { describe, expect, test } from 'vitest';
import { annualReview } from '../../workflows/annual-review/index.ts';
import { overlaps } from './apart.ts';
import { apartPairs } from './duties.ts';
import { explore } from './explore.ts';
import { withArrow } from './plant.ts';
import { once, tellsSound } from './sound.ts';

describe('annual-review', () => {
  const pairs = apartPairs['annual-review'];
  const sees = () => ({});
  tellsSound(annualReview, { graphs: [once(() => explore(annualReview, { sees }))], pairs });
  test('a planted hole is found: who passed somebody’s leaving on confirms it', () => {
    expect(overlaps(explore(withArrow(annualReview, 'exitConfirm', 'confirmExit', { notWho: [] }), { sees }), pairs).join()).toContain('exitProposed.passExit and exitConfirm.confirmExit');
  });
});
