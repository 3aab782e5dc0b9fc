/** The place a nomination takes in its contest, and what it keeps of it. */
import type { Case } from '../kit/words.ts';
import { reading, type Facts } from './facts.ts';
import { rankIn, schemeOf, type Nomination } from './nomination.ts';

type Standing = { readonly case: Case<Nomination>; readonly facts: Pick<Facts, 'contest'> };
export const rankOf = ({ case: { id, data }, facts: { contest } }: Standing) => {
  const scheme = schemeOf(data);
  return scheme ? rankIn(scheme, { ...data, id }, scheme.places[data.levelTarget], contest ?? []) : { rank: 0, outcome: 'notSelected' as const };
};
export const ranked = reading(['contest'], (asked) => ({ rank: rankOf(asked).rank }));
export const selected = reading(['contest'], (asked) => ({ rank: rankOf(asked).rank, noticeText: null }));
