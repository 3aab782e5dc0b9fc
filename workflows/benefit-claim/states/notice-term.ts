/** How long a notice hangs: the programme's days, more where it was posted later than it was released. */
import type { TermOf } from '../../kit/workflow.ts';
import { dayOf, workdaysBetween } from '../../office/working-days.ts';
import type { Asked, Claim, Facts } from '../claim.ts';
import { noticeDays } from '../../office/programmes/programme.ts';
import { noticeOf, programmeOf, type Level } from '../rounds.ts';

/**
 * Recording the posting enters the state anew, so that the term moves by as many working days as the sheet was late:
 * what an objection or a suspension has added to it stays added. Of a gathered notice it counts from the day that hangs since.
 */
const hangingDays = (level: Level) => ({ case: one, at }: Asked): number => {
  const { term } = one.memory;
  const notice = noticeOf(one, level);
  if (term && term.state === one.state && one.state === `${level}Notice`) return Math.max(0, workdaysBetween(dayOf(at), dayOf(term.dueAt)) + (notice?.moved ?? 0));
  const all = notice?.days ?? noticeDays(programmeOf(one.data), level) ?? 0;
  return notice?.postedOn ? Math.max(0, all - workdaysBetween(notice.postedOn, dayOf(at))) : all;
};

export const noticeTerm = (level: Level): TermOf<Claim, Facts> => ({ sends: 'noticeExpired', days: hangingDays(level) });
