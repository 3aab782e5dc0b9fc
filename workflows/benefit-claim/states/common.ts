/** Arrows that many states of a claim share, and who is kept from them. */
import { since } from '../../kit/shorthand.ts';
import type { ArrowMeta, NotWho, StateOf } from '../../kit/workflow.ts';
import type { Post, Step } from '../../kit/words.ts';
import { arrow, type Claim, type Facts, type Fields } from '../claim.ts';
import { noticeJoined, noticeLeft, noticeProven, noticePutUp, noticeTakenOff, objected } from '../keeps/notices.ts';
import { refused, sentBack } from '../keeps/filing.ts';
import type { Level } from '../rounds.ts';

/** Working days; defaults of the office where practice varies. */
export const days = { accept: 5, check: 10, review: 10, objection: 10, fix: 10, appeal: 15 } as const;

/** Who entered the claim, or corrected it: a correction that begins a round was made in the one before. */
export const filed = since('case', '.open', 'draft.submit', 'returned.resubmit');
export const checked = since('round', 'townCheck.passCheck');
export const reviewed = since('round', 'townReview.pass', 'internalReview.passAgain');
/** Who judged does not enter afterwards what others then judge no more. */
const JUDGING: Step[] = ['townCheck.passCheck', 'townReview.pass', 'internalReview.passAgain', 'headSignoff.sign', 'districtConfirm.confirm'];
export const everJudged = since('case', ...JUDGING, 'objection.judgeObjection', 'objectionRuling.ruleObjection', 'appealReview.decideAppeal');
export const judgedNow = since('round', ...JUDGING);
export const judged = since('round', 'villageReview.vote', 'objection.judgeObjection');
export const signed = since('round', 'headSignoff.sign');
export const confirmed = since('round', 'districtConfirm.confirm');

export const handledIn = (n: number) => ({ sends: 'overdue', days: () => n });
/** The time for a step ran out: it stays, and whoever is late is told. */
export const overdue = (tell: string) => arrow({ who: ['clock'] }, { do: [tell] });

/** A reopened claim that comes to nothing stands as it was paid. */
const withdraw = arrow({ who: ['village_clerk', 'town_clerk'], aside: true }, { when: 'paidBefore', to: 'closed' }, { to: 'withdrawn' });
const suspend = arrow({ who: ['town_clerk'], aside: true }, { to: 'suspended', pause: true });
/** In every state before payment. */
export const leaving = { withdraw };
export const waiting = { withdraw, suspend };

const OBJECTING: ArrowMeta = { who: ['village_clerk', 'town_clerk'], aside: true, checks: ['objectorNamed'] };
export const object = arrow(OBJECTING, { to: 'objection', pause: true, keep: objected, do: ['tellReviewers'] });
/** One more while another is open: counted, judged in its turn. */
export const objectAgain = arrow(OBJECTING, { keep: objected });

/** Into a notice that gathers many, and out of it again as long as its list is not handed in; the notice itself puts the claim up. */
export const gathering = (level: Level, clerk: Post) => ({
  joinNotice: arrow({ who: [clerk], aside: true, rules: ['not-drafted-yet', 'no-open-notice'], checks: ['noticeFits'] }, { to: `${level}Gathered`, keep: noticeJoined }),
});
export const gathered = (level: Level): StateOf<Claim, Fields, Facts> => ({
  on: {
    leaveNotice: arrow({ who: ['village_clerk', 'town_clerk'], aside: true, rules: ['list-not-fixed'] }, { to: `${level}NoticeDraft`, keep: noticeLeft }),
    putUp: arrow({ who: ['clock'], aside: true }, { to: `${level}Notice`, keep: noticePutUp }),
    ...waiting,
  },
});
export const hanging = (level: Level) => ({
  proveNotice: arrow({ who: ['clock'], aside: true, rules: ['hangs-with-others'] }, { keep: noticeProven }),
  takeOff: arrow({ who: ['clock'], aside: true, rules: ['hangs-with-others'] }, { to: `${level}NoticeDraft`, keep: noticeTakenOff }),
  postAnew: arrow({ who: [`${level}_clerk`], aside: true, rules: ['notice-came-down'] }, { to: `${level}NoticeDraft`, keep: noticeTakenOff }),
});

/** Sending back and refusing, for whoever judges at a state. */
export const refusing = (post: Post, notWho: readonly NotWho[]) => {
  const meta: ArrowMeta = { who: [post], notWho, rules: ['not-related'] };
  return {
    sendBack: arrow(meta, { to: 'returned', keep: sentBack, do: ['tellReturned'] }),
    reject: arrow(meta, { to: 'rejected', keep: refused, do: ['tellRefused'] }),
  };
};
