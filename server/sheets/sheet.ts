/** A table on its way out: its rows come in batches, and only one batch is ever held. */
import type { Lang } from '../../workflows/kit/words.ts';
import type { Cell } from '../../workflows/office/tables.ts';

export type Sheet = {
  readonly lang: Lang; readonly title: string; readonly header: readonly string[];
  readonly batches: AsyncIterable<readonly (readonly Cell[])[]>;
  /** What stands at the end, told how many rows there were. */
  readonly marks: (rows: number) => readonly (readonly [string, string])[];
};
