/** In the town and the district: check, review, notice, signature, confirmation; refusal and appeal. */
import { since } from '../../kit/shorthand.ts';
import { back, type StateOf } from '../../kit/workflow.ts';
import { arrow, type Claim, type Facts, type Fields } from '../claim.ts';
import { appealed } from '../keeps/filing.ts';
import { draftVoided, noticeDrafted, noticeRan, noticeReleased, postingRecorded, refusalLifted } from '../keeps/notices.ts';
import { approvedFor, checked as keepCheck, frozen } from '../keeps/paying.ts';
import { checked, days, filed, gathered, gathering, handledIn, hanging, judged, leaving, object, overdue, refusing, reviewed, signed, waiting } from './common.ts';
import { noticeTerm } from './notice-term.ts';

const earlier = [...filed, ...judged, ...checked, ...reviewed];
const GOOD = ['not-related', 'notices-complete', 'shares-add-up'];

export const townStates: Readonly<Record<string, StateOf<Claim, Fields, Facts>>> = {
  townCheck: {
    term: handledIn(days.check),
    on: {
      passCheck: arrow({ who: ['town_clerk'], notWho: filed, rules: ['not-related'], checks: ['everyRuleProven', 'visitedByNow'] },
        { when: 'owesVillageNotice', to: 'villageNoticeDraft', keep: keepCheck },
        { to: 'townReview', keep: keepCheck, do: ['tellReviewers'] }),
      ...refusing('town_clerk', filed),
      overdue: overdue('tellTown'),
      ...waiting,
    },
  },
  townReview: {
    term: handledIn(days.review),
    on: {
      pass: arrow({ who: ['reviewer'], notWho: [...filed, ...checked], rules: ['not-related', 'eligible', 'check-holds'], checks: ['amountFits'] },
        { when: 'neverPosted', to: 'internalReview', keep: frozen, do: ['tellReviewers'] },
        { when: 'owesTownNotice', to: 'townNoticeDraft', keep: frozen, do: ['tellTown'] },
        { to: 'headSignoff', keep: frozen, do: ['tellHead'] }),
      ...refusing('reviewer', [...filed, ...checked]),
      overdue: overdue('tellReviewers'),
      ...waiting,
    },
  },
  internalReview: {
    term: handledIn(days.review),
    on: {
      passAgain: arrow({ who: ['reviewer'], notWho: [...filed, ...checked, ...since('round', 'townReview.pass')], rules: ['not-related', 'eligible', 'check-holds'] }, { to: 'headSignoff', do: ['tellHead'] }),
      ...refusing('reviewer', [...filed, ...checked, ...since('round', 'townReview.pass')]),
      overdue: overdue('tellReviewers'),
      ...waiting,
    },
  },
  townNoticeDraft: {
    on: {
      draftNotice: arrow({ who: ['town_clerk'], notWho: since('round', 'townNoticeDraft.returnNotice', 'townNoticeDraft.releaseNotice'), rules: ['not-drafted-yet'] }, { keep: noticeDrafted }),
      releaseNotice: arrow({ who: ['town_clerk'], notWho: since('round', 'townNoticeDraft.draftNotice'), rules: ['notice-drafted'] }, { to: 'townNotice', keep: noticeReleased }),
      returnNotice: arrow({ who: ['town_clerk'], notWho: since('round', 'townNoticeDraft.draftNotice'), rules: ['notice-drafted'] }, { keep: draftVoided }),
      ...gathering('town', 'town_clerk'),
      ...waiting,
    },
  },
  townGathered: gathered('town'),
  townNotice: {
    term: noticeTerm('town'),
    on: {
      recordPosting: arrow({ who: ['town_clerk'], rules: ['proven-by-notice', 'notice-hangs'], checks: ['postedInTime'] }, { to: 'townNotice', keep: postingRecorded }),
      object,
      noticeExpired: arrow({ who: ['clock'], rules: ['notice-proof', 'notice-hangs'] }, { to: 'headSignoff', keep: noticeRan, do: ['tellHead'] }),
      ...hanging('town'),
      ...waiting,
    },
  },
  headSignoff: {
    sitting: { sign: 'sign', back: 'sendBack', facts: ['programme', 'year', 'amountClaimed', 'amount', 'filedOn'] },
    on: {
      sign: arrow({ who: ['town_head'], notWho: earlier, rules: GOOD },
        { when: 'districtPays', to: 'districtConfirm', keep: approvedFor('town') },
        { when: 'nothingToPay', to: 'closed', keep: approvedFor('town') },
        { to: 'approved', keep: approvedFor('town'), do: ['tellFinance'] }),
      ...refusing('town_head', earlier),
      ...waiting,
    },
  },
  districtConfirm: {
    sitting: { sign: 'confirm', back: 'sendBack', facts: ['programme', 'year', 'amountClaimed', 'amount', 'filedOn'] },
    on: {
      confirm: arrow({ who: ['district_officer'], notWho: [...earlier, ...signed], rules: GOOD },
        { when: 'nothingToPay', to: 'closed', keep: approvedFor('district') },
        { to: 'approved', keep: approvedFor('district'), do: ['tellFinance'] }),
      ...refusing('district_officer', [...earlier, ...signed]),
      ...waiting,
    },
  },
  rejected: {
    remembers: true,
    tags: ['bad'],
    term: { sends: 'appealLapsed', days: () => days.appeal },
    on: {
      appeal: arrow({ who: ['village_clerk', 'town_clerk'], aside: true, checks: ['signedByNow'] }, { to: 'appealReview', keep: appealed, do: ['tellReviewers'] }),
      appealLapsed: arrow({ who: ['clock'] }, { when: 'paidBefore', to: 'closed' }, { to: 'rejectedFinal' }),
      ...leaving,
    },
  },
  appealReview: {
    term: handledIn(days.appeal),
    on: {
      decideAppeal: arrow({ who: ['reviewer'], notWho: filed, rules: ['not-related', 'not-refuser'] },
        { when: 'granted', to: back('rejected'), keep: refusalLifted, do: ['tellVillage'] },
        { when: 'paidBefore', to: 'closed', do: ['tellRefused'] },
        { to: 'rejectedFinal', do: ['tellRefused'] }),
      overdue: overdue('tellReviewers'),
      ...leaving,
    },
  },
  rejectedFinal: { tags: ['end', 'bad'], on: {} },
  withdrawn: { tags: ['end'], on: {} },
};
