/** How each fact of a claim is asked. */
import type { WorkflowOf } from '../kit/workflow.ts';
import type { Day, Query } from '../kit/words.ts';
import { fundLine } from '../office/budget.ts';
import { openNotices } from '../office/gathered.ts';
import { dayOf } from '../office/working-days.ts';
import type { Claim, Facts, Fields } from './claim.ts';
import { NOTICES } from './forms/gathering.ts';
import { findProgramme } from '../office/programmes/index.ts';
import { versionsOf } from '../office/programmes/versions.ts';

/** Programme, person and period: who has claimed this before. A year for yearly programmes. */
export const keyOf = ({ programme, applicant, entitlementDate }: Pick<Claim, 'programme' | 'applicant' | 'entitlementDate'>): string =>
  `${programme}:${applicant}:${findProgramme(programme)?.period === 'year' ? entitlementDate.slice(0, 4) : 'once'}`;

/** A second claim may be filed only where the first came to nothing. */
const LIVE = [
  'villageReview', 'villageNoticeDraft', 'villageGathered', 'villageNotice', 'objection', 'objectionRuling', 'returned', 'townCheck', 'townReview', 'internalReview',
  'townNoticeDraft', 'townGathered', 'townNotice', 'headSignoff', 'districtConfirm', 'approved', 'inPayment', 'paymentFailed', 'accountCheck', 'paid', 'closed',
  'revocationProposed', 'recovery', 'writeOffProposed', 'rejected', 'appealReview', 'suspended',
];

const VERSIONS = 'programme-version';
const REVIEWS = 'annual-review';
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const left = (tier: string, at: Day): Query => ({ ask: 'balance', line: fundLine(tier, at.slice(0, 4)) });

export const facts: WorkflowOf<Claim, Fields, Facts>['facts'] = {
  applicant: ({ case: { data }, form }) => {
    const id = text(form.applicant) ?? text(data.applicant);
    return id ? { ask: 'entry', register: 'residents', id } : null;
  },
  versions: ({ case: { data }, form }) => {
    const programme = text(data.programme) ?? text(form.programme);
    return programme ? versionsOf(VERSIONS, programme) : null;
  },
  related: ({ case: { data }, actor }) => (data.applicant ? { ask: 'related', person: actor.id, register: 'residents', id: data.applicant } : null),
  duplicates: ({ case: { id, key, workflow } }) => (key ? { ask: 'tally', workflow, key, states: LIVE, except: id } : null),
  exits: ({ case: { data } }) => (data.applicant ? { ask: 'tally', workflow: REVIEWS, subject: data.applicant, states: ['exited', 'exitedFinal'], where: { programme: data.programme } } : null),
  batchCase: ({ case: { data }, form }) => {
    const id = text(form.batch) ?? text(data.batch) ?? text(data.paidIn);
    return id ? { ask: 'case', workflow: 'payment-batch', id } : null;
  },
  noticeCase: ({ case: { data }, form }) => {
    const id = text(form.notice) ?? text(data.notice);
    return id ? { ask: 'case', workflow: NOTICES, id } : null;
  },
  openNotices: ({ case: one }) => openNotices(NOTICES, one),
  openBatches: () => ({ ask: 'tally', workflow: 'payment-batch', states: ['draft'] }),
  districtLeft: ({ at }) => left('district', dayOf(at)),
  townLeft: ({ at }) => left('town', dayOf(at)),
  villageLeft: ({ at }) => left('village', dayOf(at)),
};
