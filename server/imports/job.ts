/** What is said between an import and the threads that read its file. */
import type { Unit } from '../../workflows/office/units.ts';
import type { Mapping, Target } from '../../workflows/office/import/columns.ts';
import type { Refusal } from '../../workflows/office/import/problems.ts';
import type { Day } from '../../workflows/kit/words.ts';
import type { Keys } from '../keys/keys.ts';
import type { Format } from '../table/read-table.ts';

/** The keys as they stand when the thread begins: what is sealed with them still opens when newer ones are there. */
export type Rings = Pick<Keys, 'data' | 'index' | 'signing'>;
export type Source = { readonly path: string; readonly id: string; readonly utf8: boolean; readonly keys: Rings };
/** `header`: the number of the row that holds the names. */
export type Looked = { readonly format: Format; readonly header: number; readonly headers: readonly string[]; readonly rows: readonly { readonly n: number; readonly cells: readonly string[] }[] };

export type AllRows = { readonly format: Format; readonly rows: readonly (readonly string[])[] };

export type Check = {
  readonly district: string; readonly header: number; readonly mapping: Mapping;
  readonly units: readonly Unit[]; readonly scope: readonly string[]; readonly today: Day; readonly demo: boolean; readonly counts1904: boolean;
  /** In front of the ids of what is imported. */
  readonly prefix: string;
  /** Of so many threads this one takes each so-manieth block. */
  readonly shard: number; readonly shards: number;
};
export type Task = { readonly source: Source } & ({ readonly do: 'look' } | { readonly do: 'rows' } | { readonly do: 'check'; readonly check: Check });

export type Good = { readonly n: number; readonly code: string; readonly idIndex: string | null; readonly household: string; readonly id: string; readonly unit: string; readonly address: string; readonly isHead: boolean };
export type Wrong = { readonly n: number; readonly field: Target; readonly code: string };
/** The rows of one block, by number. `lines`: one for each of the good. */
export type Block = { readonly rows: number; readonly good: readonly Good[]; readonly lines: Uint8Array; readonly wrong: readonly Wrong[] };
export type Said = { readonly type: 'block'; readonly block: Block } | { readonly type: 'end'; readonly value: unknown } | { readonly type: 'refused'; readonly why: Refusal };

export const BLOCK = 1_000;
/** Blocks that wait for their turn while a thread reads on. */
export const AHEAD = 3;
