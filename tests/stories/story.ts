/** A story is data: who does what to which case, and what comes of it. */
import type { Data, Instant } from '../../workflows/kit/words.ts';

/** The form: the process's example, the nth where there are several, with what the story says otherwise; or made at that moment. */
export type Form = { readonly way?: number; readonly with?: Data } | ((now: Instant) => Data);

export type Line =
  | { readonly does: string; readonly by: string; readonly on: string; readonly form: Form; readonly to: string }
  | { readonly cannot: string; readonly by: string; readonly on: string; readonly form: Form; readonly why: readonly string[] }
  /** So many working days pass, each to its end. */
  | { readonly wait: number }
  | { readonly sees: string; readonly by: string; readonly state: string; readonly data?: Data; readonly offers?: readonly string[]; readonly blocked?: Readonly<Record<string, readonly string[]>> }
  /** Every child of a case that its sheet has drawn: whoever of these may looks at it. */
  | { readonly drawn: string; readonly of: string; readonly sheet: string; readonly by: readonly string[]; readonly does: string; readonly form: Form }
  /** Every child of a case that still stands there. */
  | { readonly each: string; readonly of: string; readonly at: string; readonly by: string; readonly does: string; readonly form: Form }
  /** Who took the steps, in order: `event by post`; a substitute’s `for another`. */
  | { readonly logged: string; readonly steps: readonly string[]; readonly people?: number }
  | { readonly resident: string; readonly by: string; readonly values: Data };

/** The cases of a story: opened by it, or born by another of them for a village or a person. */
export type Role = { readonly workflow: string; readonly unit: string } | { readonly workflow: string; readonly child: readonly [of: string, part: string] };
export type Story = { readonly title: string; readonly cases: Readonly<Record<string, Role>>; readonly lines: readonly Line[] };

const PLAIN: Form = {};

export const does = (by: string, on: string, event: string, to: string, form: Form = PLAIN): Line => ({ does: event, by, on, form, to });
export const cannot = (by: string, on: string, event: string, why: readonly string[], form: Form = PLAIN): Line => ({ cannot: event, by, on, form, why: [...why].sort() });
export const wait = (days: number): Line => ({ wait: days });
export const sees = (by: string, on: string, state: string, more: { data?: Data; offers?: readonly string[]; blocked?: Readonly<Record<string, readonly string[]>> } = {}): Line => ({ sees: on, by, state, ...more });
export const way = (n: number, change?: Data): Form => ({ way: n, ...(change && { with: change }) });
export const says = (change: Data): Form => ({ with: change });
