/** Claims that are approved, sent back, refused, objected to, appealed for, withdrawn, suspended or late, each to its end. */
import type { State } from '../../workflows/kit/words.ts';
import { does, says, wait, way } from '../stories/story.ts';
import { lead, type Outcome, type Step } from './outcome.ts';

export const QUOTA = 'quota-return-award';
export const MARRIAGE = 'late-marriage-award';
export const ELDER = 'elder-support';
export const SPECIAL = 'special-support';
const PROGRAMMES = [QUOTA, MARRIAGE, ELDER, SPECIAL];

export const to = (until: State, on = 'claim') => lead(until, on);
export const claim = (title: string, programme: string, ends: State, ...steps: (Step | Step[])[]): Outcome => ({
  title, parts: { claim: { workflow: 'benefit-claim', programme } }, ends: { claim: ends },
  steps: [does('clerk', 'claim', 'open', 'draft'), ...steps.flat(), ...(ends === 'closed' ? [to('closed')] : [])],
});
const on = 'claim';
export const filedAnew = way(1);

/** Who judges where, and where a refusal or a correction comes from. */
const judges: readonly (readonly [state: State, by: string, programme: string])[] = [
  ['townCheck', 'checker', MARRIAGE], ['townReview', 'r1', ELDER], ['internalReview', 'r2', SPECIAL], ['headSignoff', 'head', QUOTA], ['districtConfirm', 'district', SPECIAL],
];

const straight = [0, 1, 2].flatMap((n) => PROGRAMMES.map((programme) => claim(`${programme} is approved and paid, ${n + 1}`, programme, 'closed')));

const sentBack = [['villageReview', 'clerk', QUOTA] as const, ...judges].map(([state, by, programme]) =>
  claim(`sent back at ${state}, answered, and paid`, programme, 'closed', to(state), does(by, on, 'sendBack', 'returned'), does('clerk', on, 'resubmit', state, way(0))));
const changed = [
  claim('a correction changes the amount: checked and posted anew, and less is paid', QUOTA, 'closed', to('headSignoff'), does('head', on, 'sendBack', 'returned'), does('clerk', on, 'resubmit', 'townCheck', filedAnew)),
  claim('a correction changes the amount of one that is never posted', SPECIAL, 'closed', to('townReview'), does('r1', on, 'sendBack', 'returned'), does('clerk', on, 'resubmit', 'townCheck', filedAnew)),
  claim('the draft is revised before it is filed', ELDER, 'closed', does('clerk', on, 'revise', 'draft')),
  claim('nobody answers what was sent back: reminded of once, and lapsed', MARRIAGE, 'withdrawn', to('townCheck'), does('checker', on, 'sendBack', 'returned'), wait(10), wait(10)),
  claim('drafts of both notices are sent back, and drafted by others', QUOTA, 'closed',
    to('villageNoticeDraft'), does('clerk', on, 'draftNotice', 'villageNoticeDraft'), does('second', on, 'returnNotice', 'villageNoticeDraft'), to('townNoticeDraft'),
    does('checker', on, 'draftNotice', 'townNoticeDraft'), does('third', on, 'returnNotice', 'townNoticeDraft')),
];

const votedDown = does('clerk', on, 'vote', 'rejected', way(1));
const refusedBy = (state: State, by: string): Step[] => [to(state), does(by, on, 'reject', 'rejected')];
const appealed = does('clerk', on, 'appeal', 'appealReview');
const dismissed = does('r3', on, 'decideAppeal', 'rejectedFinal', way(1));
const refused = [
  claim('the village votes it down, and nobody appeals', QUOTA, 'rejectedFinal', to('villageReview'), votedDown, wait(15)),
  claim('the village votes it down; an appeal has it voted on anew, and it is paid', MARRIAGE, 'closed', to('villageReview'), votedDown, appealed, does('r3', on, 'decideAppeal', 'villageReview', way(0))),
  claim('the village votes it down, and the appeal is dismissed', ELDER, 'rejectedFinal', to('villageReview'), votedDown, appealed, dismissed),
  ...judges.map(([state, by, programme]) => claim(`refused at ${state}, appealed for with success, and paid`, programme, 'closed', refusedBy(state, by), appealed, does('r3', on, 'decideAppeal', state, way(0)))),
  ...judges.map(([state, by, programme]) => claim(`refused at ${state}, and the appeal is dismissed`, programme, 'rejectedFinal', refusedBy(state, by), appealed, dismissed)),
  claim('refused by the district, and nobody appeals', QUOTA, 'rejectedFinal', refusedBy('districtConfirm', 'district'), wait(15)),
];

