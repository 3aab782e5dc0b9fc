/** However a claim, its batch and its notices, or a nomination and its notices, come together: nothing is paid or commended past a notice, an objection, a sum, or by fewer than the people it takes. */
import { describe, expect, test, vi } from 'vitest';
import { benefitClaim } from '../../../workflows/benefit-claim/index.ts';
import type { Effect, TallyQuery } from '../../../workflows/kit/words.ts';
import { modelHousehold } from '../../../workflows/model-household/index.ts';
import { paymentBatch } from '../../../workflows/payment-batch/index.ts';
import { publicNotice } from '../../../workflows/public-notice/index.ts';
import { deafAt, withAnybody, withArrow, withoutRules } from '../plant.ts';
import { searchTogether } from './search.ts';
import { claimTogether, householdTogether, type Processes } from './settings.ts';

vi.setConfig({ testTimeout: 300_000 });

/** What leads nowhere new on the way there; `npm run search` leaves nothing out. */
const ASIDE = ['suspend', 'revoke', 'withdraw', 'reopen'];
const HOUSE_ASIDE = ['withdrawConsent', 'withdraw', 'appeal', 'resubmit'];
const claims = (programme: string, planted?: Processes) => searchTogether(claimTogether(programme, planted, { objections: 1, ...(planted ? { without: [...ASIDE, 'resubmit', 'checkAccount'], first: true } : { without: ASIDE }) }));
const households = (planted?: Processes) => searchTogether(householdTogether(planted, { without: HOUSE_ASIDE, ...(planted && { first: true }) }));
const quota = (planted: Processes) => claims('quota-return-award', planted).wrong.join();

describe('claim, batch and notices together', () => {
  test.each(['quota-return-award', 'special-support'])('%s: nothing comes to payment otherwise than it must', (programme) => {
    const found = claims(programme);
    expect(found).toMatchObject({ complete: true, wrong: [], mistaken: [] });
    expect([...found.states]).toEqual(expect.arrayContaining(['benefit-claim paid', 'benefit-claim closed', 'benefit-claim paymentFailed', 'payment-batch reconciled', ...(programme === 'special-support' ? [] : ['public-notice posted', 'benefit-claim appealReview'])]));
    process.stdout.write(`${programme}: ${found.situations} situations of claim, batch and notice, ${found.tries} tries, complete\n`);
  });
  test('a branch that forgets a notice is found', () => {
    const hurries = withArrow(benefitClaim, 'townReview', 'pass', { ways: benefitClaim.states['townReview']?.on['pass']?.ways.slice(-1) ?? [] });
    expect(quota({ claim: withoutRules(hurries, 'notices-complete') })).toContain('though townNotice did not hang to the end');
  });
  test('a notice that counts as proven before anybody saw it is found', () => {
    const putUp = publicNotice.effects['putUp'];
    const trusting = Object.assign((q: Parameters<NonNullable<typeof putUp>>[0]): readonly Effect[] =>
      (putUp?.(q) ?? []).map((effect) => (effect.type === 'send' && 'states' in effect.to ? { ...effect, to: { ...effect.to, data: { ...effect.to.data, proven: true } } } : effect)), {});
    expect(quota({ notice: { ...publicNotice, effects: { ...publicNotice.effects, putUp: trusting } } })).toContain('though its notice stands at posted, unproven');
  });
  test('a notice that does not wait for who may still come back by an appeal is found', () => {
    const impatient = (name: string) => (q: Parameters<NonNullable<typeof publicNotice.facts[string]>>[0]) => {
      const asked = publicNotice.facts[name]?.(q) as TallyQuery | null;
      return asked && { ...asked, states: (asked.states ?? []).filter((state) => state !== 'rejected' && state !== 'appealReview') };
    };
    // The claim asks too, whether its notice hangs: only where it asks no more than whether it came down is there a hole.
    const cameDown = benefitClaim.rules['notice-came-down'];
    const unaware = Object.assign((q: Parameters<NonNullable<typeof cameDown>>[0]) => cameDown?.(q) !== true, cameDown);
    expect(quota({ claim: { ...benefitClaim, rules: { ...benefitClaim.rules, 'notice-hangs': unaware } }, notice: { ...publicNotice, facts: { ...publicNotice.facts, hanging: impatient('hanging') } } })).toContain('though its notice stands at over');
  });
  test('a case that counts days under a notice that was taken down while it was held is found', () => {
    expect(quota({ claim: withoutRules(benefitClaim, 'notice-hangs') })).toContain('though its notice stands at takenDown');
    expect(households({ household: withoutRules(modelHousehold, 'notice-fallen') }).wrong.join()).toContain('though its notice stands at takenDown');
  });
  test('an objection that nobody waits for is found', () => expect(quota({ claim: deafAt(benefitClaim, 'townNotice') })).toContain('with an objection open'));
  test('shares that do not add up are found', () => {
    const short = withArrow(benefitClaim, 'townReview', 'pass', { ways: (benefitClaim.states['townReview']?.on['pass']?.ways ?? []).map((way) => ({ ...way, keep: () => ({ entitled: 100, amount: 100, shares: { town: 99 } }) })) });
    expect(quota({ claim: withoutRules(short, 'shares-add-up') })).toContain('with shares that do not add up');
  });
  test.each([
    ['who reviewed signs', { claim: withAnybody(benefitClaim, ['headSignoff', 'sign']) }, /bankOk to paid though one person has \S+ and signed/],
    ['who checked reviews', { claim: withAnybody(benefitClaim, ['townReview', 'pass']) }, /bankOk to paid though one person has (checked|drawn up) and reviewed/],
    ['who draws up a batch checks it', { batch: withAnybody(paymentBatch, ['draft', 'check']) }, /bankOk to paid though one person has drawn up and checked/],
    ['who checked a batch signs it', { batch: withAnybody(paymentBatch, ['checked', 'sign']) }, /bankOk to paid though one person has (checked|drawn up) and signed/],
    ['who draws up a notice releases it', { notice: withAnybody(publicNotice, ['review', 'release']) }, /though one person has drawn up and released/],
  ] as const)('fewer people than it takes are found: %s', (_, planted, sentence) => expect(quota(planted)).toMatch(sentence));
  test('money out of a batch that nobody signed, or signed without this claim, is found', () => {
    expect(quota({ claim: withArrow(benefitClaim, 'inPayment', 'bankOk', { rules: ['notices-complete'] }) })).toContain('out of a batch at draft');
    expect(quota({ claim: withArrow(benefitClaim, 'approved', 'batch', { checks: [] }) })).toContain('though the batch was checked and signed with nothing for it');
  });
});

describe('nomination and notices together', () => {
  test('nothing comes to a commendation otherwise than it must', () => {
    const found = households();
    expect(found).toMatchObject({ complete: true, wrong: [], mistaken: [] });
    expect([...found.states]).toEqual(expect.arrayContaining(['model-household commended', 'public-notice posted']));
    process.stdout.write(`model-household: ${found.situations} situations of nomination and notice, ${found.tries} tries, complete\n`);
  });
  test('planted holes are found: a notice without proof, an objection nobody waits for, one person who signs and confirms', () => {
    expect(households({ household: withArrow(modelHousehold, 'townNotice', 'noticeExpired', { rules: [] }) }).wrong.join()).toContain('though townNotice did not hang to the end');
    expect(households({ household: deafAt(modelHousehold, 'townNotice') }).wrong.join()).toContain('with an objection open');
    expect(households({ household: withAnybody(modelHousehold, ['forwarded', 'confirm']) }).wrong.join()).toMatch(/commended though one person has \S+ and confirmed/);
  });
});
