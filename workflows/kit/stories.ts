/** Stories that together walk every arrow of a workflow: for each arrow, the shortest way there from the opening. */
import { arrowsOf, type ArrowInfo } from './describe.ts';
import type { Workflow } from './workflow.ts';
import type { State } from './words.ts';

/** A story ends with the arrow it is told for. */
export type Story = { readonly arrow: ArrowInfo; readonly steps: readonly ArrowInfo[] };

/** The shortest path of arrows from a state (null: not opened yet) to each state that can be reached from it. */
export const pathsFrom = (workflow: Workflow, start: State | null): ReadonlyMap<State | null, readonly ArrowInfo[]> => {
  const arrows = arrowsOf(workflow);
  const paths = new Map<State | null, readonly ArrowInfo[]>([[start, []]]);
  const queue: (State | null)[] = [start];
  for (let from = queue.shift(); from !== undefined; from = queue.shift()) {
    for (const arrow of arrows) {
      if (arrow.from !== from || paths.has(arrow.to)) continue;
      paths.set(arrow.to, [...(paths.get(from) ?? []), arrow]);
      queue.push(arrow.to);
    }
  }
  return paths;
};

/** One story per arrow that can be reached; an arrow without a story can never be taken. */
export const storiesOf = (workflow: Workflow): Story[] => {
  const paths = pathsFrom(workflow, null);
  return arrowsOf(workflow).flatMap((arrow) => {
    const before = paths.get(arrow.from);
    return before ? [{ arrow, steps: [...before, arrow] }] : [];
  });
};

/** States from which no end can be reached: a case there would never close. */
export const deadEnds = (workflow: Workflow): State[] => {
  const ends = Object.entries(workflow.states).filter(([, { tags }]) => tags?.includes('end')).map(([state]) => state);
  return Object.keys(workflow.states).filter((state) => !ends.some((end) => pathsFrom(workflow, state).has(end)));
};
