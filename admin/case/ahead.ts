/** Where a case can go from where it stands; a way back leads only to where this case came from. */
import { arrowsOf } from '../../workflows/kit/describe.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { EventName, State } from '../../workflows/kit/words.ts';
import type { LogRow } from '../provider/records.ts';

export type Passage = Pick<LogRow, 'type' | 'from' | 'to'>;

const waysOf = (workflow: Workflow, from: State | null, event: EventName) => (from === null ? workflow.open : workflow.states[from]?.on[event])?.ways ?? [];

const leadsStraightTo = (workflow: Workflow, { from, type, to }: Passage): boolean => waysOf(workflow, from, type).some((way) => way.to === to);

/** The state from which `state` was entered last, other than by a way back. */
const originOf = (workflow: Workflow, state: State, log: readonly Passage[]): State | null =>
  log.findLast((row) => row.to === state && row.from !== null && row.from !== state && leadsStraightTo(workflow, row))?.from ?? null;

/** Whether the event reaches the state by a way back alone. */
export const isWayBack = (workflow: Workflow, from: State | null, event: EventName, to: State): boolean => {
  const ways = waysOf(workflow, from, event);
  return ways.some((way) => typeof way.to === 'object') && !ways.some((way) => way.to === to || (way.to === undefined && from === to));
};

/** Each state an event can lead to, once. Without the log a way back may lead to any origin. */
export const targetsAhead = (workflow: Workflow, from: State | null, event: EventName, log: readonly Passage[]): State[] => {
  const all = [...new Set(arrowsOf(workflow).filter((arrow) => arrow.from === from && arrow.event === event).map(({ to }) => to))];
  const origins = waysOf(workflow, from, event).flatMap((way) => (typeof way.to === 'object' ? [originOf(workflow, way.to.back, log)] : []));
  if (origins.includes(null)) return all;
  return all.filter((to) => !isWayBack(workflow, from, event, to) || origins.includes(to));
};
