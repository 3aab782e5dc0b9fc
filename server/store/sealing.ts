/** The store's boundary: leaves under sealed names go in as envelopes bound to their row, and come out as they were. */
import type { Data } from '../../workflows/kit/words.ts';
import type { Keys } from '../keys/keys.ts';
import { open, place, seal } from '../keys/seal.ts';

export type Sealed = { readonly $sealed: string };

export const isSealedLeaf = (value: unknown): value is Sealed => typeof value === 'object' && value !== null && '$sealed' in value && typeof value.$sealed === 'string';

type Leaf = (name: string, value: unknown) => unknown;

/** What has nothing to change stays the very same object: most of a case has no sealed leaf. */
const walk = (value: unknown, leaf: Leaf, name = ''): unknown => {
  if (typeof value !== 'object' || value === null) return leaf(name, value);
  const changed = leaf(name, value);
  if (changed !== value) return changed;
  if (Array.isArray(value)) {
    const walked = value.map((one: unknown) => walk(one, leaf));
    return walked.every((one, i) => one === value[i]) ? value : walked;
  }
  let copy: Record<string, unknown> | null = null;
  for (const [key, one] of Object.entries(value)) {
    const walked = walk(one, leaf, key);
    if (walked !== one) (copy ??= { ...value })[key] = walked;
  }
  return copy ?? value;
};

/** `row` names the row within the table; the name of the leaf is the field. */
export const sealLeaves = <T extends Data>(keys: Keys, names: ReadonlySet<string>, table: string, row: string, data: T): T =>
  names.size === 0 ? data : (walk(data, (name, value) => (names.has(name) && value !== null && value !== undefined ? { $sealed: seal(keys, place(table, row, name), value) } : value)) as T);

/** Throws where an envelope was moved here from another place. */
export const openLeaves = <T extends Data>(keys: Keys, names: ReadonlySet<string>, table: string, row: string, data: T): T =>
  names.size === 0 ? data : (walk(data, (name, value) => (isSealedLeaf(value) ? open(keys, place(table, row, name), value.$sealed) : value)) as T);
