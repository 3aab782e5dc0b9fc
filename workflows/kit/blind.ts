/** Marks that nobody else sees before the last one is given, so that each is its giver's own. */
import type { Workflow } from './workflow.ts';
import type { EventName, State } from './words.ts';

type Given = { readonly type: EventName; readonly from: State | null; readonly by: string };

/** As long as the case stands where such marks are given, earlier ones from there stay unseen too: they are given anew. */
export const isUnseen = ({ states }: Workflow, state: State, { type, from, by }: Given, reader: string): boolean =>
  from === state && by !== reader && states[state]?.on[type]?.blind === true;
