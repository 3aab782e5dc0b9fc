/** The store's boundary: the leaves under sealed names leave a value's place empty and go into one envelope, bound to its row and column. */
import type { Erased } from '../../workflows/kit/erased.ts';
import type { Data } from '../../workflows/kit/words.ts';
import type { Keys } from '../keys/keys.ts';
import { open, place, seal } from '../keys/seal.ts';

type Path = readonly (string | number)[];
/** What the envelope holds: each leaf with its way down. */
type Leaf = readonly [path: Path, value: unknown];
/** Where a value of a row stands. */
export type Column = { readonly table: string; readonly row: string; readonly column: string };

const aadOf = ({ table, row, column }: Column): string => place(table, row, column);

/** What has nothing to seal stays the very same object: most of a case has no sealed leaf. */
const takeOut = (names: ReadonlySet<string>, value: unknown, path: Path, leaves: Leaf[]): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  let copy: Record<string | number, unknown> | null = null;
  for (const name of Object.keys(value)) {
    const one = (value as Data)[name] as unknown;
    if (one === null || one === undefined || (typeof one !== 'object' && !names.has(name))) continue;
    // What stands in place of an erased value is no secret.
    if (names.has(name) && typeof one === 'object' && 'erased' in one) continue;
    const way = [...path, Array.isArray(value) ? Number(name) : name];
    if (names.has(name)) leaves.push([way, one]);
    const left = names.has(name) ? null : takeOut(names, one, way, leaves);
    if (left !== one) (copy ??= (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>)[name] = left;
  }
  return copy ?? value;
};

const putBack = (value: unknown, [[first, ...rest], leaf]: Leaf): unknown => {
  if (first === undefined) return leaf;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as Data) }) as Record<string | number, unknown>;
  copy[first] = putBack(copy[first], [rest, leaf]);
  return copy;
};

/** `names`: the P4 fields, wherever in the data they stand. */
export const sealLeaves = <T extends Data>(keys: Keys, names: ReadonlySet<string>, column: Column, data: T): T => {
  if (names.size === 0) return data;
  const leaves: Leaf[] = [];
  const left = takeOut(names, data, [], leaves) as T;
  return leaves.length === 0 ? data : { ...left, $sealed: seal(keys, aadOf(column), leaves) };
};

/** The data as it is without what is sealed. */
export const withoutSealed = (data: Data): Data => Object.fromEntries(Object.entries(data).filter(([name]) => name !== '$sealed'));

/** Throws where an envelope was moved here from another place. */
export const openLeaves = <T extends Data>(keys: Keys, column: Column, data: T): T => {
  const { $sealed: envelope, ...left } = data as Data;
  return typeof envelope === 'string' ? ((open(keys, aadOf(column), envelope) as Leaf[]).reduce<unknown>(putBack, left) as T) : data;
};

const leavesOf = (keys: Keys, column: Column, { $sealed: envelope }: Data): Leaf[] => (typeof envelope === 'string' ? (open(keys, aadOf(column), envelope) as Leaf[]) : []);

/** The values in the envelope. */
export const sealedValues = (keys: Keys, column: Column, data: Data): unknown[] => leavesOf(keys, column, data).map(([, value]) => value);

/** The data with those sealed leaves erased that are meant; others stay sealed. The very same object where none is meant. */
export const eraseLeaves = <T extends Data>(keys: Keys, column: Column, data: T, isMeant: (value: unknown) => boolean, erased: Erased): T => {
  const leaves = leavesOf(keys, column, data);
  const [gone, kept] = [leaves.filter(([, value]) => isMeant(value)), leaves.filter(([, value]) => !isMeant(value))];
  if (gone.length === 0) return data;
  const left = gone.reduce<unknown>((value, [path]) => putBack(value, [path, erased]), withoutSealed(data)) as T;
  return kept.length === 0 ? left : { ...left, $sealed: seal(keys, aadOf(column), kept) };
};
