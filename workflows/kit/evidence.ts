/** What stands beside a case while somebody judges it: what it says and what the register says, what was paid already, who is related. Declared as data. */
import type { Case, Data, Entry, Post, State, Text } from './words.ts';

/** One condition of what is asked for: whether it holds as it is recomputed now, what was found at the check, what may prove it, and what was seen. */
export type Conditioned = {
  readonly code: string; readonly text: Text; readonly met: boolean; readonly metThen: boolean | null;
  readonly accepts: readonly Text[]; readonly proofs: readonly { readonly kind: Text; readonly reference: string }[];
};
/** `basis`: the rules that the conditions come from, with their version and days. */
export type Checklist = { readonly basis: Text; readonly conditions: readonly Conditioned[] };

export type Evidence<D> = {
  readonly for: readonly Post[];
  readonly states: readonly State[];
  /** A field of the case beside the register's own of that name; `spouse` is the register's spouse, by identity number. */
  readonly compared: readonly { readonly field: string; readonly label: Text; readonly claimed: (data: D) => string | null; /** Lay side by side what may not be shown whole. */ readonly sealed: boolean }[];
  /** What the case has to meet, condition by condition, asked of the register as it stands. */
  readonly checklist?: (one: Case<D>, entry: Entry | null) => Checklist;
  /** The account money goes to: other cases with the same one are found by it. */
  readonly account: (data: D) => string | null;
  /** What is told of another case of the process. */
  readonly other: (one: Pick<Case<D>, 'state' | 'data'>) => { readonly group: Text; readonly fen: number; readonly on: string; readonly standing: 'paid' | 'underWay' | 'nothing' };
};

/** Why another case stands on the board. */
export type Tie = 'self' | 'spouse' | 'household' | 'account';
export type Beside = { readonly id: string; readonly unit: string; readonly unitName: Text; readonly state: State; readonly ties: readonly Tie[]; readonly group: Text; readonly fen: number; readonly on: string; readonly standing: 'paid' | 'underWay' | 'nothing'; readonly mine: boolean };
/** `agrees` is null where one of the two says nothing. */
export type ComparedView = { readonly field: string; readonly label: Text; readonly claimed: string; readonly registered: string; readonly agrees: boolean | null };
export type EvidenceView = {
  readonly checklist: Checklist | null;
  readonly compared: readonly ComparedView[];
  readonly beside: readonly Beside[];
  /** Colleagues who declared a relation to the person or the household; `me`: the reader is among them. */
  readonly related: { readonly me: boolean; readonly names: readonly string[] };
};

export const evidenceOffered = ({ evidence }: { readonly evidence?: Evidence<Data> }, { state }: Pick<Case, 'state'>, posts: readonly Post[]): boolean =>
  evidence !== undefined && evidence.states.includes(state) && evidence.for.some((post) => posts.includes(post));
