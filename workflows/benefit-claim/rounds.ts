/** What has been done in the present round of a claim. */
import type { Step } from '../kit/words.ts';
import type { NoticeLevel } from '../office/gathered.ts';
import type { Claim, ClaimCase } from './claim.ts';
import { getProgramme } from '../office/programmes/index.ts';
import { noticeDays, type Programme } from '../office/programmes/programme.ts';
import { asGoverned } from '../office/programmes/terms.ts';

/** As the version has it under which the claim is judged. */
export const programmeOf = ({ programme, governedBy }: Pick<Claim, 'programme' | 'governedBy'>): Programme => asGoverned(getProgramme(programme), governedBy);

export const doneThisRound = ({ memory }: ClaimCase, step: Step): boolean =>
  memory.done.some((done) => done.step === step && done.round === memory.round);

export type Level = NoticeLevel;

/** The notice of the present round, where there is one. */
export const noticeOf = ({ data, memory }: ClaimCase, level: Level) => {
  const notice = level === 'village' ? data.villageNotice : data.townNotice;
  return notice?.round === memory.round ? notice : undefined;
};

export const owesNotice = (one: ClaimCase, level: Level): boolean =>
  noticeDays(programmeOf(one.data), level) !== null && noticeOf(one, level)?.completedOn === undefined;

/** Each notice the programme wants has hung its full term in this round, or the second internal review was passed. */
export const noticesComplete = (one: ClaimCase): boolean =>
  programmeOf(one.data).notice === 'none' ? doneThisRound(one, 'internalReview.passAgain') : !owesNotice(one, 'village') && !owesNotice(one, 'town');
