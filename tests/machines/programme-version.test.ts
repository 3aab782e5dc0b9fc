import { describe, expect, test } from 'vitest';
import { programmeVersion } from '../../workflows/programme-version/index.ts';
import { overlaps } from './apart.ts';
import { apartPairs } from './duties.ts';
import { explore } from './explore.ts';
import { withArrow } from './plant.ts';
import { once, tellsSound } from './sound.ts';

describe('programme-version', () => {
  const pairs = apartPairs['programme-version'];
  tellsSound(programmeVersion, { graphs: [once(() => explore(programmeVersion))], pairs });
  test('planted holes are found: who drafts checks, who checks approves', () => {
    const found = (state: string, event: string): string => overlaps(explore(withArrow(programmeVersion, state, event, { notWho: [] })), pairs).join();
    expect(found('checking', 'pass') + found('approval', 'approve')).toContain('checking.pass and approval.approve');
  });
});
