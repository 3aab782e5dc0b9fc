/** What makes two cases the same to the search: their state and whatever can steer what happens next, persons left out. */
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Case, State, Step } from '../../workflows/kit/words.ts';

/** Ids under which new people act; nothing tells them apart. */
export const somebody = (n: number): string => `somebody-${n}-`;
const PERSON = /^(somebody-\d+-|suspect|[a-z_]+#\d+)$/;

const counted = (names: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const name of [...names].sort()) counts[name] = Math.min(2, (counts[name] ?? 0) + 1);
  return counts;
};

/**
 * Data as far as it can steer: long texts, times and persons without their wording, whole numbers told apart from zero and by
 * whether they are the present round, lists as what is in them (none, once, more often).
 */
const digest = (value: unknown, round: number): unknown => {
  if (typeof value === 'string') return PERSON.test(value) ? 'person' : value.length > 24 || /^\d{4}-\d\d-\d\d/.test(value) ? '…' : value;
  if (typeof value === 'number') return Number.isInteger(value) && value > 0 && value < 60 ? (value === round ? 'round' : value < round ? 'earlier' : 'some') : value;
  if (Array.isArray(value)) return counted(value.map((one) => JSON.stringify(digest(one, round))));
  return typeof value === 'object' && value !== null ? digestOf(value, round) : value;
};

const digestOf = (data: object, round: number): object =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, digest(one, round)]));

export type Sight = {
  /** Steps that the workflow's own functions look for among what was done. */
  readonly looks: readonly Step[];
  /** What of its data can steer what happens next; all of it, where nothing is said. */
  readonly sees: (one: Case) => unknown;
};

type Origins = Case['memory']['origins'];

/** Which of the remembered origins can still be gone back to before they are remembered anew. */
export const liveOrigins = (workflow: Workflow): ((state: State, origins: Origins) => ReadonlySet<State>) => {
  const known = new Map<string, ReadonlySet<State>>();
  const find = (state: State, origins: Origins): ReadonlySet<State> => {
    const live = new Set<State>();
    const visited = new Map<State, ReadonlySet<State>[]>();
    const queue: [State, ReadonlySet<State>][] = [[state, new Set(Object.keys(origins))]];
    for (let place = queue.pop(); place; place = queue.pop()) {
      const [at, old] = place;
      const before = visited.get(at) ?? [];
      if (before.some((more) => [...old].every((one) => more.has(one)))) continue;
      visited.set(at, [...before, old]);
      if (workflow.states[at]?.remembers && old.has(at)) live.add(at);
      for (const { to } of Object.values(workflow.states[at]?.on ?? {}).flatMap(({ ways }) => ways)) {
        if (typeof to === 'string') queue.push([to, workflow.states[to]?.remembers && to !== at ? new Set([...old].filter((one) => one !== to)) : old]);
        else if (to && old.has(to.back)) {
          live.add(to.back);
          queue.push([origins[to.back] ?? at, old]);
        }
      }
    }
    return live;
  };
  return (state, origins) => {
    const key = JSON.stringify([state, origins]);
    const found = known.get(key) ?? find(state, origins);
    known.set(key, found);
    return found;
  };
};

/** The name of the node where the case stands; `watched` is what the search's own watch has seen. */
export const nameOf = (one: Case, { looks, sees }: Sight, live: ReadonlySet<State>, watched: unknown): string => {
  const { round, origins, marks, done } = one.memory;
  const from = Object.entries(origins).filter(([name]) => live.has(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  const looked = looks.flatMap((step) => {
    const rounds = done.filter((taken) => taken.step === step).map((taken) => taken.round);
    return rounds.length === 0 ? [] : [`${step}${rounds.includes(round) ? '!' : ''}`];
  });
  const given = counted(marks.map((mark) => JSON.stringify(digest(mark.data, round))));
  return JSON.stringify([one.state, Math.min(2, round), from, given, looked, digest(sees(one), round), watched]);
};
