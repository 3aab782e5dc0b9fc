import { describe, expect, test } from 'vitest';
import { publicNotice } from '../../workflows/public-notice/index.ts';
import { overlaps } from './apart.ts';
import { apartPairs } from './duties.ts';
import { explore } from './explore.ts';
import { withArrow } from './plant.ts';
import { once, tellsSound } from './sound.ts';

describe('public-notice', () => {
  const pairs = apartPairs['public-notice'];
  // Ended by hand once a case that held it is done with: of which the notice hears nothing.
  tellsSound(publicNotice, { graphs: [once(() => explore(publicNotice))], pairs, beyond: ['posted.endTerm.over'] });
  test('a planted hole is found: who handed it in releases it', () =>
    expect(overlaps(explore(withArrow(publicNotice, 'review', 'release', { notWho: [] })), pairs).join()).toContain('draft.submit and review.release'));
});
