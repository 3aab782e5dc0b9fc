/** Notices that gather several claims: nothing goes on before they were released, posted, proven and hung to the end. */
import { clerkOf, placeOf, village } from './cast.ts';
import { claimOf, filed } from './claim-ways.ts';
import { cannot, does, says, sees, wait, way, type Line, type Story } from './story.ts';

const QUOTA = 'quota-return-award';
/** Two claimants of village 3 for each story. */
const story = (title: string, first: number, second: number, ...lines: (Line | Line[])[]): Story =>
  ({ title, cases: { claim: claimOf(first), second: claimOf(second), notice: { workflow: 'public-notice', unit: placeOf(first) }, elsewhere: { workflow: 'public-notice', unit: village(1) } }, lines: lines.flat() });

const joins = (n: number, on: string): Line[] => [...filed(n, QUOTA, on), does(clerkOf(n), on, 'vote', 'villageNoticeDraft'), does(clerkOf(n), on, 'joinNotice', 'villageGathered', says({ notice: '$notice' }))];
const gathered = (first: number, second: number): Line[] => [does('village03', 'notice', 'open', 'draft'), joins(first, 'claim'), joins(second, 'second')].flat();
const released = (first: number, second: number): Line[] => [...gathered(first, second), does('village03', 'notice', 'submit', 'review'), does('town1', 'notice', 'release', 'released')];
const hung = (first: number, second: number): Line[] => [...released(first, second), does('village03', 'notice', 'recordPosting', 'posted'), does('town2', 'notice', 'confirmPosting', 'posted')];

export const noticeStories: Story[] = [
  story('a notice gathers two claims, is released by another person, and they wait for it and its proof', 6, 9,
    does('village01', 'elsewhere', 'open', 'draft'), does('village03', 'notice', 'open', 'draft'), cannot('village03', 'notice', 'submit', ['notice-not-empty']),
    filed(6, QUOTA), does('village03', 'claim', 'vote', 'villageNoticeDraft'),
    cannot('village03', 'claim', 'joinNotice', ['notice'], says({ notice: '$elsewhere' })), does('village03', 'claim', 'joinNotice', 'villageGathered', says({ notice: '$notice' })),
    sees('village03', 'claim', 'villageGathered', { data: { posting: { name: '何*宁' } } }), joins(9, 'second'),
    cannot('town1', 'notice', 'submit', ['own-level']), does('village03', 'notice', 'submit', 'review'), cannot('village03', 'claim', 'leaveNotice', ['list-not-fixed']),
    cannot('village03', 'notice', 'release', ['not-offered']), does('town1', 'notice', 'sendBack', 'draft'), does('village03', 'notice', 'submit', 'review'), does('town1', 'notice', 'release', 'released'),
    wait(8), sees('town1', 'claim', 'villageGathered'),
    does('village03', 'notice', 'recordPosting', 'posted'), sees('town1', 'claim', 'villageNotice'), cannot('village03', 'notice', 'confirmPosting', ['same-person']), cannot('village03', 'claim', 'recordPosting', ['proven-by-notice']),
    wait(7), sees('town1', 'claim', 'villageNotice'), sees('town1', 'notice', 'posted'),
    does('town2', 'notice', 'confirmPosting', 'posted'), cannot('village03', 'notice', 'takeDown', ['not-offered']),
    wait(1), sees('town2', 'claim', 'townCheck'), sees('town2', 'second', 'townCheck'), sees('village03', 'notice', 'over'), does('village03', 'notice', 'recordRemoval', 'closed')),
  story('an objection holds one claim of a notice, the other goes on, and the notice hangs until both have', 12, 15,
    hung(12, 15), wait(3), does('village03', 'claim', 'object', 'objection'),
    wait(5), sees('town2', 'second', 'townCheck'), sees('town1', 'claim', 'objection'), sees('town1', 'notice', 'posted'), cannot('village03', 'notice', 'endTerm', ['nobody-hangs']),
    does('reviewer1', 'claim', 'judgeObjection', 'objection', way(0)), does('reviewer2', 'claim', 'judgeObjection', 'villageNotice', way(0)),
    wait(3), sees('town1', 'claim', 'villageNotice'), wait(1), sees('town2', 'claim', 'townCheck'), does('village03', 'notice', 'endTerm', 'over')),
  story('a list that changed is handed in anew, and a notice taken down early puts its claims up again', 18, 21,
    gathered(18, 21), does('village03', 'notice', 'submit', 'review'), does('village03', 'second', 'withdraw', 'withdrawn'), cannot('town1', 'notice', 'release', ['list-holds']),
    does('town1', 'notice', 'sendBack', 'draft'), does('village03', 'notice', 'submit', 'review'), does('town2', 'notice', 'release', 'released'),
    does('village03', 'notice', 'recordPosting', 'posted'), does('town1', 'notice', 'takeDown', 'takenDown'), sees('village03', 'claim', 'villageNoticeDraft'),
    cannot('town2', 'claim', 'passCheck', ['not-offered']), does('village03', 'claim', 'draftNotice', 'villageNoticeDraft')),
  story('a notice comes down at once though an objection holds a claim in it, which goes no further before it is posted anew', 3, 3,
    does('village03', 'notice', 'open', 'draft'), joins(3, 'claim'), does('village03', 'notice', 'submit', 'review'), does('town1', 'notice', 'release', 'released'), does('village03', 'notice', 'recordPosting', 'posted'), does('town2', 'notice', 'confirmPosting', 'posted'),
    does('village03', 'claim', 'object', 'objection'), does('town1', 'notice', 'takeDown', 'takenDown'), sees('village03', 'claim', 'objection'),
    does('reviewer1', 'claim', 'judgeObjection', 'objection', way(0)), does('reviewer2', 'claim', 'judgeObjection', 'villageNotice', way(0)),
    wait(20), sees('town1', 'claim', 'villageNotice'), cannot('village03', 'claim', 'recordPosting', ['notice-hangs']), does('village03', 'claim', 'postAnew', 'villageNoticeDraft'),
    cannot('town2', 'claim', 'passCheck', ['not-offered']), does('village03', 'claim', 'draftNotice', 'villageNoticeDraft')),
];
