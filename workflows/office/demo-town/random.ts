/** A small seeded source of chance: the same seed gives the same town on every machine. */

export type Random = {
  /** In [0, 1). */
  readonly next: () => number;
  /** Whole, in [0, n). */
  readonly below: (n: number) => number;
  /** One of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T;
  readonly shuffled: <T>(list: readonly T[]) => T[];
  /** Digits as text. */
  readonly digits: (n: number) => string;
};

/** mulberry32. */
export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('Nothing to pick from');
    return list[below(list.length)] as T;
  };
  const shuffled = <T>(list: readonly T[]): T[] =>
    list.map((item) => ({ item, key: next() })).toSorted((a, b) => a.key - b.key).map((one) => one.item);
  const digits = (n: number): string => Array.from({ length: n }, () => below(10)).join('');
  return { next, below, pick, shuffled, digits };
};
