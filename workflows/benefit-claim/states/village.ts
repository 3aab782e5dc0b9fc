/** In the village: draft, vote, notice; and what can interrupt the way at any place: objection, correction, suspension. */
import { since } from '../../kit/shorthand.ts';
import { back, type StateOf } from '../../kit/workflow.ts';
import { arrow, type Claim, type Facts, type Fields } from '../claim.ts';
import { correctionChecks } from '../checks.ts';
import { corrected, reminded, submitted, voted, votedDown } from '../keeps/filing.ts';
import { draftVoided, noticeDrafted, noticeRan, noticeReleased, objectionDismissed, objectionUpheld, postingRecorded } from '../keeps/notices.ts';
import { days, everJudged, filed, gathered, gathering, handledIn, hanging, judgedNow, leaving, object, objectAgain, overdue, refusing, waiting } from './common.ts';
import { noticeTerm } from './notice-term.ts';

export const villageStates: Readonly<Record<string, StateOf<Claim, Fields, Facts>>> = {
  draft: {
    on: {
      submit: arrow({ who: ['village_clerk'], notWho: everJudged, rules: ['filing-open', 'no-live-duplicate', 'not-left'], checks: ['signedByNow', 'papersComplete', 'noticeConsent'] }, { to: 'villageReview', keep: submitted }),
      revise: arrow({ who: ['village_clerk'], checks: correctionChecks }, { keep: corrected }),
      ...leaving,
    },
  },
  villageReview: {
    term: handledIn(days.accept),
    on: {
      vote: arrow({ who: ['village_clerk'], rules: ['not-related'], checks: ['quorate', 'heldByNow'] },
        { when: 'voteLost', to: 'rejected', keep: votedDown, do: ['tellRefused'] },
        { when: 'owesVillageNotice', to: 'villageNoticeDraft', keep: voted },
        { to: 'townCheck', keep: voted, do: ['tellTown'] }),
      sendBack: refusing('village_clerk', []).sendBack,
      overdue: overdue('tellVillage'),
      ...waiting,
    },
  },
  villageNoticeDraft: {
    on: {
      draftNotice: arrow({ who: ['village_clerk'], notWho: since('round', 'villageNoticeDraft.returnNotice'), rules: ['not-drafted-yet'] }, { keep: noticeDrafted }),
      releaseNotice: arrow({ who: ['town_clerk'], notWho: since('round', 'villageNoticeDraft.draftNotice'), rules: ['notice-drafted'] }, { to: 'villageNotice', keep: noticeReleased, do: ['tellVillage'] }),
      returnNotice: arrow({ who: ['town_clerk'], notWho: since('round', 'villageNoticeDraft.draftNotice'), rules: ['notice-drafted'] }, { keep: draftVoided }),
      ...gathering('village', 'village_clerk'),
      ...waiting,
    },
  },
  villageGathered: gathered('village'),
  villageNotice: {
    term: noticeTerm('village'),
    on: {
      recordPosting: arrow({ who: ['village_clerk'], rules: ['proven-by-notice', 'notice-hangs'], checks: ['postedInTime'] }, { to: 'villageNotice', keep: postingRecorded }),
      object,
      noticeExpired: arrow({ who: ['clock'], rules: ['notice-proof', 'notice-hangs'] },
        { when: 'checkedThisRound', to: 'townReview', keep: noticeRan, do: ['tellReviewers'] },
        { to: 'townCheck', keep: noticeRan, do: ['tellTown'] }),
      ...hanging('village'),
      ...waiting,
    },
  },
  objection: {
    remembers: true,
    term: handledIn(days.objection),
    on: {
      judgeObjection: arrow({ who: ['reviewer'], mark: 'eachItsOwn', notWho: filed, rules: ['not-related'] },
        { when: 'oneMark' },
        { when: 'reviewersDisagree', to: 'objectionRuling', do: ['tellHead'] },
        { when: 'upheld', to: 'rejected', keep: objectionUpheld, do: ['tellRefused'] },
        { when: 'moreObjections', to: 'objection', keep: objectionDismissed },
        { to: back('objection'), keep: objectionDismissed }),
      object: objectAgain,
      overdue: overdue('tellReviewers'),
      ...waiting,
    },
  },
  objectionRuling: {
    remembers: true,
    on: {
      ruleObjection: arrow({ who: ['town_head'], notWho: [...filed, ...since('round', 'objection.judgeObjection')], rules: ['not-related'] },
        { when: 'upheld', to: 'rejected', keep: objectionUpheld, do: ['tellRefused'] },
        { when: 'moreObjections', to: back('objectionRuling'), keep: objectionDismissed },
        { to: back('objection'), keep: objectionDismissed }),
      object: objectAgain,
      ...waiting,
    },
  },
  returned: {
    remembers: true,
    tags: ['returned'],
    term: { sends: 'deadlinePassed', days: () => days.fix },
    on: {
      resubmit: arrow({ who: ['village_clerk'], notWho: judgedNow, checks: ['everyItemAnswered', ...correctionChecks] },
        { when: 'basisChanged', to: 'townCheck', round: true, keep: corrected, do: ['tellTown'] },
        { to: back('returned'), keep: corrected }),
      deadlinePassed: arrow({ who: ['clock'] },
        { when: 'remindedAndPaid', to: 'closed', do: ['tellLapsed'] },
        { when: 'alreadyReminded', to: 'withdrawn', do: ['tellLapsed'] },
        { to: 'returned', keep: reminded, do: ['tellReminder'] }),
      ...waiting,
    },
  },
  suspended: {
    remembers: true,
    on: { resume: arrow({ who: ['town_clerk'] }, { to: back('suspended') }), ...leaving },
  },
};
