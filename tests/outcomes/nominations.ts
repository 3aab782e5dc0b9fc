/** Nominations under the scheme that has no approval number: recommended upward, kept as stories, refused, withdrawn; and what becomes of a withdrawn consent. */
import type { State } from '../../workflows/kit/words.ts';
import { does, wait, way } from '../stories/story.ts';
import { lead, type Outcome, type Step } from './outcome.ts';

const on = 'nomination';
export const goes = (until: State, name = on) => lead(until, name);
export const nomination = (title: string, ends: State, ...steps: (Step | Step[])[]): Outcome =>
  ({ title, parts: { nomination: { workflow: 'model-household' } }, ends: { nomination: ends }, steps: [does('clerk', on, 'open', 'draft'), ...steps.flat(), goes(ends)] });

const roads = [
  nomination('recommended upward; the district keeps it as a story', 'keptAsStory'),
  nomination('recommended upward with others of its village; the district keeps it as a story', 'keptAsStory'),
  nomination('the head keeps it as a story', 'keptAsStory', goes('headSignoff'), does('head', on, 'sign', 'keptAsStory', way(1))),
  ...([['townCheck', 'checker'], ['headSignoff', 'head'], ['forwarded', 'district']] as const).map(([state, by]) =>
    nomination(`sent back at ${state}, answered, and recommended`, 'keptAsStory', goes(state), does(by, on, 'sendBack', 'returned'), does('clerk', on, 'resubmit', state, way(0)))),
  nomination('a new story is checked, posted and scored anew', 'keptAsStory', goes('headSignoff'), does('head', on, 'sendBack', 'returned'), does('clerk', on, 'resubmit', 'townCheck', way(1))),
  nomination('nobody answers what was sent back: reminded of once, and lapsed', 'withdrawn', goes('townCheck'), does('checker', on, 'sendBack', 'returned'), wait(10), wait(10)),
  nomination('one scorer stands aside, and a town clerk scores instead', 'keptAsStory', goes('panelScoring'), does('r2', on, 'recuse', 'panelScoring')),
  nomination('one scorer stands aside, and the town clerk scores before the others', 'keptAsStory', goes('panelScoring'), does('r3', on, 'recuse', 'panelScoring'), does('third', on, 'substituteScore', 'panelScoring')),
];

const votedDown = [goes('villageReview'), does('clerk', on, 'recordVote', 'rejected', way(1))];
const refusedByHead = [goes('headSignoff'), does('head', on, 'reject', 'rejected')];
const appealed = does('clerk', on, 'appeal', 'appealReview');
const low = way(1);
const notSelected = [goes('panelScoring'), does('r1', on, 'score', 'panelScoring', low), does('r2', on, 'score', 'panelScoring', low), does('r3', on, 'score', 'scored', low), does('second', on, 'rank', 'notSelected')];
const refused = [
  nomination('the village votes against it, and nobody appeals', 'rejectedFinal', votedDown, wait(15)),
  nomination('the village votes against it; an appeal has it voted on anew', 'keptAsStory', votedDown, appealed, does('r1', on, 'grantAppeal', 'villageReview')),
  nomination('the head refuses, and the appeal too', 'rejectedFinal', refusedByHead, appealed, does('r1', on, 'refuseAppeal', 'rejectedFinal')),
  nomination('the head refuses; an appeal lays it before the head again', 'keptAsStory', refusedByHead, appealed, does('r2', on, 'grantAppeal', 'headSignoff'), does('otherHead', on, 'sign', 'recommended')),
  nomination('not selected, and nobody appeals', 'rejectedFinal', notSelected, wait(15)),
  nomination('not selected; the head has it scored anew, and it is recommended', 'keptAsStory', notSelected, appealed, does('head', on, 'grantAppeal', 'panelScoring')),
  nomination('not selected, and the head refuses the appeal', 'rejectedFinal', notSelected, appealed, does('head', on, 'refuseAppeal', 'rejectedFinal')),
];

const objected = (state: State): Step[] => [goes(state), does(state === 'villageNotice' ? 'clerk' : 'checker', on, 'object', 'objection')];
const judged = (by: string, upheld: boolean, state: State): Step => does(by, on, 'judgeObjection', state, way(upheld ? 0 : 1));
const disagreed = [judged('r1', true, 'objection'), judged('r2', false, 'objectionRuling')];
const upheldByBoth = [judged('r1', true, 'objection'), judged('r2', true, 'rejected')];
const objections = [
  ...(['villageNotice', 'townNotice'] as const).map((state) => nomination(`an objection at ${state} is dismissed by two`, 'keptAsStory', objected(state), judged('r1', false, 'objection'), judged('r2', false, state))),
  nomination('an objection is upheld by two, and nobody appeals', 'rejectedFinal', objected('villageNotice'), upheldByBoth, wait(15)),
  nomination('another objection has all of it judged anew; upheld, appealed for, and dismissed at last', 'keptAsStory', objected('villageNotice'), judged('r1', false, 'objection'), does('checker', on, 'object', 'objection'), upheldByBoth,
    appealed, does('r3', on, 'grantAppeal', 'objection'), judged('r1', false, 'objection'), judged('r3', false, 'villageNotice')),
  nomination('the reviewers disagree, and the head dismisses the objection', 'keptAsStory', objected('townNotice'), disagreed, does('otherHead', on, 'ruleObjection', 'townNotice', way(1))),
  nomination('the reviewers disagree, and the head upholds it; an appeal has it ruled on anew', 'keptAsStory', objected('villageNotice'), disagreed, does('head', on, 'ruleObjection', 'rejected', way(0)),
    appealed, does('r3', on, 'grantAppeal', 'objectionRuling'), does('otherHead', on, 'ruleObjection', 'villageNotice', way(1))),
];

const standing = (state: State): Step[] => ({
  objection: objected('villageNotice'), objectionRuling: [...objected('villageNotice'), ...disagreed], returned: [goes('townCheck'), does('checker', on, 'sendBack', 'returned')], appealReview: [...votedDown, appealed],
}[state] ?? [goes(state)]);
const leaves: readonly State[] = [
  'draft', 'villageReview', 'villageNoticeDraft', 'villageNotice', 'objection', 'objectionRuling', 'townCheck', 'returned', 'panelScoring', 'scored', 'townNoticeDraft', 'townNotice', 'headSignoff', 'recommended', 'forwarded', 'keptAsStory', 'appealReview',
];
const withdrawn = leaves.map((state) => nomination(`withdrawn at ${state}`, 'withdrawn', standing(state), does('clerk', on, 'withdraw', 'withdrawn')));

export const down = (state: State): Step[] => [does('clerk', on, 'withdrawConsent', 'takingDown'), does('checker', on, 'takeDown', state)];
const consents = [
  nomination('consent is withdrawn when it is recommended: the story goes, the recommendation stays', 'keptAsStory', goes('recommended'), down('recommended')),
  nomination('consent is withdrawn before the district decides', 'keptAsStory', goes('forwarded'), down('forwarded')),
  nomination('consent is withdrawn from what was only a story: nothing is left', 'withdrawn', goes('keptAsStory'), does('clerk', on, 'withdrawConsent', 'takingDown'), wait(3), does('checker', on, 'takeDown', 'withdrawn')),
];

export const nominationOutcomes: readonly Outcome[] = [...roads, ...refused, ...objections, ...withdrawn, ...consents];
