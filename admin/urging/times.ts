/** Moments of urging as people say them: the time alone where it is today. */
import type { Instant, Text } from '../../workflows/kit/words.ts';
import { clockOf, dayOf } from '../../workflows/office/working-days.ts';
import { momentText } from '../case/standing.ts';

export const shortMoment = (at: Instant, now: Instant | null): Text => {
  const time = clockOf(at);
  return now !== null && dayOf(at) === dayOf(now) ? { zh: time, en: time } : momentText(at);
};
