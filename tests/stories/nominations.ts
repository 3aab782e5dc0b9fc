/** Model households: nominated in the open, scored by three, recommended; commended under the past scheme, and revoked. */
import { clerkOf, homeId, placeOf, RELATIVE } from './cast.ts';
import { cannot, does, says, sees, wait, way, type Line, type Story } from './story.ts';

const story = (title: string, n: number, ...lines: (Line | Line[])[]): Story =>
  ({ title, cases: { nomination: { workflow: 'model-household', unit: placeOf(n) }, second: { workflow: 'model-household', unit: placeOf(n) } }, lines: lines.flat() });
const on = 'nomination';

const filed = (n: number, level = 'town'): Line[] => [
  does(clerkOf(n), on, 'open', 'draft', says({ household: homeId(n), levelTarget: level })),
  does(clerkOf(n), on, 'submit', 'villageReview'),
];
const villagePosted = (n: number): Line[] => [
  does(clerkOf(n), on, 'draftNotice', 'villageNoticeDraft'), cannot(clerkOf(n), on, 'release', ['same-person']), does('town1', on, 'release', 'villageNotice'),
  does(clerkOf(n), on, 'recordPosting', 'villageNotice'), wait(5),
];
export const toScoring = (n: number): Line[] => [
  ...filed(n), does(clerkOf(n), on, 'recordVote', 'villageNoticeDraft'), ...villagePosted(n), sees('town2', on, 'townCheck'), does('town2', on, 'pass', 'panelScoring'),
];
const scored = (form = way(0), to = 'townNoticeDraft'): Line[] => [does('reviewer1', on, 'score', 'panelScoring', form), does('reviewer2', on, 'score', 'panelScoring', form), does('reviewer3', on, 'score', 'scored', form), does('town3', on, 'rank', to)];
const townPosted: Line[] = [does('town3', on, 'draftNotice', 'townNoticeDraft'), does('town4', on, 'release', 'townNotice'), does('town3', on, 'recordPosting', 'townNotice'), wait(5)];
const toHead = (n: number): Line[] => [...toScoring(n), ...scored(), ...townPosted, sees('head1', on, 'headSignoff')];
const toForwarded = (n: number): Line[] => [...toHead(n), does('head1', on, 'sign', 'recommended'), does('town2', on, 'forward', 'forwarded')];

