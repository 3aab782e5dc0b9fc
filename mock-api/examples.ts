/** The world that examples are made from, as the asker sees the mock's town. */
import type { Workflow, World } from '../workflows/kit/workflow.ts';
import type { Entry, Register } from '../workflows/kit/words.ts';
import { covers, villagesOf } from '../workflows/office/units.ts';
import { findEntry } from './facts.ts';
import type { Mock } from './office.ts';
import { findPerson } from './stands.ts';

const MANY = 5;

/** The asker and some of the others, and what each of the asker's posts works on. */
const staffFor = ({ store, processesOf }: Mock, person: string, unit: string): NonNullable<World['staff']> => {
  const own = store.people.find(({ id }) => id === person);
  const others = store.people.filter(({ id }) => id !== person).flatMap(({ id }) => findPerson(store, id, unit) ?? []);
  const at = others.length > 0 ? (store.cases.length * MANY) % others.length : 0;
  return {
    asker: findPerson(store, person, unit) ?? { id: person, name: own?.name ?? person, posts: own?.posts ?? [], substitutions: [] },
    others: [...others.slice(at), ...others.slice(0, at)].slice(0, MANY), processes: Object.fromEntries((own?.posts ?? []).map(({ post }) => [post, processesOf(post)])),
  };
};

/** `named`: the unit the examples are for, if not the asker's own. */
export const worldFor = (mock: Mock, workflow: Workflow, person: string, named?: string): World => {
  const { store } = mock;
  const held = store.people.find(({ id }) => id === person)?.posts ?? [];
  const own = named ?? held[0]?.unit ?? '';
  const level = store.units.find(({ id }) => id === own)?.kind;
  const village = level === 'village' ? own : (villagesOf(store.units, own)[0]?.id ?? own);
  const town = store.units.find((unit) => unit.kind === 'town')?.id ?? own;
  const live = new Set(store.cases.filter((one) => one.workflow === workflow.name && !workflow.states[one.state]?.tags?.includes('end')).map(({ subject }) => subject));
  const free = (register: Register, list: readonly { id: string; unit: string; status?: string }[]): Entry[] =>
    list.filter((one) => one.unit === village && (one.status ?? 'active') === 'active' && !live.has(one.id)).slice(0, MANY).flatMap(({ id }) => findEntry(store, register, id) ?? []);
  return {
    at: store.now,
    unit: workflow.unit === 'village' ? village : town,
    neighbours: villagesOf(store.units, town).map(({ id }) => id).filter((id) => id !== village),
    free: { residents: free('residents', store.residents), households: free('households', store.households) },
    staff: staffFor(mock, person, workflow.unit === 'village' ? village : town),
    cases: (name, states) => store.cases.filter((one) => one.workflow === name && states.includes(one.state) && held.some(({ unit }) => covers(store.units, unit, one.unit)))
      .map(({ id, state, unit, openedBy, data }) => ({ id, state, unit, openedBy, data })),
  };
};
