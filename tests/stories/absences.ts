/** Somebody is away: who may stand in, when, where, for whom never, and what the log says of it. */
import type { Data, Instant } from '../../workflows/kit/words.ts';
import { addDays, dayOf } from '../../workflows/office/working-days.ts';
import { clerkOf, placeOf, RELATIVE, TOWN } from './cast.ts';
import { batchRole, claimOf, marriageApproved, toTownReview } from './claim-ways.ts';
import { toScoring } from './nominations.ts';
import { cannot, does, says, sees, wait, way, type Line, type Role, type Story } from './story.ts';

const absenceRole: Role = { workflow: 'absence', unit: TOWN };
const story = (title: string, n: number, ...lines: (Line | Line[])[]): Story => ({
  title, lines: lines.flat(),
  cases: { away: absenceRole, later: absenceRole, third: absenceRole, claim: claimOf(n), batch: batchRole, nomination: { workflow: 'model-household', unit: placeOf(n) } },
});

/** From so many days from now to so many. */
const away = (absent: string, post: string, substitute: string, workflows: readonly string[], from = 0, until = 30) => (now: Instant): Data =>
  ({ absent, post, substitute, workflows, from: addDays(dayOf(now), from), until: addDays(dayOf(now), until) });
/** Filed by one head, agreed by the other. */
const agreed = (on: string, ...how: Parameters<typeof away>): Line[] => [does('head1', on, 'open', 'filed', away(...how)), does('head2', on, 'confirm', 'standing')];
const toTownCheck = (n: number): Line[] => toScoring(n).slice(0, -1);
const over = (on: string): Line => does('head2', on, 'revoke', 'revoked');

