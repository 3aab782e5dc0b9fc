/** Ways through a process, by its definition alone. */
import type { ArrowInfo } from '../../workflows/kit/describe.ts';
import type { Definition } from '../doors/http.ts';
import { isClock, isElsewhere } from './hands.ts';

type Cost = (arrow: ArrowInfo) => number;

/** The cheapest way from a state to another; null where there is none. */
export const wayTo = ({ arrows }: Definition, from: string, goal: string, cost: Cost): ArrowInfo[] | null => {
  const costs = arrows.map((arrow) => ({ arrow, cost: cost(arrow) }));
  const best = new Map<string | null, { sum: number; way: ArrowInfo[] }>([[from, { sum: 0, way: [] }]]);
  for (let changed = true; changed;) {
    changed = false;
    for (const { arrow, cost: step } of costs) {
      const here = best.get(arrow.from);
      if (!here || here.sum + step >= (best.get(arrow.to)?.sum ?? Infinity)) continue;
      best.set(arrow.to, { sum: here.sum + step, way: [...here.way, arrow] });
      changed = true;
    }
  }
  return best.get(goal)?.way ?? null;
};

/** Of several arrows of one branch a case takes the one that goes back to where it came from. */
export const goesBack = ({ arrows }: Definition, { from, event, branch, to }: ArrowInfo): boolean =>
  arrows.some((other) => other.from === from && other.event === event && other.branch === branch && other.to !== to);

/** What a step costs a case that might as well go another way. */
export const basicCost = (definition: Definition, aside = 0.5) => (arrow: ArrowInfo): number =>
  1 + (arrow.aside ? aside : 0) + (isClock(arrow) ? 4 : 0) + (isElsewhere(arrow) ? 100 : 0) + (goesBack(definition, arrow) ? 10 : 0);

/** A way by the stops to where the arrow begins, and through it. */
export const wayThrough = (definition: Definition, from: string, stops: readonly string[], arrow: ArrowInfo, cost: Cost): ArrowInfo[] | null => {
  const way: ArrowInfo[] = [];
  for (const stop of [...stops, arrow.from ?? '']) {
    const on = wayTo(definition, way.at(-1)?.to ?? from, stop, cost);
    if (!on) return null;
    way.push(...on);
  }
  return [...way, arrow];
};

/** States where nothing is anybody's duty any more. */
const settledStates = ({ states, arrows }: Definition): string[] =>
  states.filter((state) => arrows.every((arrow) => arrow.from !== state || arrow.aside || isClock(arrow)));

/** The cheapest way to have nothing left to do; empty where it is so already. */
export const wayToRest = (definition: Definition, from: string, aside?: number): ArrowInfo[] => {
  const cost = basicCost(definition, aside);
  const sum = (way: readonly ArrowInfo[]): number => way.reduce((all, arrow) => all + cost(arrow), 0);
  return settledStates(definition).flatMap((state) => { const way = wayTo(definition, from, state, cost); return way ? [way] : []; }).sort((a, b) => sum(a) - sum(b))[0] ?? [];
};
