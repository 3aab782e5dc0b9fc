/** How long a notice hangs: the programme's days, more where it was posted later than it was released. */
import type { TermOf } from '../../kit/workflow.ts';
import { dayOf, workdaysBetween } from '../../office/working-days.ts';
import type { Asked, Claim, Facts } from '../claim.ts';
import { noticeDays } from '../programmes/programme.ts';
import { noticeOf, programmeOf, type Level } from '../rounds.ts';

/**
 * Recording the posting enters the state anew, so that the term moves by as many working days as the sheet was late:
 * what an objection or a suspension has added to it stays added.
 */
const hangingDays = (level: Level) => ({ case: one, at }: Asked): number => {
  const { term } = one.memory;
  if (!term || term.state !== one.state || one.state !== `${level}Notice`) return noticeDays(programmeOf(one.data), level) ?? 0;
  return Math.max(0, workdaysBetween(dayOf(at), dayOf(term.dueAt)) + (noticeOf(one, level)?.moved ?? 0));
};

export const noticeTerm = (level: Level): TermOf<Claim, Facts> => ({ sends: 'noticeExpired', days: hangingDays(level) });
