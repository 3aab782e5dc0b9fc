/**
 * Whether so many people are enough: wherever a case stands, those who are not barred must be able to bring it to every
 * state to which people without number could, neither sending it back nor beginning a new round. Nobody holds two posts.
 */
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { CLOCK, type Actor, type Case, type Done, type State, type Step } from '../../workflows/kit/words.ts';
import { classesOf } from './classes.ts';
import type { Edge, Graph, Node } from './explore.ts';
import { UNIT } from './world.ts';

export type Staff = Readonly<Record<string, number>>;

const peopleOf = (staff: Staff): Actor[] =>
  Object.entries(staff).flatMap(([post, count]) => Array.from({ length: count }, (_, i) => ({ id: `${post}#${i + 1}`, name: post, posts: [{ post, unit: UNIT }] })));
const postOf = (id: string): string => id.split('#')[0] ?? '';

type Horizon = 'entry' | 'round' | 'case' | 'before';

/** Steps whose taker can be barred later, and how far back that is looked for, given that nobody holds two posts. */
const barringSteps = (workflow: Workflow, looks: readonly Step[]): ReadonlyMap<Step, ReadonlySet<Horizon>> => {
  const found = new Map<Step, Set<Horizon>>(looks.map((step) => [step, new Set(['before'])]));
  const whoOf = (step: Step): readonly string[] => {
    const [state = '', event = ''] = step.split('.');
    return (state === '' ? workflow.open : workflow.states[state]?.on[event])?.who ?? [];
  };
  for (const { who, notWho = [] } of Object.values(workflow.states).flatMap(({ on }) => Object.values(on))) {
    for (const { step, since } of notWho) if (whoOf(step).some((post) => who.includes(post))) found.set(step, (found.get(step) ?? new Set()).add(since));
  }
  return found;
};

/** What each person did as far as it counts, the people of one post in any order. */
const dutiesOf = ({ memory, data }: Case, people: readonly Actor[], barring: ReadonlyMap<Step, ReadonlySet<Horizon>>): string => {
  const counts: Record<Horizon, (done: Done) => boolean> = { case: () => true, round: ({ round }) => round === memory.round, entry: ({ entry }) => entry === memory.entry, before: ({ entry }) => entry >= memory.entry - 2 };
  const signature = ({ id }: Actor): string => {
    const done = memory.done.filter(({ by }) => by === id).flatMap((one) => [...(barring.get(one.step) ?? [])].filter((since) => counts[since](one)).map((since) => `${one.step}:${since}`));
    const marks = memory.marks.filter(({ by }) => by === id).length;
    const named = Object.entries(data).filter(([, value]) => Array.isArray(value) && value.includes(id)).map(([name]) => name);
    return [...new Set([...done, ...named])].sort().join(',') + (marks > 0 ? `*${marks}` : '');
  };
  return people.map((one) => `${postOf(one.id)}:${signature(one)}`).sort().join(' ');
};

type Walk = { readonly at: number; readonly case: Case; readonly how: string; readonly next: { to: number; onward: boolean }[] };

/** For each place the states it can be brought to, by arrows that neither send back nor begin a new round. */
const reachOf = (states: readonly State[], count: number, stateAt: (i: number) => State, nextOf: (i: number) => readonly { to: number; onward: boolean }[]): bigint[] => {
  const bit = new Map(states.map((state, i) => [state, 1n << BigInt(i)]));
  const reach = Array.from({ length: count }, (_, i) => bit.get(stateAt(i)) ?? 0n);
  for (let grown = true; grown;) {
    grown = false;
    for (let i = count - 1; i >= 0; i -= 1) {
      const more = nextOf(i).reduce((sum, { to, onward }) => (onward ? sum | (reach[to] ?? 0n) : sum), reach[i] ?? 0n);
      if (more !== reach[i]) { reach[i] = more; grown = true; }
    }
  }
  return reach;
};

export type Stuck = { readonly places: number; readonly complete: boolean; readonly stuck: readonly string[] };

/** Where these people cannot go on though more could; the shortest story for each state. */
export const stuckWith = (graph: Graph, staff: Staff, { looks = [], limit = 60_000 }: { looks?: readonly Step[]; limit?: number } = {}): Stuck => {
  const { workflow, nodes } = graph;
  const people = peopleOf(staff);
  const classes = classesOf(graph);
  const barring = barringSteps(workflow, looks);
  const returned = (state: State): boolean => workflow.states[state]?.tags?.includes('returned') ?? false;
  const onward = ({ row, newRound }: Pick<Edge, 'row' | 'newRound'>): boolean => !newRound && !returned(row.to);
  const byName = new Map<string, number>();
  const walks: Walk[] = [];
  const arrive = (at: number, one: Case, how: string): number => {
    const name = `${classes[at]} ${dutiesOf(one, people, barring)}`;
    const known = byName.get(name);
    if (known !== undefined) return known;
    byName.set(name, walks.length);
    walks.push({ at, case: one, how, next: [] });
    return walks.length - 1;
  };
  const actorsFor = (state: State, event: string): readonly Actor[] => {
    const who = workflow.states[state]?.on[event]?.who ?? [];
    return who.includes(CLOCK.id) ? [CLOCK] : people.filter(({ id }) => who.includes(postOf(id)));
  };

  nodes.forEach(({ case: one }, at) => {
    if (one.version !== 1) return;
    const openers = workflow.open.who.includes(CLOCK.id) ? [CLOCK.id] : people.filter(({ id }) => workflow.open.who.includes(postOf(id))).map(({ id }) => id);
    for (const id of openers) arrive(at, { ...one, openedBy: id, memory: { ...one.memory, done: one.memory.done.map((done) => ({ ...done, by: id })) } }, 'open');
  });
  let done = 0;
  for (; done < walks.length && walks.length < limit; done += 1) {
    const walk = walks[done] as Walk;
    for (const edge of (nodes[walk.at] as Node).edges) {
      const tried = new Set<string>();
      for (const actor of actorsFor(walk.case.state, edge.event)) {
        const next = graph.take(walk.case, edge, actor);
        if (!next) continue;
        const to = arrive(edge.to, next, `${walk.how} ${edge.event}${actor === CLOCK ? '' : `(${actor.id})`}→${next.state}`);
        if (tried.has(String(to))) continue;
        tried.add(String(to));
        walk.next.push({ to, onward: onward(edge) });
      }
    }
  }

  const states = Object.keys(workflow.states);
  const enough = reachOf(states, nodes.length, (i) => nodes[i]?.case.state ?? '', (i) => (nodes[i]?.edges ?? []).map((edge) => ({ to: edge.to, onward: onward(edge) })));
  const ours = reachOf(states, walks.length, (i) => walks[i]?.case.state ?? '', (i) => walks[i]?.next ?? []);
  const stuck = new Map<State, string>();
  walks.forEach(({ at, case: { state }, how }, i) => {
    const lacking = states.filter((_, s) => (((enough[at] ?? 0n) & ~(ours[i] ?? 0n)) >> BigInt(s)) & 1n);
    if (lacking.length > 0 && !stuck.has(state)) stuck.set(state, `${state} cannot come to ${lacking.join(', ')}: ${how}`);
  });
  return { places: walks.length, complete: done >= walks.length, stuck: walks.length === 0 ? ['nobody opens a case'] : [...stuck.values()] };
};
