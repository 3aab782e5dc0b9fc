/** What keeps a claim from a step before any form is filled in. Each code has its sentence in messages/rules.ts. */
import { personsOf, voicesOf } from '../kit/substitutes.ts';
import type { Step } from '../kit/words.ts';
import { cameDown, levelOf, mayLeave, provenFirst, stillHangs } from '../office/gathered.ts';
import { addDays, dayOf } from '../office/working-days.ts';
import { reading, type Asked, type ClaimCase } from './claim.ts';
import { allMet, eligibilityOf, type Met } from '../office/programmes/eligibility.ts';
import { noticeOf, noticesComplete, programmeOf } from './rounds.ts';

const REFUSING = ['vote', 'reject', 'judgeObjection', 'ruleObjection'];
/** Who took the step that the appeal is against, in the stay that ended with the refusal. */
const refusers = ({ data, memory }: ClaimCase): string[] => {
  const steps = REFUSING.map((event) => `${data.refusal?.step}.${event}`);
  const taken = memory.done.filter(({ step }) => steps.includes(step));
  const stay = Math.max(...taken.map(({ entry }) => entry));
  return taken.filter(({ entry }) => entry === stay).flatMap(personsOf);
};

const drafted = (one: ClaimCase): boolean => noticeOf(one, levelOf(one.state)) !== undefined;

const addUp = ({ data: { shares, amount } }: ClaimCase): boolean =>
  amount !== undefined && shares !== undefined && Object.values(shares).reduce((sum, fen) => sum + fen, 0) === amount;

/** The step by which a tier approves its own share; the village's vote carries over into later rounds, for its notice hangs anew. */
const APPROVES: Readonly<Record<string, { readonly step: Step; readonly anew: boolean }>> = {
  village: { step: 'villageReview.vote', anew: false }, town: { step: 'headSignoff.sign', anew: true }, district: { step: 'districtConfirm.confirm', anew: true },
};
const approvedByTiers = ({ data: { shares = {} }, memory }: ClaimCase): boolean =>
  Object.entries(shares).every(([tier, fen]) => fen === 0 || memory.done.some(({ step, round }) => step === APPROVES[tier]?.step && (!APPROVES[tier].anew || round === memory.round)));

/** Days for which a change of the account must have been held against its proof before anything is paid to it. */
const FRESH = 30;
const accountHolds = ({ data: { accountChangedOn, accountCheckedOn } }: ClaimCase, at: string): boolean =>
  accountChangedOn === undefined || accountChangedOn < addDays(dayOf(at), -FRESH) || (accountCheckedOn ?? '') >= accountChangedOn;

const recomputed = ({ case: { data }, facts: { applicant } }: Asked<'applicant'>): Met[] => eligibilityOf(programmeOf(data), data, applicant);
const same = (a: readonly Met[], b: readonly Met[]): boolean => a.length === b.length && a.every(({ rule, met }) => b.some((other) => other.rule === rule && other.met === met));

/** The batch is read as it stands when the event happens: an event sent by the batch itself sees it just before or after its step. */
const batchAt = (...states: string[]) => reading(['batchCase'], ({ facts: { batchCase } }) => batchCase !== null && states.includes(batchCase.state));

export const rules = {
  /** A reopened claim was filed in time once. */
  'filing-open': ({ case: one, at }: Asked) => one.memory.round > 1 || dayOf(at) <= programmeOf(one.data).claimDeadline,
  'no-live-duplicate': reading(['duplicates'], ({ facts }) => facts.duplicates !== null && facts.duplicates.count === 0),
  'not-left': reading(['exits'], ({ facts }) => (facts.exits?.count ?? 0) === 0),
  /** 回避: who has declared a relation to the applicant does not judge. */
  'not-related': reading(['related'], ({ facts }) => facts.related === false),
  /** An appeal is decided by a reviewer who did not refuse. */
  'not-refuser': ({ case: one, actor }: Asked) => !voicesOf(actor, ['reviewer']).some((voice) => refusers(one).includes(voice)),
  'notice-drafted': ({ case: one }: Asked) => drafted(one),
  /** A draft is replaced only after it was sent back; who sent it back drafts none, so that somebody is always left to release it. */
  'not-drafted-yet': ({ case: one }: Asked) => !drafted(one),
  'notice-proof': ({ case: one }: Asked) => noticeOf(one, levelOf(one.state))?.sheet !== undefined,
  'no-open-notice': reading(['openNotices'], ({ facts }) => (facts.openNotices?.count ?? 0) > 0),
  /** What a notice tells its claims means nothing to one that was put up by itself. */
  'hangs-with-others': ({ case: { data } }: Asked) => Boolean(data.notice),
  'proven-by-notice': reading(['noticeCase'], ({ case: { data }, facts: { noticeCase } }) => provenFirst(data.notice, noticeCase)),
  'notice-hangs': reading(['noticeCase'], ({ case: { data }, facts: { noticeCase } }) => stillHangs(data.notice, noticeCase)),
  'notice-came-down': reading(['noticeCase'], ({ facts: { noticeCase } }) => cameDown(noticeCase)),
  'list-not-fixed': reading(['noticeCase'], ({ facts: { noticeCase } }) => mayLeave(noticeCase)),
  'notices-complete': ({ case: one }: Asked) => noticesComplete(one),
  'eligible': reading(['applicant'], (asked) => allMet(recomputed(asked))),
  'check-holds': reading(['applicant'], (asked) => same(recomputed(asked), asked.case.data.eligibility ?? [])),
  'shares-add-up': ({ case: one }: Asked) => addUp(one),
  'shares-approved': ({ case: one }: Asked) => approvedByTiers(one),
  'account-checked': ({ case: one, at }: Asked) => accountHolds(one, at),
  'within-budget': reading(['districtLeft', 'townLeft', 'villageLeft'], ({ case: { data: { shares = {} } }, facts }) =>
    (shares['district'] ?? 0) <= (facts.districtLeft ?? 0) && (shares['town'] ?? 0) <= (facts.townLeft ?? 0) && (shares['village'] ?? 0) <= (facts.villageLeft ?? 0)),
  'no-open-batch': reading(['openBatches'], ({ facts }) => (facts.openBatches?.count ?? 0) > 0),
  'batch-sent': batchAt('sentToBank', 'partlyReturned', 'returnedOk'),
  'batch-not-sent': batchAt('draft', 'checked', 'signed', 'cancelled'),
  'batch-reconciled': batchAt('reconciled', 'closed'),
};
