/** The processes with one hole each, as they would be after one careless change: random walks have to find it. */
import { benefitClaim } from '../../workflows/benefit-claim/index.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { modelHousehold } from '../../workflows/model-household/index.ts';
import { paymentBatch } from '../../workflows/payment-batch/index.ts';
import { publicNotice } from '../../workflows/public-notice/index.ts';
import { deafAt, withAnybody, withArrow, withoutRules } from '../machines/plant.ts';

const short = (): Workflow => withoutRules(withArrow(benefitClaim, 'townReview', 'pass', {
  ways: (benefitClaim.states['townReview']?.on['pass']?.ways ?? []).map((way) => ({ ...way, keep: () => ({ entitled: 100, amount: 100, shares: { town: 99 } }) })),
}), 'shares-add-up');
const hurried = (): Workflow => withoutRules(withArrow(benefitClaim, 'townReview', 'pass', { ways: benefitClaim.states['townReview']?.on['pass']?.ways.slice(-1) ?? [] }), 'notices-complete');

/** `red`: the first check that tells; those that look at payments and titles tell too, once one is reached. */
export const holes: Readonly<Record<string, { readonly red: 'notices' | 'apart'; readonly plant: () => readonly Workflow[] }>> = {
  /** The review sends a claim on without its notices. */
  'notice': { red: 'notices', plant: () => [hurried()] },
  /** An objection is written down, and the notice runs on. */
  'objection': { red: 'notices', plant: () => [deafAt(deafAt(benefitClaim, 'villageNotice'), 'townNotice'), deafAt(deafAt(modelHousehold, 'villageNotice'), 'townNotice')] },
  /** The town's share lacks a fen. */
  'shares': { red: 'notices', plant: () => [short()] },
  /** Who checked and reviewed a claim, or a nomination, signs it. */
  'people': { red: 'apart', plant: () => [withAnybody(benefitClaim, ['townCheck', 'passCheck'], ['townReview', 'pass'], ['headSignoff', 'sign'], ['districtConfirm', 'confirm']), withAnybody(modelHousehold, ['townCheck', 'pass'], ['headSignoff', 'sign'], ['forwarded', 'confirm'])] },
  /** Who draws up a batch checks and signs it. */
  'batch': { red: 'apart', plant: () => [withAnybody(paymentBatch, ['draft', 'check'], ['checked', 'sign'])] },
  /** Who draws up a notice releases it. */
  'release': { red: 'apart', plant: () => [withAnybody(publicNotice, ['review', 'release'])] },
};

/** The office's processes, those with the hole in place of their own. */
export const withHole = (given: readonly Workflow[], name: string | undefined): readonly Workflow[] => {
  const planted = name === undefined ? [] : (holes[name]?.plant() ?? []);
  return given.map((one) => planted.find((other) => other.name === one.name) ?? one);
};
