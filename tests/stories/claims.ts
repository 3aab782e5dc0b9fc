/** Benefit claims: the long way, and every way back, aside and out. */
import { claims, clerkOf, personId, RELATIVE } from './cast.ts';
import { anew, batchRole, claimOf, filed, posted, sent, settled, toApproved, toDistrict, toHead, toTownCheck, toTownReview, townPosted } from './claim-ways.ts';
import { cannot, does, says, sees, wait, way, type Line, type Story } from './story.ts';

const QUOTA = 'quota-return-award';
const ELDER = 'elder-support';
const SPECIAL = 'special-support';
const story = (title: string, n: number, ...lines: (Line | Line[])[]): Story => ({ title, cases: { claim: claimOf(n), second: claimOf(n), batch: batchRole }, lines: lines.flat() });
const returned = (by: string, back: string, n: number): Line[] => [
  does(by, 'claim', 'sendBack', 'returned'),
  cannot(clerkOf(n), 'claim', 'resubmit', ['answers'], says({ answers: [{ item: 'account', answer: '账户已核对。' }] })),
  does(clerkOf(n), 'claim', 'resubmit', back, way(0)),
];

const longWay = story('a quota-return claim goes from the village’s draft to the bank’s answer, an objection in between', 0,
  filed(0, QUOTA),
  does('village03', 'claim', 'vote', 'villageNoticeDraft'),
  does('village03', 'claim', 'draftNotice', 'villageNoticeDraft'),
  does('town1', 'claim', 'releaseNotice', 'villageNotice'),
  does('village03', 'claim', 'recordPosting', 'villageNotice'),
  wait(3),
  does('village03', 'claim', 'object', 'objection'),
  wait(4), sees('town1', 'claim', 'objection'),
  does('reviewer1', 'claim', 'judgeObjection', 'objection', way(0)),
  cannot('reviewer1', 'claim', 'judgeObjection', ['same-person'], way(0)),
  does('reviewer2', 'claim', 'judgeObjection', 'villageNotice', way(0)),
  wait(3), sees('town1', 'claim', 'villageNotice'),
  wait(1), sees('town2', 'claim', 'townCheck'),
  does('town2', 'claim', 'passCheck', 'townReview'),
  does('reviewer3', 'claim', 'pass', 'townNoticeDraft'),
  townPosted(),
  does('head1', 'claim', 'sign', 'districtConfirm'),
  does('district1', 'claim', 'confirm', 'approved'),
  sees('auditor', 'claim', 'approved', { data: { amount: 340_000, shares: { district: 200_000, town: 100_000, village: 40_000 } } }),
  sent(), settled(),
  sees('auditor', 'claim', 'closed', { data: { paid: 340_000 } }),
  { logged: 'claim', people: 12, steps: [
    'open by village_clerk', 'submit by village_clerk', 'vote by village_clerk', 'draftNotice by village_clerk', 'releaseNotice by town_clerk', 'recordPosting by village_clerk',
    'object by village_clerk', 'judgeObjection by reviewer', 'judgeObjection by reviewer', 'noticeExpired by clock', 'passCheck by town_clerk', 'pass by reviewer',
    'draftNotice by town_clerk', 'releaseNotice by town_clerk', 'recordPosting by town_clerk', 'noticeExpired by clock', 'sign by town_head', 'confirm by district_officer',
    'batch by finance', 'bankOk by finance', 'close by finance',
  ] },
  { logged: 'batch', people: 3, steps: ['open by finance', 'check by finance', 'sign by town_head', 'sendToBank by finance', 'recordReturn by finance', 'reconcile by finance', 'close by finance'] });

