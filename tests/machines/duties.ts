/** What the office decided for its processes, as people would say it: which steps one person never takes both of, and what must have hung before anybody is paid or commended. */
import { recordVerification } from '../../workflows/record-verification/index.ts';
import type { Data } from '../../workflows/kit/words.ts';
import { apart } from './apart.ts';
import type { Apart } from './apart.ts';
import type { Watch } from './explore.ts';
import { noticesWatch } from './watches.ts';

/** Which notices each programme owes: as the office decided, not as the process computes it. */
export const NEEDS: Readonly<Record<string, readonly string[] | 'reviewedAgain'>> = {
  'quota-return-award': ['townNotice', 'villageNotice'], 'late-marriage-award': ['villageNotice'], 'elder-support': ['townNotice', 'villageNotice'], 'special-support': 'reviewedAgain',
};
const OWED = ['districtConfirm', 'approved', 'inPayment', 'paid'];
export const sharesOff = ({ shares, amount }: Data): boolean => Object.values((shares ?? {}) as Record<string, number>).reduce((sum, fen) => sum + fen, 0) !== amount;
const claimWatch = noticesWatch({
  posting: ['recordPosting', 'proveNotice'], judgement: 'settlesOne',
  needs: ({ programme }, state) => (OWED.includes(state) ? (NEEDS[String(programme)] ?? []) : null),
  also: (data, state) => (OWED.includes(state) && sharesOff(data) ? `${state} with shares that do not add up` : null),
});

const filed = ['.open', 'draft.submit'] as const;
const judged = ['townCheck.passCheck', 'townReview.pass', 'internalReview.passAgain', 'headSignoff.sign', 'districtConfirm.confirm'] as const;
const objections = ['objection.judgeObjection', 'objectionRuling.ruleObjection'] as const;
export const refusals = ['villageReview.vote', 'townCheck.reject', 'townReview.reject', 'internalReview.reject', 'headSignoff.reject', 'districtConfirm.reject', ...objections] as const;
const claimPairs = [
  ...apart('case', filed, [...judged, ...objections, 'appealReview.decideAppeal']), ...apart('round', ['returned.resubmit'], judged),
  ...judged.flatMap((step, i) => apart('round', [step], judged.slice(i + 1))),
  ...apart('round', ['villageReview.vote', 'objection.judgeObjection'], ['headSignoff.sign', 'districtConfirm.confirm']),
  ...apart('stay', ['villageNoticeDraft.draftNotice'], ['villageNoticeDraft.releaseNotice']), ...apart('stay', ['townNoticeDraft.draftNotice'], ['townNoticeDraft.releaseNotice']),
  ...apart('stay', ['objection.judgeObjection'], ['objection.judgeObjection']), ...apart('round', ['objection.judgeObjection'], ['objectionRuling.ruleObjection']),
  ...apart('appealed', refusals, ['appealReview.decideAppeal']),
  ...apart('round', ['townReview.pass', 'internalReview.passAgain', 'headSignoff.sign', 'districtConfirm.confirm'], ['approved.batch']),
  ...apart('round', ['paymentFailed.correctAccount'], ['accountCheck.confirmAccount']),
  ...apart('case', ['paid.revoke', 'closed.revoke'], ['revocationProposed.confirmRevocation']), ...apart('round', ['recovery.proposeWriteOff'], ['writeOffProposed.signWriteOff']),
];

const householdWatch = noticesWatch({
  posting: ['recordPosting', 'proveNotice'], judgement: 'settlesAll',
  needs: (_, state) => (['headSignoff', 'recommended', 'forwarded', 'commended', 'keptAsStory'].includes(state) ? ['townNotice', 'villageNotice'] : null),
});

