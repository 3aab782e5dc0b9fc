/** What the checks look at: entries of the register with what belongs to them, and what was done about entries. */
import type { Day, Instant } from '../../kit/words.ts';
import type { Resident } from '../demo-town/town.ts';
import type { UnitIndex } from './unit-index.ts';

export type Field = keyof Resident;
export type Entry<F extends Field = Field> = Pick<Resident, 'id' | 'unit' | 'status' | F>;

/** Known and proven beside the register's own status: a death, or a move out of the town. */
export type Departure = { readonly kind: 'deceased' | 'moved'; readonly on: Day };

/** One entry and what belongs to it. After a change look again also at those who name it as spouse, and at its household. */
export type Seen<F extends Field = Field> = {
  readonly entry: Entry<F>;
  readonly spouse: Entry<F> | null;
  /** All of the household, the entry too. */
  readonly members: readonly Entry<F>[];
  readonly departure: Departure | null;
  readonly units: UnitIndex;
  readonly today: Day;
  /** Whether numbers of the demo town's division count as real. */
  readonly demo: boolean;
};

/** One change that entered the register. */
export type Change = {
  readonly resident: string; readonly unit: string;
  readonly at: Instant;
  /** When it happened, as far as anybody said. */
  readonly changedOn: Day | null;
  readonly marital: { readonly before: string; readonly after: string } | null;
  readonly note: string | null;
};

/** The answer a record got in a month of verifying; of several the last. */
export type Act = {
  readonly resident: string; readonly unit: string; readonly person: string;
  readonly at: Instant;
  readonly answer: 'same' | 'changed' | 'unable';
  /** As in the code table `verifyMethod`. */
  readonly method: string | null;
  readonly remark: string | null;
};

/** What a claim says at its submission beside what the register said; null where one of them says nothing. */
export type FiledClaim = {
  readonly case: string; readonly resident: string; readonly unit: string;
  readonly values: readonly { readonly field: string; readonly claimed: string | null; readonly registered: string | null }[];
};

/** The dead are left in peace: nobody verifies their entries, and nothing in them blocks a batch. */
export const isChecked = ({ status }: Entry<'status'>): boolean => status !== 'deceased';
