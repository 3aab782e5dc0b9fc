import { describe, expect, test } from 'vitest';
import { benefitClaim } from '../../workflows/benefit-claim/index.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Data } from '../../workflows/kit/words.ts';
import { getProgramme } from '../../workflows/office/programmes/index.ts';
import { termsOf } from '../../workflows/office/programmes/terms.ts';
import { overlaps } from './apart.ts';
import { apartPairs, NEEDS, refusals, watches } from './duties.ts';
import { explore, type Asked, type Graph } from './explore.ts';
import { claimSight, fewObjections } from './sights.ts';
import { withArrow } from './plant.ts';
import { once, tellsSound } from './sound.ts';
import { AT, worldAt } from './world.ts';

const openings = benefitClaim.examples(worldAt(AT))['open'] as readonly Data[];
const opening = (programme: string): Data[] => openings.filter((one) => one['programme'] === programme);
const searching = (workflow: Workflow, programme: string, asked: Asked = {}) =>
  once((): Graph => explore(workflow, { ...claimSight, never: fewObjections(2), watch: watches['benefit-claim'], ...asked, examples: { open: opening(programme), ...asked.examples } }));

const pairs = apartPairs['benefit-claim'];
const { looks } = claimSight;

/** Every claim is opened under a version that says what it will; it gets to be so by the claim's own opening. */
const under = (workflow: Workflow, programme: string, terms: object): Workflow => {
  const versions = [{ id: 'v2', state: 'inForce', key: programme, subject: null, values: { number: 2, effectiveFrom: '2000-01-01', governs: { ...termsOf(getProgramme(programme)), ...terms } } }];
  const ways = workflow.open.ways.map((way) => ({ ...way, ...(way.keep && { keep: Object.assign((q: Parameters<NonNullable<typeof way.keep>>[0]) => way.keep?.({ ...q, facts: { ...q.facts, versions } }) ?? {}, { reads: way.keep.reads }) }) }));
  return { ...workflow, open: { ...workflow.open, ways } };
};

describe('benefit-claim', () => {
  const [quota, marriage, special] = [searching(benefitClaim, 'quota-return-award'), searching(benefitClaim, 'late-marriage-award'), searching(benefitClaim, 'special-support')];
  test('there is a claim for each programme; elder support goes the quota award’s ways', () => expect(new Set(openings.map(({ programme }) => programme))).toEqual(new Set(Object.keys(NEEDS))));
  // A claim that was paid is approved again only where its sum was raised.
  tellsSound(benefitClaim, { graphs: [quota, marriage, special], pairs, looks: [...looks, ...refusals], beyond: ['approved.withdraw.closed'] });
  test('without a district share the district is not asked, without notices the claim is reviewed twice', () => {
    expect(marriage().states.has('districtConfirm')).toBe(false);
    expect(special().states.has('villageNotice') || special().states.has('townNotice')).toBe(false);
    expect(special().states.has('internalReview')).toBe(true);
  });
  test('no version opens a way past a notice, a review, a sum, or lets one person do what two must', () => {
    const bare = { villageDays: undefined, townDays: undefined, shares: [{ tier: 'town', percent: 100 }], remainderTo: 'town' };
    for (const programme of ['elder-support', 'special-support']) {
      const graph = searching(under(benefitClaim, programme, bare), programme)();
      expect(graph).toMatchObject({ complete: true, mistaken: [], wrong: [] });
      expect(graph.nodes.every(({ case: { data } }) => (data['governedBy'] as { number: number }).number === 2)).toBe(true);
      // The town alone pays: the district is not asked.
      expect(graph.states.has('approved') && !graph.states.has('districtConfirm')).toBe(true);
      expect(overlaps(graph, pairs).filter((sentence) => !sentence.startsWith('nobody'))).toEqual([]);
    }
  });
  test('under a version too a planted way past a notice is found', () => {
    const hole = under(benefitClaim, 'elder-support', {});
    const open = { ...hole.open, ways: hole.open.ways.map((way) => ({ ...way, ...(way.keep && { keep: Object.assign((q: Parameters<NonNullable<typeof way.keep>>[0]) => ({ ...way.keep?.(q), villageNotice: { round: 1, completedOn: '2026-11-01' } }), { reads: way.keep.reads }) }) })) };
    expect(searching({ ...hole, open }, 'elder-support')().wrong.join()).toContain('approved though villageNotice did not hang to the end');
  });
  test('planted holes in the separation of duties are found', () => {
    for (const [state, event] of [['townReview', 'pass'], ['headSignoff', 'sign'], ['districtConfirm', 'confirm'], ['internalReview', 'passAgain'], ['revocationProposed', 'confirmRevocation']] as const) {
      expect(overlaps(searching(withArrow(benefitClaim, state, event, { notWho: [] }), 'special-support')(), pairs).join(), event).toContain(`${state}.${event}:`);
    }
  });
  test('planted ways past a notice, a review, a sum are found', () => {
    const hurries = withArrow(benefitClaim, 'townReview', 'pass', { ways: benefitClaim.states['townReview']?.on['pass']?.ways.slice(-1) ?? [] });
    const careless = (workflow: Workflow): Workflow => ({ ...workflow, rules: { ...workflow.rules, 'notices-complete': () => true, 'shares-add-up': () => true } });
    expect(searching(careless(hurries), 'special-support')().wrong.join()).toContain('approved without the second review');
    expect(searching(hurries, 'special-support')().states.has('approved')).toBe(false);
    expect(searching(withArrow(benefitClaim, 'villageNotice', 'noticeExpired', { rules: [] }), 'late-marriage-award')().wrong.join()).toContain('approved though villageNotice did not hang to the end');
    const short = withArrow(benefitClaim, 'townReview', 'pass', { ways: (benefitClaim.states['townReview']?.on['pass']?.ways ?? []).map((way) => ({ ...way, keep: () => ({ entitled: 100, amount: 100, shares: { town: 99 } }) })) });
    expect(searching(careless(short), 'special-support')().wrong.join()).toContain('with shares that do not add up');
    expect(searching(short, 'special-support')().states.has('approved')).toBe(false);
  });
});
