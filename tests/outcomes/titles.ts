/** Nominations under the scheme of 2024, which had an approval number: commended, and what becomes of a title. */
import { does, says, wait, way } from '../stories/story.ts';
import { householdsOfTown } from './gathered.ts';
import { down, goes, nomination } from './nominations.ts';
import { lead, type Outcome, type Part, type Step } from './outcome.ts';

const on = 'nomination';
const HOUSEHOLD: Part = { workflow: 'model-household' };
const NAMES = ['first', 'second', 'third', 'fourth'] as const;
const points = (harmony: number) => says({ scores: { harmony, upbringing: 17, elders: 18, neighbours: 17, honesty: 9, opinion: 9 } });
const scored = (name: string, n: number): Step[] => [
  does('r1', name, 'score', 'panelScoring', points(19 - n)), does('r2', name, 'score', 'panelScoring', points(19 - n)), does('r3', name, 'score', 'scored', points(19 - n)),
];
const each = (step: (name: string, n: number) => Step | Step[]): Step[] => NAMES.flatMap((name, n) => step(name, n));

/** All four pass; a village has three places. */
const contest: Outcome = {
  title: 'four households of one village for three places: the best three are commended, the fourth appeals in vain', parts: Object.fromEntries(NAMES.map((name) => [name, HOUSEHOLD])),
  ends: { first: 'expired', second: 'expired', third: 'expired', fourth: 'rejectedFinal' },
  steps: [
    ...each((name) => [does('clerk', name, 'open', 'draft'), lead('villageNotice', name), does('clerk', name, 'recordPosting', 'villageNotice')]), wait(5), ...each((name) => lead('panelScoring', name)), ...each(scored),
    ...each((name, n) => does('second', name, 'rank', n < 3 ? 'townNoticeDraft' : 'notSelected')), does('clerk', 'fourth', 'appeal', 'appealReview'), does('head', 'fourth', 'refuseAppeal', 'rejectedFinal'),
    ...NAMES.slice(0, 3).map((name) => lead('commended', name)), ...NAMES.slice(0, 3).map((name) => lead('expired', name)),
  ],
};

export const titleOutcomes: readonly Outcome[] = [
  contest,
  nomination('commended, and the title ends with its years', 'expired', goes('headSignoff'), does('head', on, 'sign', 'recommended', way(0, { outcome: 'commend' }))),
  nomination('commended, and revoked by two levels', 'revoked', goes('commended'), wait(30), does('head', on, 'proposeRevocation', 'revocationProposed'), does('district', on, 'confirmRevocation', 'revoked')),
  nomination('a revocation is declined by the district, and the title ends with its years', 'expired', goes('commended'), does('otherHead', on, 'proposeRevocation', 'revocationProposed'), does('otherDistrict', on, 'declineRevocation', 'commended')),
  nomination('consent is withdrawn by a household that was commended: the story goes, the title stays', 'expired', goes('commended'), down('commended')),
  nomination('the district declines what it could commend', 'keptAsStory', goes('forwarded'), does('district', on, 'decline', 'keptAsStory')),
  householdsOfTown,
];
