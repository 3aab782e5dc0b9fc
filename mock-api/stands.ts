/** Posts that somebody holds for others who are away, as they count in a process today. */
import { readersOf } from '../workflows/kit/offers.ts';
import { standsOn } from '../workflows/kit/substitutes.ts';
import type { Workflow } from '../workflows/kit/workflow.ts';
import type { Behalf, Person, PostAtUnit, Substitution } from '../workflows/kit/words.ts';
import { covers } from '../workflows/office/units.ts';
import { dayOf } from '../workflows/office/working-days.ts';
import type { Store } from './store.ts';

type Held = PostAtUnit & { readonly behalf: Behalf };
const postsOf = (store: Store, person: string): readonly PostAtUnit[] => store.people.find(({ id }) => id === person)?.posts ?? [];

/** Those of today, while the absent person still has the post. */
export const standsOf = (store: Store, person: string): Substitution[] =>
  store.substitutions.filter((one) => one.substitute === person && standsOn(one, dayOf(store.now)) && postsOf(store, one.absent).some(({ post, unit }) => post === one.post && unit === one.unit));

/** Over a unit; never over a village where the substitute has a post of their own. */
export const heldForOthers = (store: Store, person: string, unit: string, workflow: string): Held[] => {
  const own = store.units.some(({ id, kind }) => id === unit && kind === 'village') && postsOf(store, person).some((held) => held.unit === unit);
  return own ? [] : standsOf(store, person).filter((one) => one.workflows.includes(workflow) && covers(store.units, one.unit, unit))
    .map(({ absent, post, unit: at }) => ({ post, unit: at, behalf: { id: absent, name: store.people.find(({ id }) => id === absent)?.name ?? absent } }));
};

/** Somebody with a post at the unit or below it. */
export const findPerson = (store: Store, id: string, unit: string): Person | null => {
  const found = store.people.find((one) => one.id === id);
  const posts = found?.posts.filter((held) => covers(store.units, unit, held.unit)) ?? [];
  return found && posts.length > 0 ? { id, name: found.name, posts, substitutions: store.substitutions.filter(({ absent, substitute }) => absent === id || substitute === id) } : null;
};

export const opensTo = (posts: readonly PostAtUnit[], workflow: Workflow): boolean => posts.some(({ post }) => readersOf(workflow).includes(post));
