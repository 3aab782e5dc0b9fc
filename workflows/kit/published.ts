/** What a process tells the people it is for: a slip for one case, and the masked list that is put up for all. Pure. */
import type { Case, Day, State, Text } from './words.ts';

/** Told to the person the case is about: nothing in it but what the lines hold. */
export type Slip<D> = {
  readonly title: Text;
  /** Where a case stands when there is something to tell. */
  readonly states: readonly State[];
  readonly lines: (one: Case<D>) => readonly { readonly label: Text; readonly value: Text }[];
  readonly foot: Text;
};

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
