/** Situations of one state from which exactly the same can happen, as far as people nobody knows can make it happen. */
import type { Graph } from './explore.ts';

/** The class of each node: the coarsest division that keeps state, watch and every way on apart. */
export const classesOf = ({ nodes }: Graph): readonly number[] => {
  const number = (names: readonly string[]): number[] => {
    const known = new Map<string, number>();
    return names.map((name) => known.get(name) ?? (known.set(name, known.size), known.size - 1));
  };
  let classes = number(nodes.map(({ case: one }) => one.state));
  for (let count = 0, before = -1; count !== before;) {
    before = Math.max(...classes);
    const present = classes;
    classes = number(nodes.map(({ edges }, i) => `${present[i]}:${[...new Set(edges.map(({ event, row, to }) => `${event}.${row.way}>${present[to]}`))].sort().join(' ')}`));
    count = Math.max(...classes);
  }
  return classes;
};
