/** What keeps a claim from a step before any form is filled in. Each code has its sentence in messages/rules.ts. */
import { dayOf } from '../office/working-days.ts';
import { reading, type Asked, type ClaimCase } from './claim.ts';
import { allMet, eligibilityOf, type Met } from './programmes/eligibility.ts';
import { noticeOf, noticesComplete, programmeOf } from './rounds.ts';

const REFUSING = ['vote', 'reject', 'judgeObjection', 'ruleObjection'];
/** Who took the step that the appeal is against, in the stay that ended with the refusal. */
const refusers = ({ data, memory }: ClaimCase): string[] => {
  const steps = REFUSING.map((event) => `${data.refusal?.step}.${event}`);
  const taken = memory.done.filter(({ step }) => steps.includes(step));
  const stay = Math.max(...taken.map(({ entry }) => entry));
  return taken.filter(({ entry }) => entry === stay).map(({ by }) => by);
};

const drafted = (one: ClaimCase): boolean => noticeOf(one, one.state === 'townNoticeDraft' ? 'town' : 'village') !== undefined;

const addUp = ({ data: { shares, amount } }: ClaimCase): boolean =>
  amount !== undefined && shares !== undefined && Object.values(shares).reduce((sum, fen) => sum + fen, 0) === amount;

const recomputed = ({ case: { data }, facts: { applicant } }: Asked<'applicant'>): Met[] => eligibilityOf(programmeOf(data), data, applicant);
const same = (a: readonly Met[], b: readonly Met[]): boolean => a.length === b.length && a.every(({ rule, met }) => b.some((other) => other.rule === rule && other.met === met));

/** The batch is read as it stands when the event happens: an event sent by the batch itself sees it just before or after its step. */
const batchAt = (...states: string[]) => reading(['batchCase'], ({ facts: { batchCase } }) => batchCase !== null && states.includes(batchCase.state));

export const rules = {
  /** A reopened claim was filed in time once. */
  'filing-open': ({ case: one, at }: Asked) => one.memory.round > 1 || dayOf(at) <= programmeOf(one.data).claimDeadline,
  'no-live-duplicate': reading(['duplicates'], ({ facts }) => facts.duplicates !== null && facts.duplicates.count === 0),
  /** 回避: who has declared a relation to the applicant does not judge. */
  'not-related': reading(['related'], ({ facts }) => facts.related === false),
  /** An appeal is decided by a reviewer who did not refuse. */
  'not-refuser': ({ case: one, actor }: Asked) => !refusers(one).includes(actor.id),
  'notice-drafted': ({ case: one }: Asked) => drafted(one),
  /** A draft is replaced only after it was sent back; who sent it back drafts none, so that somebody is always left to release it. */
  'not-drafted-yet': ({ case: one }: Asked) => !drafted(one),
  'notice-proof': ({ case: one }: Asked) => noticeOf(one, one.state === 'townNotice' ? 'town' : 'village')?.sheet !== undefined,
  'notices-complete': ({ case: one }: Asked) => noticesComplete(one),
  'eligible': reading(['applicant'], (asked) => allMet(recomputed(asked))),
  'check-holds': reading(['applicant'], (asked) => same(recomputed(asked), asked.case.data.eligibility ?? [])),
  'shares-add-up': ({ case: one }: Asked) => addUp(one),
  'within-budget': reading(['districtLeft', 'townLeft', 'villageLeft'], ({ case: { data: { shares = {} } }, facts }) =>
    (shares['district'] ?? 0) <= (facts.districtLeft ?? 0) && (shares['town'] ?? 0) <= (facts.townLeft ?? 0) && (shares['village'] ?? 0) <= (facts.villageLeft ?? 0)),
  'no-open-batch': reading(['openBatches'], ({ facts }) => (facts.openBatches?.count ?? 0) > 0),
  'batch-sent': batchAt('sentToBank', 'partlyReturned', 'returnedOk'),
  'batch-not-sent': batchAt('draft', 'checked', 'signed', 'cancelled'),
  'batch-reconciled': batchAt('reconciled', 'closed'),
};
