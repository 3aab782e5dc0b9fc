/** An outcome is data: which cases, what turns them off the good way, and where each of them ends. */
import type { State } from '../../workflows/kit/words.ts';
import type { Line } from '../stories/story.ts';

/** A case goes on as when all is well, until it stands there. */
export type Lead = { readonly lead: string; readonly until: State };
export type Step = Line | Lead;

/** Claims of one outcome, and its nominations and notices, are of one village. */
export type Part = { readonly workflow: 'benefit-claim'; readonly programme: string } | { readonly workflow: 'model-household' | 'public-notice' | 'payment-batch' };
export type Outcome = { readonly title: string; readonly parts: Readonly<Record<string, Part>>; readonly steps: readonly Step[]; readonly ends: Readonly<Record<string, State>> };

/** Who takes the steps, by what they are to the case; the people are found for each outcome. */
export const roles = ['clerk', 'checker', 'second', 'third', 'r1', 'r2', 'r3', 'head', 'otherHead', 'finance', 'finance2', 'district', 'otherDistrict'] as const;
export type Role = (typeof roles)[number];

export const lead = (until: State, on: string): Lead => ({ lead: on, until });
