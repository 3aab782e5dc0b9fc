/** What the processes say again and again, in one word each. */
import type { NotWho } from './workflow.ts';
import type { Effect, Post, Step } from './words.ts';

/** A value that the form of an accepted event must hold. Throws where it does not: then form and arrow do not fit. */
export const given = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('An accepted form lacks a field it demands');
  return value;
};

/** An effect that tells the posts. */
export const tell = (what: string, ...posts: Post[]) => (): Effect[] => [{ type: 'tell', what, posts }];

/** Whoever took one of the steps, counted from there on. */
export const since = (when: NotWho['since'], ...steps: Step[]): NotWho[] => steps.map((step) => ({ step, since: when }));