export const absenceStories: Story[] = [
  story('a substitute signs for the head, both are named, and who checked does not sign', 0, marriageApproved(0),
    does('finance1', 'batch', 'open', 'draft'), does('finance1', 'claim', 'batch', 'inPayment', says({ batch: '$batch' })), does('finance2', 'batch', 'check', 'checked'),
    does('head1', 'away', 'open', 'filed', away('head1', 'town_head', 'finance2', ['payment-batch'])),
    cannot('head1', 'away', 'confirm', ['not-a-party', 'same-person']), cannot('finance2', 'away', 'confirm', ['not-offered']), cannot('finance2', 'batch', 'sign', ['not-offered']),
    does('head2', 'away', 'confirm', 'standing'), cannot('finance2', 'batch', 'sign', ['own-part', 'same-person']), cannot('reviewer3', 'batch', 'sign', ['not-found']),
    agreed('later', 'head1', 'town_head', 'reviewer3', ['payment-batch']), sees('reviewer3', 'batch', 'checked', { offers: ['sendBack', 'sign'] }),
    does('reviewer3', 'batch', 'sign', 'signed'),
    { logged: 'batch', people: 3, steps: ['open by finance', 'check by finance', 'sign by town_head for another'] }, over('away'), over('later')),
  story('a substitute acts neither before the first day nor after the last, nor in a process that was not chosen', 1, marriageApproved(1).slice(0, -1),
    agreed('away', 'head1', 'town_head', 'reviewer2', ['payment-batch']), cannot('reviewer2', 'claim', 'sign', ['not-offered']),
    agreed('later', 'head1', 'town_head', 'reviewer2', ['benefit-claim'], 1, 2), cannot('reviewer2', 'claim', 'sign', ['not-offered']),
    wait(1), sees('reviewer2', 'claim', 'headSignoff', { offers: ['reject', 'sendBack', 'sign'] }),
    wait(4), sees('auditor', 'later', 'over'), cannot('reviewer2', 'claim', 'sign', ['not-offered']),
    agreed('third', 'head1', 'town_head', 'reviewer2', ['benefit-claim']), does('reviewer2', 'claim', 'sign', 'approved'), over('away'), over('third')),
  story('a substitute whose days were ended early acts no more', 2, marriageApproved(2).slice(0, -1),
    agreed('away', 'head2', 'town_head', 'reviewer1', ['benefit-claim']).slice(0, 1), cannot('head2', 'away', 'confirm', ['not-a-party']), does('district1', 'away', 'confirm', 'standing'),
    cannot('town1', 'away', 'revoke', ['concerns-you']), does('reviewer1', 'away', 'revoke', 'revoked'), cannot('reviewer1', 'claim', 'sign', ['not-offered'])),
  story('nobody appoints themselves, nor somebody who is not there', 3,
    cannot('town1', 'away', 'open', ['absent', 'substitute'], away('town2', 'town_clerk', 'town1', ['benefit-claim'])),
    cannot('town1', 'away', 'open', ['substitute'], away('town1', 'town_clerk', 'town1', ['benefit-claim'])),
    cannot('head1', 'away', 'open', ['absent', 'post', 'substitute'], away('nobody', 'town_clerk', 'nobody-else', ['benefit-claim'])),
    cannot('town1', 'away', 'open', ['post'], away('town1', 'reviewer', 'town2', ['benefit-claim'])),
    cannot('town1', 'away', 'open', ['workflows'], away('town1', 'town_clerk', 'town2', ['absence'])), cannot('town1', 'away', 'open', ['workflows'], away('town1', 'town_clerk', 'town2', ['no-such-thing'])),
    cannot('town1', 'away', 'open', ['from'], away('town1', 'town_clerk', 'town2', ['benefit-claim'], -1, 1)), cannot('town1', 'away', 'open', ['until'], away('town1', 'town_clerk', 'town2', ['benefit-claim'], 3, 2)),
    cannot('town1', 'away', 'open', ['until'], away('town1', 'town_clerk', 'town2', ['benefit-claim'], 0, 200)),
    does('head1', 'away', 'open', 'filed', away('village01', 'village_clerk', 'village02', ['benefit-claim'])), does('head2', 'away', 'refuse', 'refused'),
    does('town1', 'later', 'open', 'filed', away('town1', 'town_clerk', 'town2', ['benefit-claim'], 0, 1)), cannot('town3', 'later', 'withdraw', ['concerns-you']), wait(2), sees('auditor', 'later', 'lapsed')),
  story('who refused through a substitute decides no appeal, nor does the substitute', 5, toTownReview(5, 'quota-return-award'), agreed('away', 'reviewer1', 'reviewer', 'town3', ['benefit-claim']),
    does('town3', 'claim', 'reject', 'rejected'), does(clerkOf(5), 'claim', 'appeal', 'appealReview'), cannot('town3', 'claim', 'decideAppeal', ['not-refuser']),
    over('away'), cannot('reviewer1', 'claim', 'decideAppeal', ['not-refuser']), does('reviewer2', 'claim', 'decideAppeal', 'townReview', way(0))),
  story('whose step a substitute took is kept from the next as if they had taken it themselves', 6, toTownReview(6, 'quota-return-award').slice(0, -1), agreed('away', 'town2', 'town_clerk', 'reviewer1', ['benefit-claim']),
    does('reviewer1', 'claim', 'passCheck', 'townReview'), over('away'), agreed('later', 'reviewer3', 'reviewer', 'town2', ['benefit-claim']),
    cannot('town2', 'claim', 'pass', ['own-part', 'same-person']), cannot('reviewer1', 'claim', 'pass', ['same-person']), does('reviewer3', 'claim', 'pass', 'townNoticeDraft'), over('later')),
  story('a substitute has no substitute', 4, agreed('away', 'town1', 'town_clerk', 'town2', ['benefit-claim'], 0, 10),
    cannot('town2', 'later', 'open', ['absent'], away('town2', 'town_clerk', 'town3', ['benefit-claim'], 5, 12)), cannot('town3', 'later', 'open', ['substitute'], away('town3', 'town_clerk', 'town1', ['benefit-claim'], 10, 12)),
    does('town3', 'later', 'open', 'filed', away('town3', 'town_clerk', 'town4', ['benefit-claim'], 3, 5)), does('town4', 'third', 'open', 'filed', away('town4', 'town_clerk', 'reviewer1', ['benefit-claim'], 5, 6)),
    does('head2', 'later', 'confirm', 'standing'), cannot('head2', 'third', 'confirm', ['no-chain']), does('town4', 'third', 'withdraw', 'withdrawn'), over('away'), over('later')),
  story('a relative of the household stands in for nobody there', RELATIVE, toTownCheck(RELATIVE), agreed('away', 'town2', 'town_clerk', 'reviewer1', ['model-household']),
    cannot('reviewer1', 'nomination', 'pass', ['related-person', 'substitute-related']), sees('reviewer1', 'nomination', 'townCheck', { blocked: { sendBack: ['substitute-related'] } }), over('away')),
  story('a village clerk stands in for the town, but not in the own village', 7, toTownCheck(7), agreed('away', 'town2', 'town_clerk', 'village01', ['model-household']),
    cannot('village01', 'nomination', 'pass', ['not-offered']), over('away')),
  story('a village clerk stands in for the town in another village', 8, toTownCheck(8), cannot('village01', 'nomination', 'pass', ['not-found']), agreed('away', 'town2', 'town_clerk', 'village01', ['model-household']),
    does('village01', 'nomination', 'pass', 'panelScoring'), over('away'), cannot('village01', 'nomination', 'substituteScore', ['not-found'])),
];
