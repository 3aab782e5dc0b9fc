/** The processes that meet on the way to money and to a title, and which of their steps must be different people's. */
import { benefitClaim } from '../../../workflows/benefit-claim/index.ts';
import type { Workflow } from '../../../workflows/kit/workflow.ts';
import type { Case, Data, EventName, KeptFile } from '../../../workflows/kit/words.ts';
import { modelHousehold } from '../../../workflows/model-household/index.ts';
import { paymentBatch } from '../../../workflows/payment-batch/index.ts';
import { publicNotice } from '../../../workflows/public-notice/index.ts';
import { watches } from '../duties.ts';
import { claimSight, fewObjections, fewRecusals, householdSight } from '../sights.ts';
import { AT, worldAt } from '../world.ts';
import type { Meeting } from './moves.ts';
import { DREW } from './people.ts';
import type { Together } from './search.ts';
import { watchOf } from './watches.ts';

/** The processes as the office has them, or with a hole. */
export type Processes = { readonly claim?: Workflow; readonly household?: Workflow; readonly batch?: Workflow; readonly notice?: Workflow };

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const listedIn = (data: Data): readonly Data[] => (data['listed'] ?? []) as readonly Data[];
const opensAs = (workflow: Workflow, change: Data): Data => ({ ...(workflow.examples(worldAt(AT))['open'] as Data), ...change });

/** Where a case hangs in its notice or may come back to it, and where its batch still has to do with it. */
const HANGS = ['villageGathered', 'townGathered', 'villageNotice', 'townNotice', 'objection', 'objectionRuling', 'suspended', 'rejected', 'appealReview'];
const PAID = ['paid', 'revocationProposed'];

const noticesFor = (notice: Workflow, kind: string): Meeting => ({
  workflow: notice, joins: 'joinNotice', field: 'notice', linked: ({ state, data }) => (HANGS.includes(state) ? text(data['notice']) : null),
  sees: ({ data }) => ({ level: data['level'], listed: listedIn(data).length, proven: data['proven'] }),
  openings: ['village_clerk', 'town_clerk'].map((post) => ({ posts: [post], data: opensAs(notice, { kind }) })),
});
const batchesFor = (batch: Workflow): Meeting => ({
  workflow: batch, joins: 'batch', field: 'batch', linked: ({ state, data }) => (state === 'inPayment' ? text(data['batch']) : PAID.includes(state) ? text(data['paidIn']) : null), openings: [{ posts: ['finance'], data: opensAs(batch, {}) }],
  sees: ({ data }) => ({ listed: listedIn(data).map(({ fen }) => fen), failed: `${Number(data['failed'])}` }),
});

/** The bank's answer to what was sent, either way. */
const returnsOf = ({ workflow, data }: Case): KeptFile[] => (workflow !== 'payment-batch' ? [] : (['paid', 'failed'] as const).map((outcome, i) => ({
  way: 'in', hash: `${i}`.repeat(64), name: 'return.csv', lines: listedIn(data).map(({ claim, fen }) => ({ claim, fen, outcome, ...(outcome === 'failed' && { cause: 'numberWrong' }) })),
})));

export const NOTICE_DUTIES = { '.open': DREW, 'draft.revise': DREW, 'draft.submit': DREW, 'review.release': 'released' } as const;
export const BATCH_DUTIES = { '.open': DREW, 'draft.check': 'checked', 'checked.sign': 'signed' } as const;
export const CLAIM_DUTIES = {
  '.open': DREW, 'draft.submit': DREW, 'returned.resubmit': DREW,
  'townCheck.passCheck': 'checked', 'townReview.pass': 'reviewed', 'internalReview.passAgain': 'reviewed again', 'headSignoff.sign': 'signed', 'districtConfirm.confirm': 'confirmed',
} as const;
export const HOUSEHOLD_DUTIES = {
  '.open': DREW, 'draft.submit': DREW, 'townCheck.pass': 'checked', 'panelScoring.score': 'scored', 'panelScoring.substituteScore': 'scored', 'headSignoff.sign': 'signed', 'forwarded.confirm': 'confirmed',
} as const;

const openings = (programme: string): readonly Data[] => (benefitClaim.examples(worldAt(AT))['open'] as readonly Data[]).filter((one) => one['programme'] === programme);

export type Narrowed = { readonly without?: readonly EventName[]; readonly objections?: number; readonly first?: true };
const neverOf = (never: (one: Case, event: EventName) => boolean, without: readonly EventName[]) => (one: Case, event: EventName): boolean => without.includes(event) || never(one, event);

export const claimTogether = (programme: string, { claim = benefitClaim, batch = paymentBatch, notice = publicNotice }: Processes = {}, { without = [], objections = 2, first }: Narrowed = {}): Together => ({
  main: claim, meets: [noticesFor(notice, claim.name), batchesFor(batch)], at: AT, openings: openings(programme), known: ['batchCase', 'noticeCase'],
  sight: claimSight, never: neverOf(fewObjections(objections), without), files: returnsOf,
  duties: { [claim.name]: CLAIM_DUTIES, [batch.name]: BATCH_DUTIES, [notice.name]: NOTICE_DUTIES },
  watch: watchOf({ eye: watches['benefit-claim'], end: 'paid', pays: true }), ...(first && { first }),
});

/** Under the scheme of 2024, which has an approval number: under others nobody is commended. */
const IN_2024 = '2024-03-04T01:00:00.000Z';
export const householdTogether = ({ household = modelHousehold, notice = publicNotice }: Processes = {}, { without = [], first }: Narrowed = {}): Together => ({
  main: household, meets: [noticesFor(notice, household.name)], at: IN_2024, openings: [household.examples(worldAt(IN_2024))['open'] as Data], known: ['noticeCase'],
  sight: householdSight, never: neverOf(fewRecusals, without), duties: { [household.name]: HOUSEHOLD_DUTIES, [notice.name]: NOTICE_DUTIES },
  watch: watchOf({ eye: watches['model-household'], end: 'commended', pays: false }), ...(first && { first }),
});
