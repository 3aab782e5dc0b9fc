/** What has been done in the present round of a claim. */
import type { Step } from '../kit/words.ts';
import type { NoticeLevel } from '../office/gathered.ts';
import type { Claim, ClaimCase } from './claim.ts';
import { getProgramme } from './programmes/index.ts';
import { noticeDays, type Programme } from './programmes/programme.ts';

export const programmeOf = ({ programme, programmeVersion }: Pick<Claim, 'programme' | 'programmeVersion'>): Programme => getProgramme(programme, programmeVersion);

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
