import { describe, expect, test } from 'vitest';
import { modelHousehold } from '../../workflows/model-household/index.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { overlaps } from './apart.ts';
import { apartPairs, watches } from './duties.ts';
import { explore, type Asked, type Graph } from './explore.ts';
import { fewRecusals, householdSight } from './sights.ts';
import { withArrow } from './plant.ts';
import { once, tellsSound } from './sound.ts';

const at = (year: string): string => `${year}-03-04T01:00:00.000Z`;
const searching = (workflow: Workflow, year: string, asked: Asked = {}) => once((): Graph => explore(workflow, { at: at(year), ...householdSight, never: fewRecusals, watch: watches['model-household'], ...asked }));

const pairs = apartPairs['model-household'];

describe('model-household', () => {
  const [present, past] = [searching(modelHousehold, '2026'), searching(modelHousehold, '2024')];
  tellsSound(modelHousehold, { graphs: [past], pairs });
  test('under the scheme without an approval number nobody is ever commended', () => {
    expect(present()).toMatchObject({ complete: true, mistaken: [], wrong: [] });
    expect([...past().states].filter((state) => !present().states.has(state)).sort()).toEqual(['commended', 'expired', 'revocationProposed', 'revoked']);
  });
  test('planted holes are found', () => {
    const signs = withArrow(modelHousehold, 'headSignoff', 'sign', { notWho: [] });
    expect(overlaps(searching(signs, '2026')(), pairs).join()).toContain('one person takes townCheck.pass and headSignoff.sign');
    const hurries = withArrow(modelHousehold, 'panelScoring', 'hurry', { who: ['town_clerk'], ways: [{ to: 'headSignoff' }] });
    expect(searching(hurries, '2026')().wrong.join()).toContain('headSignoff though townNotice did not hang to the end');
    const unproven = withArrow(modelHousehold, 'townNotice', 'noticeExpired', { rules: [] });
    expect(searching(unproven, '2026')().wrong.join()).toContain('headSignoff though townNotice did not hang to the end');
  });
});
