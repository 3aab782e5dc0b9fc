/** What chance chooses: whom, which event, which form. It leans towards going on, else nothing would ever be paid. */
import type { Asker } from '../../server/asker.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Data, EventName, Post, State } from '../../workflows/kit/words.ts';
import type { Random } from '../../workflows/office/demo-town/random.ts';
import type { Staff, Town } from '../../workflows/office/demo-town/town.ts';
import { closureOf } from '../../workflows/office/units.ts';

export type Cast = { readonly staff: readonly Staff[]; askerAt(person: Staff, at: string): Asker };

export const castOf = ({ staff, units }: Town): Cast => {
  const below = Map.groupBy(closureOf(units), ({ ancestor }) => ancestor);
  return { staff, askerAt: ({ id, name, posts }, at) => ({ id, name, at, seats: posts.map((held) => ({ ...held, covers: (below.get(held.unit) ?? []).map(({ descendant }) => descendant) })) }) };
};

/** Somebody who holds one of the posts over the unit, half the time one who holds them all; now and then just anybody. */
export const pickPerson = (chance: Random, { staff }: Cast, who: readonly Post[], unit: string): Staff => {
  const fit = staff.filter(({ posts }) => posts.some((held) => who.includes(held.post) && unit.startsWith(held.unit)));
  const manifold = fit.filter(({ posts }) => posts.length > 1);
  if (fit.length === 0 || chance.next() < 0.05) return chance.pick(staff);
  return chance.pick(manifold.length > 0 && chance.next() < 0.5 ? manifold : fit);
};

/** How many arrows each state is away from one that is good to end in. */
const distances = (workflow: Workflow): ReadonlyMap<State, number> => {
  const near = new Map<State, number>(Object.entries(workflow.states).flatMap(([state, { tags }]) => (tags?.includes('good') && tags.includes('end') ? [[state, 0]] : [])));
  for (let far = 1; far < 40; far += 1) {
    for (const [state, { on }] of Object.entries(workflow.states)) {
      if (!near.has(state) && Object.values(on).some(({ ways }) => ways.some(({ to }) => typeof to === 'string' && near.get(to) === far - 1))) near.set(state, far);
    }
  }
  return near;
};

const known = new WeakMap<Workflow, ReadonlyMap<State, number>>();
const distancesOf = (workflow: Workflow): ReadonlyMap<State, number> => {
  const found = known.get(workflow) ?? distances(workflow);
  known.set(workflow, found);
  return found;
};

const [ON, ASIDE] = [8, 0.015];

const worthOf = (workflow: Workflow, state: State, event: EventName): number => {
  const arrow = workflow.states[state]?.on[event];
  const near = distancesOf(workflow);
  const here = near.get(state) ?? 99;
  if (!arrow || arrow.who.includes('clock')) return 0;
  if (arrow.aside) return ASIDE;
  if (arrow.ways.some(({ to }) => typeof to === 'object' || (typeof to === 'string' && (near.get(to) ?? 99) < here))) return ON;
  return arrow.ways.some(({ to }) => to === undefined || to === state) ? 4 : 0.5;
};

/** A process with many states has more that can go wrong. */
export const pickWorkflow = (chance: Random, workflows: readonly Workflow[]): Workflow => chance.pick(workflows.flatMap((one) => Object.keys(one.states).map(() => one)));

/** How often an event was sent to a case where it stands. */
export type Tries = Map<string, number>;

/** An event of the state, rather one not tried there yet; now and then one of another state. Null where the case may as well be left to wait. */
export const pickEvent = (chance: Random, workflow: Workflow, { id, state }: { readonly id: string; readonly state: State }, tries: Tries): EventName | null => {
  if (chance.next() < 0.01) return chance.pick(Object.keys(workflow.forms));
  const nameOf = (event: EventName): string => `${id} ${state}.${event}`;
  const worths = Object.keys(workflow.states[state]?.on ?? {}).map((event) => ({ event, worth: worthOf(workflow, state, event) / (1 + (tries.get(nameOf(event)) ?? 0)) })).filter(({ worth }) => worth > 0);
  if (chance.next() > Math.max(0.002, ...worths.map(({ worth }) => worth / ON))) return null;
  let left = chance.next() * worths.reduce((sum, { worth }) => sum + worth, 0);
  const event = worths.find(({ worth }) => (left -= worth) <= 0)?.event ?? null;
  if (event) tries.set(nameOf(event), (tries.get(nameOf(event)) ?? 0) + 1);
  return event;
};

/** The first example is as good as all others together. */
export const pickForm = (chance: Random, examples: Data | readonly Data[] | undefined): Data => {
  const all: readonly Data[] = examples === undefined ? [{}] : Array.isArray(examples) ? examples : [examples as Data];
  return (all.length === 0 || chance.next() < 0.5 ? all[0] : chance.pick(all)) ?? {};
};