const returns: Story[] = [
  story('the village sends a claim back before the vote', 1, filed(1, QUOTA), returned(clerkOf(1), 'villageReview', 1)),
  story('the town’s check sends back, and the claim comes back to the check', 2, toTownCheck(2, QUOTA), returned('town2', 'townCheck', 2)),
  story('the review sends back, and the claim comes back to the review', 3, toTownReview(3, QUOTA), returned('reviewer3', 'townReview', 3)),
  story('the head sends back, and the claim comes back to the head', 4, toHead(4, QUOTA), returned('head1', 'headSignoff', 4)),
  story('the district sends back, and the claim comes back to the district', 5, toDistrict(5, QUOTA), returned('district1', 'districtConfirm', 5), does('district1', 'claim', 'confirm', 'approved')),
  story('a correction that changes the amount goes back to the check, with notices anew', 6,
    toHead(6, QUOTA), does('head1', 'claim', 'sendBack', 'returned'), does(clerkOf(6), 'claim', 'resubmit', 'townCheck', anew),
    does('town2', 'claim', 'passCheck', 'villageNoticeDraft'), posted(6, 7), sees('reviewer3', 'claim', 'townReview'),
    does('reviewer3', 'claim', 'pass', 'townNoticeDraft'), townPosted(), does('head1', 'claim', 'sign', 'districtConfirm'),
    sees('district1', 'claim', 'districtConfirm', { data: { amount: 20_000, shares: { district: 11_764, town: 5_884, village: 2_352 } } })),
  story('what nobody answers is reminded of once, and lapses', 7, filed(7, QUOTA), does(clerkOf(7), 'claim', 'sendBack', 'returned'),
    wait(10), sees('auditor', 'claim', 'returned'), wait(10), sees('auditor', 'claim', 'withdrawn')),
];

const refusals: Story[] = [
  story('a refusal by the check is appealed against with success, and is checked again', 8, toTownCheck(8, QUOTA), does('town2', 'claim', 'reject', 'rejected'),
    does(clerkOf(8), 'claim', 'appeal', 'appealReview'), does('reviewer1', 'claim', 'decideAppeal', 'townCheck', way(0)), does('town2', 'claim', 'passCheck', 'townReview')),
  story('the reviewer who refused does not decide the appeal; another refuses it for good', 9, toTownReview(9, QUOTA), does('reviewer1', 'claim', 'reject', 'rejected'),
    does(clerkOf(9), 'claim', 'appeal', 'appealReview'), cannot('reviewer1', 'claim', 'decideAppeal', ['not-refuser'], way(1)), does('reviewer2', 'claim', 'decideAppeal', 'rejectedFinal', way(1)),
    cannot(clerkOf(9), 'claim', 'appeal', ['not-offered'])),
  story('a refusal nobody appeals against within fifteen days is final', 10, filed(10, QUOTA), does(clerkOf(10), 'claim', 'vote', 'rejected', way(1)),
    wait(14), sees('auditor', 'claim', 'rejected'), wait(1), sees('auditor', 'claim', 'rejectedFinal')),
  story('an objection is upheld, the head having to rule', 11, filed(11, QUOTA), does(clerkOf(11), 'claim', 'vote', 'villageNoticeDraft'), does(clerkOf(11), 'claim', 'draftNotice', 'villageNoticeDraft'),
    does('town1', 'claim', 'releaseNotice', 'villageNotice'), does(clerkOf(11), 'claim', 'object', 'objection'), does('reviewer1', 'claim', 'judgeObjection', 'objection', way(0)),
    does('reviewer2', 'claim', 'judgeObjection', 'objectionRuling', way(1)), cannot('reviewer3', 'claim', 'ruleObjection', ['not-offered'], way(1)), does('head1', 'claim', 'ruleObjection', 'rejected', way(1))),
  story('a household withdraws, and files again', 12, filed(12, QUOTA), does(clerkOf(12), 'claim', 'withdraw', 'withdrawn'), cannot(clerkOf(12), 'claim', 'submit', ['not-offered'])),
  story('nobody files twice for the same', 13, filed(13, QUOTA), [does(clerkOf(13), 'second', 'open', 'draft', claims(QUOTA, 13)), cannot(clerkOf(13), 'second', 'submit', ['no-live-duplicate'])]),
  story('a claim rests while another body is asked, and its notice hangs as long as before', 14, filed(14, QUOTA), does(clerkOf(14), 'claim', 'vote', 'villageNoticeDraft'), does(clerkOf(14), 'claim', 'draftNotice', 'villageNoticeDraft'),
    does('town1', 'claim', 'releaseNotice', 'villageNotice'), does(clerkOf(14), 'claim', 'recordPosting', 'villageNotice'), wait(2), does('town1', 'claim', 'suspend', 'suspended'), wait(9),
    does('town1', 'claim', 'resume', 'villageNotice'), wait(4), sees('auditor', 'claim', 'villageNotice'), wait(1), sees('auditor', 'claim', 'townCheck')),
];

