/** What a search keeps an eye on: that nothing is paid or commended before its notices have hung and objections are judged. */
import type { Data } from '../../workflows/kit/words.ts';
import type { Taken, Watch } from './explore.ts';

type Seen = {
  /** A sheet was posted in the present hanging of the notice; the notice hung to its end in this round. */
  readonly posted: readonly string[]; readonly ran: readonly string[];
  readonly reviewedAgain: boolean;
  /** Objections of the present round that nobody has judged. */
  readonly open: number;
};
export type NoticeRule = {
  /** The events by which proof of posting comes in. */
  readonly posting: readonly string[];
  /** The notices that must have run when a case stands there; null where nothing is at stake. */
  readonly needs: (data: Data, state: string) => readonly string[] | 'reviewedAgain' | null;
  /** Whether one judgement settles all objections, or each is judged for itself. */
  readonly judgement: 'settlesAll' | 'settlesOne';
  /** What else must hold where a case stands. */
  readonly also?: (data: Data, state: string) => string | null;
};

const START: Seen = { posted: [], ran: [], reviewedAgain: false, open: 0 };
const JUDGING = ['objection', 'objectionRuling'];
const withOne = (list: readonly string[], one: string): readonly string[] => [...new Set([...list, one])].sort();
const without = (list: readonly string[], one: string): readonly string[] => list.filter((other) => other !== one);

/** Gathered cases are put up by their notice, with the proof it has. */
const isProven = (data: Data, to: string): boolean => Boolean(((data[to] ?? data) as Data)['sheet']);

/** A judgement is given when both reviewers agree or the head rules; one mark of two is none, nor is passing it on to the head. */
const settles = (from: string | null, event: string, to: string, { memory: { marks } }: Taken['case']): boolean =>
  (event === 'ruleObjection' || event === 'judgeObjection') && to !== 'objectionRuling' && !(from === 'objection' && to === 'objection' && marks.length > 0);

const nextOf = ({ posting, judgement }: NoticeRule, before: Seen, { from, event, to, newRound, case: one }: Taken): Seen => {
  const seen: Seen = newRound ? { ...before, posted: [], ran: [], reviewedAgain: false, open: 0 } : before;
  const [judged, judging] = [JUDGING.includes(from ?? ''), JUDGING.includes(to)];
  if (from !== null && posting.includes(event)) return { ...seen, posted: withOne(seen.posted, from) };
  if (from !== null && event === 'noticeExpired') return { ...seen, posted: without(seen.posted, from), ...(seen.posted.includes(from) && { ran: withOne(seen.ran, from) }) };
  if (event === 'putUp') return isProven(one.data, to) ? { ...seen, posted: withOne(seen.posted, to) } : seen;
  if ((event === 'takeOff' || event === 'postAnew') && from !== null) return { ...seen, posted: without(seen.posted, from) };
  if (event === 'passAgain') return { ...seen, reviewedAgain: true };
  if (event === 'object') return { ...seen, open: Math.min(3, seen.open + 1) };
  if (judged && settles(from, event, to, one)) return { ...seen, open: judgement === 'settlesAll' ? 0 : Math.max(0, seen.open - 1) };
  if (judging && from === 'appealReview') return { ...seen, open: Math.min(3, seen.open + 1) };
  return seen;
};

export const noticesWatch = (rule: NoticeRule): Watch => ({
  start: START,
  next: (seen, taken) => nextOf(rule, seen as Seen, taken),
  wrong: (given, { data, state }) => {
    const seen = given as Seen;
    const needs = rule.needs(data, state);
    const also = rule.also?.(data, state) ?? null;
    if (needs === null || also !== null) return also;
    if (needs === 'reviewedAgain') return seen.reviewedAgain ? null : `${state} without the second review`;
    const missing = needs.filter((notice) => !seen.ran.includes(notice));
    if (missing.length > 0) return `${state} though ${missing.join(' and ')} did not hang to the end`;
    return seen.open > 0 ? `${state} with an objection open` : null;
  },
});