const created = ['.open', 'draft.submit'] as const;
const scoring = ['panelScoring.score', 'panelScoring.substituteScore'] as const;
const deciding = ['appealReview.grantAppeal', 'appealReview.refuseAppeal'] as const;
const householdPairs = [
  ...apart('case', created, ['townCheck.pass', ...scoring, 'headSignoff.sign', 'forwarded.confirm']),
  ...apart('round', ['townCheck.pass'], [...scoring, 'headSignoff.sign', 'forwarded.confirm']),
  ...apart('round', scoring, ['headSignoff.sign', 'forwarded.confirm']), ...apart('round', ['headSignoff.sign'], ['forwarded.confirm']),
  ...apart('stay', scoring, scoring),
  ...apart('stay', ['villageNoticeDraft.draftNotice'], ['villageNoticeDraft.release']), ...apart('stay', ['townNoticeDraft.draftNotice'], ['townNoticeDraft.release']),
  ...apart('stay', ['objection.judgeObjection'], ['objection.judgeObjection']), ...apart('round', ['objection.judgeObjection'], ['objectionRuling.ruleObjection']),
  ...apart('appealed', ['objection.judgeObjection', 'objectionRuling.ruleObjection', 'headSignoff.reject', ...scoring], deciding),
  ...apart('case', ['commended.proposeRevocation'], ['revocationProposed.confirmRevocation']),
];

const handedIn = ['inProgress.submit', 'returned.resubmit'] as const;
const entered = ['pending.proposeChange' as const, ...Object.entries(recordVerification.states).filter(([, { on }]) => on['subjectRequest']).map(([state]) => `${state}.subjectRequest` as const)];
const looking = (['consistent', 'corrected', 'applied', 'unable', 'unresolved'] as const).map((state) => `${state}.townCheck` as const);
const approving = ['changeProposed.approve', 'keyFieldReview.confirmKey'] as const;

/** By the workflow's name. */
export const apartPairs = {
  'benefit-claim': claimPairs,
  'model-household': householdPairs,
  'payment-batch': [...apart('case', ['.open'], ['draft.check', 'checked.sign']), ...apart('case', ['draft.check'], ['checked.sign'])],
  'public-notice': apart('case', ['.open', 'draft.revise', 'draft.submit'], ['review.release', 'review.sendBack']),
  'budget-line': [...apart('case', ['.open', 'returned.revise'], ['districtApproval.approve', 'headApproval.approve']), ...apart('case', ['open.supplement'], ['districtSupplement.approveSupplement', 'headSupplement.approveSupplement']), ...apart('case', ['open.proposeClose'], ['closing.confirmClose'])],
  'annual-review': [...apart('case', ['.open', 'pending.keepOn', 'pending.proposeExit'], ['keptProposed.passKept', 'exitProposed.passExit', 'exitConfirm.confirmExit', 'appealReview.grantAppeal', 'appealReview.dismissAppeal']), ...apart('case', ['exitProposed.passExit'], ['exitConfirm.confirmExit', 'appealReview.dismissAppeal'])],
  'childcare-assistance': apart('case', ['filedOnline.copyStatus'], ['paid.reconcile']),
  'programme-version': [...apart('case', ['.open', 'draft.revise', 'draft.submit'], ['checking.pass', 'approval.approve']), ...apart('case', ['checking.pass'], ['approval.approve']), ...apart('round', ['inForce.proposeClose'], ['closing.confirmClose'])],
  'verification-cycle': [...apart('case', ['.open'], ['ready.close']), ...apart('round', ['running.report'], ['ready.close'])],
  'verification-batch': apart('round', [...handedIn, 'submitted.takeUp', 'townReview.explain'], ['townReview.pass']),
  'record-verification': [
    ...apart('round', entered, approving), ...apart('round', [approving[0]], [approving[1]]),
    ...apart('stay', ['caseCheck.judge'], ['caseCheck.judge']), ...apart('round', ['caseCheck.judge'], ['headRuling.rule']),
    ...apart('round', [...approving, 'caseCheck.judge'], looking),
  ],
} as const satisfies Record<string, readonly Apart[]>;

export const watches = { 'benefit-claim': claimWatch, 'model-household': householdWatch } as const satisfies Record<string, Watch>;