export const nominationStories: Story[] = [
  story('a household is recommended; without an approval number the district cannot commend it', 0, toForwarded(0),
    cannot('district1', on, 'confirm', ['no-approval-number']), sees('district1', on, 'forwarded', { offers: ['decline', 'sendBack'], blocked: { confirm: ['no-approval-number'] } }),
    does('district1', on, 'decline', 'keptAsStory'),
    { logged: on, people: 11, steps: [
      'open by village_clerk', 'submit by village_clerk', 'recordVote by village_clerk', 'draftNotice by village_clerk', 'release by town_clerk', 'recordPosting by village_clerk', 'noticeExpired by clock',
      'pass by town_clerk', 'score by reviewer', 'score by reviewer', 'score by reviewer', 'rank by town_clerk', 'draftNotice by town_clerk', 'release by town_clerk', 'recordPosting by town_clerk', 'noticeExpired by clock',
      'sign by town_head', 'forward by town_clerk', 'decline by district_officer',
    ] }),
  story('nobody signs a commendation that no document approves', 1, toHead(1), cannot('head1', on, 'sign', ['outcome'], says({ outcome: 'commend' })), does('head1', on, 'sign', 'keptAsStory', way(1))),
  story('one scorer recuses, and a town clerk who did not check scores instead', 2, toScoring(2),
    cannot('town1', on, 'substituteScore', ['nobody-recused']), does('reviewer1', on, 'recuse', 'panelScoring'), cannot('reviewer1', on, 'score', ['has-recused']),
    does('reviewer2', on, 'score', 'panelScoring'), cannot('reviewer2', on, 'score', ['same-person']), cannot('reviewer2', on, 'recuse', ['same-person']), does('reviewer3', on, 'score', 'panelScoring'),
    cannot('town2', on, 'substituteScore', ['same-person']), does('town1', on, 'substituteScore', 'scored'), does('town3', on, 'rank', 'townNoticeDraft')),
  story('a relative of the household does not score', RELATIVE, toScoring(RELATIVE), cannot('reviewer1', on, 'score', ['related-person']), does('reviewer2', on, 'score', 'panelScoring')),
  story('who was not selected appeals; the head decides where all reviewers scored, and the panel scores anew', 4, toScoring(4), scored(way(1), 'notSelected'),
    does(clerkOf(4), on, 'appeal', 'appealReview'), cannot('reviewer2', on, 'grantAppeal', ['not-refuser']), does('head1', on, 'grantAppeal', 'panelScoring'), scored(), sees('town3', on, 'townNoticeDraft')),
  story('the head’s refusal is appealed against with success, and lies before the head again', 5, toHead(5), does('head1', on, 'reject', 'rejected'), does(clerkOf(5), on, 'appeal', 'appealReview'),
    cannot('head1', on, 'grantAppeal', ['not-refuser']), does('reviewer1', on, 'grantAppeal', 'headSignoff'), does('head2', on, 'sign', 'recommended')),
  story('the village votes against, and nobody appeals in time', 6, filed(6), cannot(clerkOf(6), on, 'recordVote', ['minutes.present'], says({ minutes: { reference: '评议1', heldOn: '2026-11-23', panel: 9, present: 5, yes: 5, no: 0, abstain: 0 } })),
    does(clerkOf(6), on, 'recordVote', 'rejected', way(1)), wait(15), sees('auditor', on, 'rejectedFinal')),
  story('two reviewers uphold an objection', 7, filed(7), does(clerkOf(7), on, 'recordVote', 'villageNoticeDraft'), does(clerkOf(7), on, 'draftNotice', 'villageNoticeDraft'), does('town1', on, 'release', 'villageNotice'),
    does(clerkOf(7), on, 'object', 'objection'), does('reviewer1', on, 'judgeObjection', 'objection', way(0)), does('reviewer2', on, 'judgeObjection', 'rejected', way(0))),
  story('a notice nobody posted does not end; once it is posted it hangs its days', 8, filed(8), does(clerkOf(8), on, 'recordVote', 'villageNoticeDraft'), cannot('town1', on, 'release', ['notice-not-drafted']),
    does(clerkOf(8), on, 'draftNotice', 'villageNoticeDraft'), does('town1', on, 'release', 'villageNotice'), wait(9), sees('auditor', on, 'villageNotice'),
    does(clerkOf(8), on, 'recordPosting', 'villageNotice'), cannot(clerkOf(8), on, 'recordPosting', ['already-posted']), wait(4), sees('auditor', on, 'villageNotice'), wait(1), sees('auditor', on, 'townCheck')),
  story('the check sends back; a new story is checked and posted anew', 9, toScoring(9).slice(0, -1), does('town2', on, 'sendBack', 'returned'), cannot(clerkOf(9), on, 'resubmit', ['answers'], says({ answers: [{ answer: '已补' }, { answer: '已补' }] })),
    does(clerkOf(9), on, 'resubmit', 'townCheck', way(1)), does('town2', on, 'pass', 'villageNoticeDraft'), villagePosted(9), sees('auditor', on, 'panelScoring')),
  story('what nobody answers is reminded of once, and lapses', 10, toScoring(10).slice(0, -1), does('town2', on, 'sendBack', 'returned'), wait(10), sees('auditor', on, 'returned'), wait(10), sees('auditor', on, 'withdrawn')),
  story('a household withdraws; its story may name no telephone; it is not nominated twice', 11,
    does(clerkOf(11), on, 'open', 'draft', says({ household: homeId(11) })), does(clerkOf(11), 'second', 'open', 'draft', says({ household: homeId(11) })),
    cannot(clerkOf(11), on, 'submit', ['summary'], says({ summary: '热心公益的家庭，联系电话13800138000。' })), does(clerkOf(11), on, 'submit', 'villageReview'),
    cannot(clerkOf(11), 'second', 'submit', ['already-nominated']), does(clerkOf(11), on, 'withdraw', 'withdrawn'), does(clerkOf(11), 'second', 'submit', 'villageReview')),
  story('one person in many posts is kept from every step that judges the own nomination', 12,
    does('all1', on, 'open', 'draft', says({ household: homeId(12) })), does('all1', on, 'submit', 'villageReview'), does('village03', on, 'recordVote', 'villageNoticeDraft'),
    does('village03', on, 'draftNotice', 'villageNoticeDraft'), does('town1', on, 'release', 'villageNotice'), does('village03', on, 'recordPosting', 'villageNotice'), wait(5),
    cannot('all1', on, 'pass', ['same-person']), does('all2', on, 'pass', 'panelScoring'), cannot('all1', on, 'score', ['same-person']), cannot('all2', on, 'score', ['same-person']),
    scored(), townPosted, cannot('all1', on, 'sign', ['same-person']), cannot('all2', on, 'sign', ['same-person']), does('head1', on, 'sign', 'recommended'), does('town1', on, 'forward', 'forwarded')),
];

/** Told in the year of the scheme that had an approval number. */
export const pastStories: Story[] = [
  story('a household is commended, and the title revoked by two levels', 0, toHead(0), does('head1', on, 'sign', 'recommended', says({ outcome: 'commend' })), does('town2', on, 'forward', 'forwarded'),
    does('district1', on, 'confirm', 'commended'), does('all1', on, 'proposeRevocation', 'revocationProposed'), cannot('all1', on, 'confirmRevocation', ['same-person']),
    does('district2', on, 'declineRevocation', 'commended'), does('head1', on, 'proposeRevocation', 'revocationProposed'), does('district1', on, 'confirmRevocation', 'revoked')),
];
