import { describe, expect, test } from 'vitest';
import { recordVerification } from '../../workflows/record-verification/index.ts';
import { verificationBatch } from '../../workflows/verification-batch/index.ts';
import { verificationCycle } from '../../workflows/verification-cycle/index.ts';
import { overlaps } from './apart.ts';
import { apartPairs } from './duties.ts';
import { explore } from './explore.ts';
import { withArrow } from './plant.ts';
import { once, tellsSound, trapsIn } from './sound.ts';
import { stuckWith } from './staffing.ts';

const without = (data: Record<string, unknown>, name: string): unknown => Object.fromEntries(Object.entries(data).filter(([one]) => one !== name));

describe('verification-cycle', () => {
  /** Figures that were signed steer nothing. */
  const sees = ({ data }: { data: Record<string, unknown> }): unknown => without(data, 'frozen');
  const pairs = apartPairs['verification-cycle'];
  tellsSound(verificationCycle, { graphs: [once(() => explore(verificationCycle, { sees }))], pairs });
  test('a planted hole is found: the clerk who reported signs', () => {
    expect(overlaps(explore(withArrow(verificationCycle, 'ready', 'close', { notWho: [] }), { sees }), pairs)).toHaveLength(2);
  });
});

describe('verification-batch', () => {
  const born = { month: '2026-11', kind: 'full', cutoff: '2026-11-25' };
  /** How many came late steers nothing. */
  const sees = ({ data }: { data: Record<string, unknown> }): unknown => without(data, 'late');
  const pairs = apartPairs['verification-batch'];
  tellsSound(verificationBatch, { graphs: [once(() => explore(verificationBatch, { born, sees }))], pairs });
  test('planted holes are found: the clerk passes, and a batch that never ends', () => {
    expect(overlaps(explore(withArrow(verificationBatch, 'townReview', 'pass', { notWho: [] }), { born, sees }), pairs)).toHaveLength(4);
    const endless = { ...verificationBatch, states: { ...verificationBatch.states, passed: { on: {} } } };
    expect(trapsIn(explore(endless, { born, sees }))).toEqual(['passed']);
  });
});

describe('record-verification', () => {
  const born = { record: 'p000001', name: '张小华', cycle: 'cycle' };
  /** How and why a record was verified steers nothing; which fields change does. */
  const sees = ({ data }: { data: Record<string, unknown> }): unknown => [data['changes'], data['earlier']];
  const pairs = apartPairs['record-verification'];
  const graph = once(() => explore(recordVerification, { born, sees }));
  tellsSound(recordVerification, { graphs: [graph], pairs });
  test('planted holes are found: key fields confirmed by the approver, one reviewer judging twice', () => {
    const byApprover = withArrow(recordVerification, 'keyFieldReview', 'confirmKey', { notWho: [] });
    expect(overlaps(explore(byApprover, { born, sees }), pairs).join()).toContain('one person takes changeProposed.approve and keyFieldReview.confirmKey');
    expect(stuckWith(graph(), { village_clerk: 1, town_clerk: 1, reviewer: 1, town_head: 1, privacy_officer: 1 }).stuck.join()).toContain('caseCheck cannot come to');
  });
});
