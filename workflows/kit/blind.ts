/** Marks that nobody else sees before the last one is given, so that each is its giver's own: true of every counted mark, on every path. */
import type { Workflow } from './workflow.ts';
import type { Case, EventName, State } from './words.ts';

/** A row of the log: the step of its version. */
export type Given = { readonly version: number; readonly type: EventName; readonly from: State | null; readonly by: string };
type Standing = Pick<Case, 'state' | 'memory'>;
type States = Workflow['states'];

const isMarkOf = (states: States, step: string | undefined): boolean => {
  const [state = '', event = ''] = step?.split('.') ?? [];
  return states[state]?.on[event]?.mark !== undefined;
};

/** The last of them ended the stay: whatever else ends it leaves them to be given anew. */
const isSettled = (states: States, { done, entry: now }: Standing['memory'], stay: number): boolean =>
  stay !== now && isMarkOf(states, done.findLast(({ entry }) => entry === stay)?.step);

/** That stay, or a later one there, came to something; at an end nothing is to come any more. */
const hasCome = (states: States, { state, memory }: Standing, from: State, stay: number): boolean =>
  (states[state]?.tags?.includes('end') ?? false) ||
  [...new Set(memory.done.filter((one) => one.entry >= stay && one.step.startsWith(`${from}.`)).map(({ entry }) => entry))].some((entry) => isSettled(states, memory, entry));

/**
 * As long as it came to nothing yet, wherever the case went meanwhile; and where all marks are about one matter, as long as the
 * case stands there again, for they are given anew.
 */
export const isUnseen = ({ states }: Workflow, one: Standing, { version, type, from, by }: Given, reader: string): boolean => {
  const mark = from === null ? undefined : states[from]?.on[type]?.mark;
  if (from === null || mark === undefined || by === reader) return false;
  if (mark === 'oneMatter' && one.state === from) return true;
  return !hasCome(states, one, from, one.memory.done[version - 1]?.entry ?? one.memory.entry);
};

/** What would tell of a mark beside its row in the log: whatever happens with it before the last is there. */
export function* markProblems({ states, answers, returns }: Workflow): Generator<string> {
  for (const [state, { on }] of Object.entries(states)) {
    for (const [event, { mark, ways }] of Object.entries(on)) {
      if (!mark) continue;
      if (ways.some(({ to, keep, do: effects }) => to === undefined && (keep !== undefined || effects !== undefined))) yield `${state}.${event}: a mark that leaves the case where it is changes nothing and tells nobody`;
      if (answers?.[event] !== undefined || returns?.events.includes(event)) yield `${state}.${event}: a mark is no answer for the register, and sends nothing back`;
    }
  }
}
