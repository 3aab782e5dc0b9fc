/** Marks that nobody else sees before the last one is given, so that each is its giver's own. */
import type { Workflow } from './workflow.ts';
import type { Case, EventName, State } from './words.ts';

/** A row of the log: the step of its version. */
type Given = { readonly version: number; readonly type: EventName; readonly from: State | null; readonly by: string };
type Standing = Pick<Case, 'state' | 'memory'>;

const eventOf = (step: string | undefined): EventName => step?.split('.')[1] ?? '';

/** Whether the marks of an earlier stay came to something: the last of them ended it. */
const isSettled = (given: readonly EventName[], { done, entry: now }: Standing['memory'], stay: number | undefined): boolean =>
  stay !== now && given.includes(eventOf(done.findLast(({ entry }) => entry === stay)?.step));

/**
 * As long as the case stands where such marks are given. Earlier ones from there stay unseen too, for they are given anew;
 * where each time is a matter of its own, only those that came to nothing.
 */
export const isUnseen = ({ states }: Workflow, { state, memory }: Standing, { version, type, from, by }: Given, reader: string): boolean => {
  const on = states[state]?.on ?? {};
  const blind = on[type]?.blind;
  if (from !== state || by === reader || !blind) return false;
  return blind === true || !isSettled(Object.keys(on).filter((event) => on[event]?.blind), memory, memory.done[version - 1]?.entry);
};
