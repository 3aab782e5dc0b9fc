/** Which processes are worked through at a desk, and who sits there. */
import { fieldsOf, type FieldInfo } from '../../workflows/kit/form.ts';
import type { Desk, Workflow } from '../../workflows/kit/workflow.ts';
import { holdsAny, type Me } from '../auth/me.ts';

/** `items` are worked through; `parent` is what they are the items of. */
export type DeskPlace = { readonly items: Workflow; readonly parent: Workflow; readonly desk: Desk };

export const placesIn = (registry: readonly Workflow[]): DeskPlace[] => registry.flatMap((items) => {
  const parent = registry.find(({ name }) => name === items.parent);
  return items.desk && parent ? [{ items, parent, desk: items.desk }] : [];
});

/** The state where an item waits for the desk. */
export const pendingOf = ({ items, desk }: DeskPlace): string => Object.entries(items.states).find(([, { on }]) => on[desk.same])?.[0] ?? '';

const sitsAt = (me: Me, { items, desk }: DeskPlace): boolean => holdsAny(me, items.states[pendingOf({ items, desk, parent: items })]?.on[desk.same]?.who ?? []);

/** Where the person sits; nowhere for those whose work it is not. */
export const deskFor = (me: Me | null, registry: readonly Workflow[]): DeskPlace | undefined => (me ? placesIn(registry).find((place) => sitsAt(me, place)) : undefined);

/** The fields of an event's form; none where it has no form. */
export const fieldsOfEvent = ({ forms }: Workflow, event: string): FieldInfo[] => {
  const form = forms[event];
  return form ? fieldsOf(form) : [];
};

export const deskPath = (batch: string): string => `/desk/${encodeURIComponent(batch)}`;
