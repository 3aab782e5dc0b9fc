/** What a nomination keeps, and what follows from it: its notice's days, its score, its places. */
import { personsOf } from '../kit/substitutes.ts';
import type { Case, Day, Instant, Mark, Rolled, State } from '../kit/words.ts';
import type { NoticeLevel, PublicLine } from '../office/gathered.ts';
import { dayOf, workdaysBetween } from '../office/working-days.ts';
import { findScheme } from './schemes/index.ts';
import { criteria, type Criterion, type Level, type Scheme } from './schemes/scheme.ts';

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
  recused?: readonly string[]; submittedAt?: Instant;
  /** Those of one contest are ranked against each other: of a scheme and level, and where places are a village’s of a village. */
  contest?: string;
  /** Means of all scorers, whole and by criterion, and the place they led to. */
  meanScore?: number; means?: Readonly<Record<Criterion, number>>; rank?: number; outcome?: string; titleUntil?: Day;
  /** When the household withdrew its consent to being told of, and when its story was taken down everywhere. */
  consentWithdrawnOn?: Day; storyDown?: Day;
};

export const LIVE: State[] = ['villageReview', 'villageNoticeDraft', 'villageGathered', 'villageNotice', 'objection', 'objectionRuling', 'townCheck', 'returned', 'panelScoring', 'scored', 'townNoticeDraft', 'townGathered', 'townNotice', 'headSignoff', 'recommended', 'keptAsStory', 'forwarded', 'commended', 'revocationProposed', 'takingDown', 'appealReview'];
export const SELECTED: State[] = ['townNoticeDraft', 'townGathered', 'townNotice', 'headSignoff', 'recommended', 'forwarded', 'commended', 'revocationProposed', 'takingDown'];

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

const mean = (points: readonly number[]): number => (points.length === 0 ? 0 : Math.round((points.reduce((sum, one) => sum + one, 0) / points.length) * 100) / 100);
/** The mean of all scores, none dropped, to two decimals. */
export const meanOf = (marks: readonly Mark[]): number => mean(marks.map(totalOf));
export const meansOf = (marks: readonly Mark[]): Record<Criterion, number> => {
  const of = (name: Criterion): number => mean(marks.map(({ data }) => ((data['scores'] ?? {}) as Partial<Record<Criterion, number>>)[name] ?? 0));
  return { harmony: of('harmony'), upbringing: of('upbringing'), elders: of('elders'), neighbours: of('neighbours'), honesty: of('honesty'), opinion: of('opinion') };
};

export const contestOf = (scheme: string, level: Level, unit: string): string => `${scheme}:${level}${level === 'village' ? `:${unit}` : ''}`;

/** All that stand in the contest: being scored, scored, or selected already. */
export const CONTEST: State[] = ['panelScoring', 'scored', ...SELECTED];
export type Ranked = Pick<Nomination, 'meanScore' | 'means' | 'submittedAt'> & { readonly id: string };

/** Whether one comes before another by the scheme's rule; no two are ever level. */
const before = ({ ties }: Scheme, a: Ranked, b: Ranked): boolean => {
  const differences = [(a.meanScore ?? 0) - (b.meanScore ?? 0), ...ties.map((name) => (a.means?.[name] ?? 0) - (b.means?.[name] ?? 0))];
  const first = differences.find((difference) => difference !== 0);
  if (first !== undefined) return first > 0;
  return `${a.submittedAt ?? ''} ${a.id}` < `${b.submittedAt ?? ''} ${b.id}`;
};

/**
 * The place among those scored and not ranked yet, after those selected already; `outcome` is null as long as it hangs on households that are still being scored.
 * Whoever stays below the pass mark takes nobody's place.
 */
export const rankIn = (scheme: Scheme, own: Ranked, places: number, contest: readonly Rolled[]): { readonly rank: number; readonly outcome: 'selected' | 'notSelected' | null } => {
  const at = (...states: State[]): Rolled[] => contest.filter(({ id, state }) => id !== own.id && states.includes(state));
  const better = at('scored').map(({ id, values }) => ({ id, ...values }) as Ranked).filter((other) => (other.meanScore ?? 0) >= scheme.passMark && before(scheme, other, own)).length;
  const [ahead, open] = [at(...SELECTED).length + better, at('panelScoring').length];
  const passes = (own.meanScore ?? 0) >= scheme.passMark;
  return { rank: ahead + 1, outcome: !passes || ahead >= places ? 'notSelected' : ahead + open < places ? 'selected' : null };
};

export const hasPlace = (data: Nomination, taken: number): boolean => taken < (schemeOf(data)?.places[data.levelTarget] ?? 0);

/** Who acted in the stay that ended with the refusal that is now appealed; who was not selected was refused by the scorers, not by the ranking of their scores alone. */
export const refusers = ({ memory: { done } }: Case): string[] => {
  const last = (done.findLast(({ step }) => step.endsWith('.appeal'))?.entry ?? 0) - 1;
  const ranked = done.some(({ step, entry }) => step === 'scored.rank' && entry === last);
  return done.filter(({ entry }) => entry === last || (ranked && entry === last - 1)).flatMap(personsOf);
};
