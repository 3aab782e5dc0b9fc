import { describe, expect, test } from 'vitest';
import { childcareAssistance } from '../../workflows/childcare-assistance/index.ts';
import { overlaps } from './apart.ts';
import { apartPairs } from './duties.ts';
import { explore } from './explore.ts';
import { withArrow } from './plant.ts';
import { once, tellsSound } from './sound.ts';

describe('childcare-assistance', () => {
  const pairs = apartPairs['childcare-assistance'];
  tellsSound(childcareAssistance, { graphs: [once(() => explore(childcareAssistance))], pairs });
  test('a planted hole is found: who copied the status asks the family', () => {
    expect(overlaps(explore(withArrow(childcareAssistance, 'paid', 'reconcile', { notWho: [] })), pairs).join()).toContain('filedOnline.copyStatus and paid.reconcile');
  });
});
