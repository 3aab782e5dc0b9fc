/** Keeps small numbers of people from being read off a table, or worked out from the rest of it. */

/** `few`: it tells of fewer than five. `kept`: with it, one of those could be worked out. */
export type Hidden = 'few' | 'kept';
export type Sum = { readonly all: string; readonly parts: readonly string[] };

const FEWEST = 5;

/** Nobody can be found in a cell of none. */
const isFew = (value: number): boolean => value > 0 && value < FEWEST;

/** Hides one more of a sum in which a single number is missing: the smallest, the whole only where no part is left. */
const another = ({ all, parts }: Sum, cells: ReadonlyMap<string, number>, hidden: ReadonlyMap<string, Hidden>): string | undefined => {
  if ([all, ...parts].filter((name) => hidden.has(name)).length !== 1) return undefined;
  const left = parts.filter((name) => !hidden.has(name) && (cells.get(name) ?? 0) > 0);
  return left.toSorted((a, b) => (cells.get(a) ?? 0) - (cells.get(b) ?? 0))[0] ?? (hidden.has(all) ? undefined : all);
};

/** Which cells are not shown. `people`: those that count people; only they are hidden for being few. */
export const hide = (cells: ReadonlyMap<string, number>, people: (cell: string) => boolean, sums: readonly Sum[]): ReadonlyMap<string, Hidden> => {
  const hidden = new Map<string, Hidden>([...cells].filter(([name, value]) => people(name) && isFew(value)).map(([name]) => [name, 'few']));
  for (let more = true; more;) {
    more = false;
    for (const sum of sums) {
      const name = another(sum, cells, hidden);
      if (name === undefined) continue;
      hidden.set(name, 'kept');
      more = true;
    }
  }
  return hidden;
};
