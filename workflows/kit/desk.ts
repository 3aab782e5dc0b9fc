/** Where cases are worked through one after the other: whose items they are, where they wait, and who answers for them. */
import { fieldsOf } from './form.ts';
import type { FieldInfo } from './form.ts';
import type { Desk, Workflow } from './workflow.ts';
import type { EventName, Post, State } from './words.ts';

/** `items` are worked through; `parent` is what they are the items of. */
export type DeskPlace = { readonly items: Workflow; readonly parent: Workflow; readonly desk: Desk };

export const placesIn = (registry: readonly Workflow[]): DeskPlace[] => registry.flatMap((items) => {
  const parent = registry.find(({ name }) => name === items.parent);
  return items.desk && parent ? [{ items, parent, desk: items.desk }] : [];
});

type Place = Pick<DeskPlace, 'items' | 'desk'>;

/** The state where an item waits for the desk. */
export const pendingOf = ({ items, desk }: Place): State => Object.entries(items.states).find(([, { on }]) => on[desk.same])?.[0] ?? '';

/** Whose work it is. */
export const sittersOf = (place: Place): readonly Post[] => place.items.states[pendingOf(place)]?.on[place.desk.same]?.who ?? [];

/** The fields of an event's form; none where it has no form. */
export const fieldsOfEvent = ({ forms }: Workflow, event: EventName): FieldInfo[] => {
  const form = forms[event];
  return form ? fieldsOf(form) : [];
};