const others: Story[] = [
  story('elder support goes by both notices and the district, paid by two tiers', 15, toApproved(15, ELDER), sees('auditor', 'claim', 'approved', { data: { amount: 96_000, shares: { district: 57_600, town: 38_400 } } })),
  story('special support is never posted: reviewed twice, by two', 16, filed(16, SPECIAL), does(clerkOf(16), 'claim', 'vote', 'townCheck'), does('town2', 'claim', 'passCheck', 'townReview'),
    does('reviewer1', 'claim', 'pass', 'internalReview'), cannot('reviewer1', 'claim', 'passAgain', ['same-person']), does('reviewer2', 'claim', 'passAgain', 'headSignoff')),
  story('a relative of the applicant does not judge', RELATIVE, filed(RELATIVE, SPECIAL), does(clerkOf(RELATIVE), 'claim', 'vote', 'townCheck'), does('town2', 'claim', 'passCheck', 'townReview'),
    cannot('reviewer1', 'claim', 'pass', ['not-related']), sees('reviewer1', 'claim', 'townReview', { blocked: { pass: ['not-related'] } }), does('reviewer2', 'claim', 'pass', 'internalReview')),
  story('one person in many posts is kept from every step that judges the own one', 18,
    does('all1', 'claim', 'open', 'draft', claims(SPECIAL, 18)), does('all1', 'claim', 'submit', 'villageReview'), does('village03', 'claim', 'vote', 'townCheck'),
    cannot('all1', 'claim', 'passCheck', ['same-person']), cannot('all1', 'claim', 'reject', ['same-person']), does('all2', 'claim', 'passCheck', 'townReview'),
    cannot('all1', 'claim', 'pass', ['same-person']), cannot('all2', 'claim', 'pass', ['same-person']), does('reviewer1', 'claim', 'pass', 'internalReview'),
    cannot('all1', 'claim', 'passAgain', ['same-person']), cannot('all2', 'claim', 'passAgain', ['same-person']), does('reviewer2', 'claim', 'passAgain', 'headSignoff'),
    cannot('all1', 'claim', 'sign', ['same-person']), cannot('all2', 'claim', 'sign', ['same-person']), does('head1', 'claim', 'sign', 'districtConfirm'),
    cannot('all1', 'claim', 'confirm', ['same-person']), cannot('all2', 'claim', 'confirm', ['same-person']), does('district1', 'claim', 'confirm', 'approved')),
  story('a claim outside the programme’s window is refused at its fields', 19,
    cannot(clerkOf(19), 'claim', 'open', ['entitlementDate'], claims(QUOTA, 19, { entitlementDate: '2016-01-01', quotaDocument: { documentNo: '演示-1', issuedOn: '2009-06-01', issuedBy: '云溪镇(演示)' } })),
    cannot(clerkOf(19), 'claim', 'open', ['amountClaimed'], claims(QUOTA, 19, { amountClaimed: 340_001 })), cannot(clerkOf(19), 'claim', 'open', ['backlogReason'], claims(QUOTA, 19, { backlogReason: undefined })),
    cannot(clerkOf(19), 'claim', 'open', ['accountHolder', 'applicant'], claims(QUOTA, 19, { applicant: personId(20) })), does(clerkOf(19), 'claim', 'open', 'draft', claims(QUOTA, 19))),
];

export const claimStories: Story[] = [longWay, ...returns, ...refusals, ...others];
