/** What a process tells everybody: the masked list that is put up for all, and the sheet that hangs on the wall. Pure. */
import type { Case, Day, State, Text } from './words.ts';

/** One line of the list; `subject` is only asked where two masked names of a unit read alike. */
export type DisclosedRow = { readonly group: string; readonly name: string; readonly subject: string | null; readonly fen: number; readonly on: Day };
export type Disclosure<D> = {
  readonly title: Text;
  readonly states: readonly State[];
  /** The field with the day by which a case belongs to a quarter. */
  readonly day: string;
  /** `named` false: only in the totals, for a name would add to a family's harm. */
  readonly row: (one: Case<D>) => DisclosedRow & { readonly named: boolean };
  readonly groups: Readonly<Record<string, Text>>;
  /** Who makes the list. */
  readonly by: readonly string[];
};

/** What hangs on a wall for all to read. Every word of it is public: nothing else of the case is ever shown. */
export type PosterSheet = {
  readonly title: Text; readonly under: Text;
  readonly says: readonly Text[]; readonly foot: readonly Text[];
  readonly columns: readonly Text[]; /** Columns of numbers. */ readonly numeric: readonly number[]; readonly rows: readonly (readonly Text[])[];
  /** Issued by the unit above the case's. */
  readonly fromAbove: boolean;
  readonly place: string; readonly on: Day | null; readonly until: Day | null;
};
export type Poster<D> = {
  /** Where the sheet may be printed; of these, where it must not hang yet. */
  readonly printed: readonly State[]; readonly draft: readonly State[];
  /** Where anybody may read it without signing in; and where it is said that its time is over. */
  readonly shown: readonly State[]; readonly gone: readonly State[];
  readonly sheet: (one: Case<D>) => PosterSheet;
};
