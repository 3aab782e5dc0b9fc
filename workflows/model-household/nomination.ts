/** What a nomination keeps, and what follows from it: its notice's days, its score, its places. */
import type { Case, Day, Mark, State } from '../kit/words.ts';
import type { NoticeLevel, PublicLine } from '../office/gathered.ts';
import { dayOf, workdaysBetween } from '../office/working-days.ts';
import { findScheme } from './schemes/index.ts';
import { criteria, type Level, type Scheme } from './schemes/scheme.ts';

export type Sheet = { sheetNo?: string | undefined; place: string; postedOn: Day };
export type Nomination = {
  scheme: string; household: string; levelTarget: Level; source: string; displayName: string; categories: readonly string[];
  summary?: string; story?: string; noticeText?: string | null; sheet?: Sheet | null;
  /** The rounds in which the notices ran to their end and the town checked. */
  villageNoticed?: number; townNoticed?: number; checkedRound?: number;
  objections?: number;
  /** Who objected, in the order they came: for those alone who judge it. */
  objectors?: readonly { subject: string; objectorName?: string; objectorContact?: string }[];
  /** The notice it is gathered into, what that may read of it, and how long and since when that hangs. */
  notice?: string | null; posting?: PublicLine | null; hangs?: number | null; postedOn?: Day | null;
  listed?: readonly { item: string }[]; reminded?: boolean; lapsed?: boolean;
  recused?: readonly string[]; meanScore?: number; outcome?: string; titleUntil?: Day;
};

export const LIVE: State[] = ['villageReview', 'villageNoticeDraft', 'villageGathered', 'villageNotice', 'objection', 'objectionRuling', 'townCheck', 'returned', 'panelScoring', 'townNoticeDraft', 'townGathered', 'townNotice', 'headSignoff', 'recommended', 'keptAsStory', 'forwarded', 'commended', 'revocationProposed', 'appealReview'];
export const SELECTED: State[] = ['townNoticeDraft', 'townGathered', 'townNotice', 'headSignoff', 'recommended', 'forwarded', 'commended', 'revocationProposed'];

export const schemeOf = (data: Nomination): Scheme | undefined => findScheme(data.scheme);
export const keyOf = ({ scheme, household }: Nomination): string => `${scheme}:${household}`;

/** 张*家庭: the surname is all that a notice shows. */
export const publicName = (name: string): string => `${[...name][0] ?? ''}*家庭`;

/** Working days a notice still has to hang: all of them until the posting is proven, then those after the day of posting. */
export const noticeDays = (level: NoticeLevel) => ({ case: { data }, at }: { case: Case<Nomination>; at: string }): number => {
  const days = data.hangs ?? schemeOf(data)?.noticeDays[level] ?? 0;
  const since = data.sheet?.postedOn ?? data.postedOn;
  return since ? Math.max(0, days - workdaysBetween(since, dayOf(at))) : days;
};

export const SCORERS = 3;

const totalOf = ({ data }: Mark): number => {
  const scores = (data.scores ?? {}) as Partial<Record<string, number>>;
  return criteria.reduce((sum, name) => sum + (scores[name] ?? 0), 0);
};

/** The mean of all scores, none dropped, to two decimals. */
export const meanOf = (marks: readonly Mark[]): number => (marks.length === 0 ? 0 : Math.round((marks.reduce((sum, one) => sum + totalOf(one), 0) / marks.length) * 100) / 100);

export const hasPlace = (data: Nomination, taken: number): boolean => taken < (schemeOf(data)?.places[data.levelTarget] ?? 0);

/** Who acted in the stay that ended with the refusal that is now appealed. */
export const refusers = ({ memory: { done } }: Case): string[] => {
  const appealed = done.findLast(({ step }) => step.endsWith('.appeal'))?.entry ?? 0;
  return done.filter(({ entry }) => entry === appealed - 1).map(({ by }) => by);
};