const judged = (by: string, upheld: boolean, state: State): Step => does(by, on, 'judgeObjection', state, way(upheld ? 1 : 0));
const objected = (state: State): Step[] => [to(state), does(state === 'villageNotice' ? 'clerk' : 'checker', on, 'object', 'objection')];
const disagreed = [judged('r1', false, 'objection'), judged('r2', true, 'objectionRuling')];
const upheldByBoth = [judged('r1', true, 'objection'), judged('r2', true, 'rejected')];
const objections = [
  ...(['villageNotice', 'townNotice'] as const).map((state) => claim(`an objection at ${state} is dismissed by two`, QUOTA, 'closed', objected(state), judged('r1', false, 'objection'), judged('r2', false, state))),
  claim('two objections, judged in their turn', ELDER, 'closed', objected('villageNotice'), does('clerk', on, 'object', 'objection'),
    judged('r1', false, 'objection'), judged('r2', false, 'objection'), judged('r1', false, 'objection'), judged('r3', false, 'villageNotice')),
  claim('an objection is upheld by two, and nobody appeals', MARRIAGE, 'rejectedFinal', objected('villageNotice'), upheldByBoth, wait(15)),
  claim('an objection is upheld; an appeal has it judged anew and dismissed, and it is paid', QUOTA, 'closed', objected('townNotice'), upheldByBoth, appealed,
    does('r3', on, 'decideAppeal', 'objection', way(0)), judged('r1', false, 'objection'), judged('r3', false, 'townNotice')),
  claim('the reviewers disagree, and the head dismisses the objection', MARRIAGE, 'closed', objected('villageNotice'), disagreed, does('otherHead', on, 'ruleObjection', 'villageNotice', way(0))),
  claim('the reviewers disagree, and the head upholds the objection', ELDER, 'rejectedFinal', objected('townNotice'), disagreed, does('head', on, 'ruleObjection', 'rejected', way(1)), wait(15)),
  claim('the head upheld an objection; an appeal has it ruled on anew', QUOTA, 'closed', objected('villageNotice'), disagreed, does('head', on, 'ruleObjection', 'rejected', way(1)),
    appealed, does('r3', on, 'decideAppeal', 'objectionRuling', way(0)), does('otherHead', on, 'ruleObjection', 'villageNotice', way(0))),
  claim('the reviewers disagree on an objection at the town’s notice, and the head dismisses it', QUOTA, 'closed', objected('townNotice'), disagreed, does('otherHead', on, 'ruleObjection', 'townNotice', way(0))),
  claim('another objection comes while the head rules on the first', QUOTA, 'closed', objected('villageNotice'), disagreed, does('clerk', on, 'object', 'objectionRuling'),
    does('otherHead', on, 'ruleObjection', 'objection', way(0)), judged('r1', false, 'objection'), judged('r2', false, 'villageNotice')),
];

/** Stands at the state, by the shortest way that leads there. */
export const standing = (state: State): Step[] => ({
  objection: objected('villageNotice'), objectionRuling: [...objected('villageNotice'), ...disagreed],
  returned: [to('townCheck'), does('checker', on, 'sendBack', 'returned')], suspended: [to('townCheck'), does('checker', on, 'suspend', 'suspended')],
  rejected: refusedBy('townCheck', 'checker'), appealReview: [...refusedBy('townCheck', 'checker'), appealed],
}[state] ?? [to(state)]);

/** Before payment a household may withdraw wherever its claim stands. */
export const leaves: readonly (readonly [State, string])[] = [
  ['draft', QUOTA], ['villageReview', MARRIAGE], ['villageNoticeDraft', QUOTA], ['villageNotice', ELDER], ['objection', QUOTA], ['objectionRuling', MARRIAGE], ['returned', ELDER], ['suspended', QUOTA],
  ['townCheck', MARRIAGE], ['townReview', ELDER], ['internalReview', SPECIAL], ['townNoticeDraft', QUOTA], ['townNotice', ELDER], ['headSignoff', MARRIAGE], ['districtConfirm', SPECIAL], ['approved', QUOTA],
  ['rejected', MARRIAGE], ['appealReview', ELDER],
];
const withdrawn = leaves.map(([state, programme]) => claim(`withdrawn at ${state}`, programme, 'withdrawn', standing(state), does('clerk', on, 'withdraw', 'withdrawn')));

const rest = (state: State): Step[] => [does('checker', on, 'suspend', 'suspended'), wait(2), does('third', on, 'resume', state)];
const restAt = (...states: State[]): Step[] => states.flatMap((state) => [to(state), ...rest(state)]);
const suspended = [
  claim('rests wherever it comes, and each term runs on with the days it had left', QUOTA, 'closed',
    restAt('villageReview', 'villageNoticeDraft', 'villageNotice', 'townCheck', 'townReview', 'townNoticeDraft', 'townNotice', 'headSignoff', 'districtConfirm', 'approved')),
  claim('rests at the second review', SPECIAL, 'closed', restAt('internalReview')),
  claim('rests while an objection is judged, ruled on, and while it is corrected', ELDER, 'closed', objected('villageNotice'), rest('objection'), disagreed, rest('objectionRuling'), does('otherHead', on, 'ruleObjection', 'villageNotice', way(0)),
    to('townCheck'), does('checker', on, 'sendBack', 'returned'), rest('returned'), does('clerk', on, 'resubmit', 'townCheck', way(0))),
];

const late = [
  claim('everybody is late with it and told so', ELDER, 'closed', to('villageReview'), wait(6), to('villageNotice'), does('clerk', on, 'object', 'objection'), wait(11), judged('r1', false, 'objection'), judged('r2', false, 'villageNotice'),
    to('townCheck'), wait(11), does('checker', on, 'reject', 'rejected'), appealed, wait(16), does('r3', on, 'decideAppeal', 'townCheck', way(0)), to('townReview'), wait(11)),
  claim('the second review is late', SPECIAL, 'closed', to('internalReview'), wait(11)),
  claim('a sheet goes up two days after its release, and is recorded twice', QUOTA, 'closed', to('villageNoticeDraft'), does('clerk', on, 'draftNotice', 'villageNoticeDraft'), does('second', on, 'releaseNotice', 'villageNotice'),
    wait(2), does('clerk', on, 'recordPosting', 'villageNotice'), does('clerk', on, 'recordPosting', 'villageNotice')),
];

export const claimOutcomes: readonly Outcome[] = [...straight, ...sentBack, ...changed, ...refused, ...objections, ...withdrawn, ...suspended, ...late];
export const lessApproved = (fen: number) => says({ amountApproved: fen });
