/** What sends a case back, and the codes that say why. */
import { z } from 'zod';
import { fieldsOf, type Option } from './form.ts';
import type { Workflow } from './workflow.ts';
import type { EventName, Instant } from './words.ts';

/** The events that send a case back; where their forms say why by a code, the field that does. */
export type Returns = { readonly events: readonly EventName[]; readonly reason?: string };
/** What a list is asked by: sent back for one of the reasons, for any where none is named, from one moment to another. */
export type ReturnedBy = { readonly reasons: readonly string[] | null; readonly from: Instant | null; readonly to: Instant | null };

/** Names by which every list of such a process can be asked; none of them is a field of its cases. */
export const RETURN_WORDS = ['returnedFor', 'returnedAt'] as const;

const fieldIn = ({ forms }: Pick<Workflow, 'forms'>, event: EventName, name: string) => fieldsOf(forms[event] ?? z.object({})).find((one) => one.name === name);

/** Each reason once, in the order of the forms. */
export const returnReasons = (workflow: Workflow): readonly Option[] => {
  const { events = [], reason } = workflow.returns ?? {};
  const all = reason === undefined ? [] : events.flatMap((event) => fieldIn(workflow, event, reason)?.options ?? []);
  return [...new Map(all.map((option) => [option.value, option])).values()];
};

export function* returnProblems(workflow: Workflow): Generator<string> {
  const { returns, states, list } = workflow;
  for (const event of returns?.events ?? []) {
    if (!Object.values(states).some(({ on }) => on[event])) yield `returns: no event ${event}`;
    if (returns?.reason !== undefined && !fieldIn(workflow, event, returns.reason)?.options.length) yield `returns: the form of ${event} has no codes in ${returns.reason}`;
  }
  for (const name of returns ? RETURN_WORDS : []) if (list.fields.some((field) => field.name === name)) yield `returns: a list is asked by ${name} for what was sent back`;
}
