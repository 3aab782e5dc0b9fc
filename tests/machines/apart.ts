/**
 * Whether one person can take two steps that must be apart. One suspect takes the first step and waits; everybody else is
 * new each time, so that nothing but what the suspect did can keep the suspect from the second.
 */
import { advance } from '../../workflows/kit/advance.ts';
import type { Case, Step } from '../../workflows/kit/words.ts';
import { classesOf } from './classes.ts';
import type { Graph } from './explore.ts';
import { holderOfAll } from './world.ts';

/** `stay`: while the case stands there; `appealed`: in the stay that ended with the refusal now appealed; `round`; `case`: ever. */
export type Since = 'stay' | 'appealed' | 'round' | 'case';
/** Whoever took the first may not take the second; the other way round is a pair of its own. */
export type Apart = { readonly steps: readonly [Step, Step]; readonly since: Since };

/** Every step of one duty, and afterwards every step of another. */
export const apart = (since: Since, a: readonly Step[], b: readonly Step[]): Apart[] => a.flatMap((one) => b.map((other): Apart => ({ steps: [one, other], since })));

const SUSPECT = 'suspect';

/** How far back the suspect's step lies. */
const flagsOf = ({ memory: { done, round, entry } }: Case, step: Step): Record<Since, boolean> => {
  const mine = done.filter((one) => one.step === step && one.by === SUSPECT);
  const refusal = (done.findLast((one) => one.step.endsWith('.appeal'))?.entry ?? 0) - 1;
  // Who was ranked too low was refused by those who scored in the stay before.
  const since = done.some((one) => one.step === 'scored.rank' && one.entry === refusal) ? refusal - 1 : refusal;
  return { stay: mine.some((one) => one.entry === entry), appealed: mine.some((one) => one.entry >= since && one.entry <= refusal), round: mine.some((one) => one.round === round), case: mine.length > 0 };
};

/** Each way in which one person can take both, as a sentence; the second step may be the same as the first. */
const overlapsAfter = (graph: Graph, classes: readonly number[], first: Step, partners: ReadonlyMap<Step, Since>): string[] => {
  const suspect = holderOfAll(graph.workflow, SUSPECT);
  const found = new Map<string, string>();
  const seen = new Set<string>();
  const queue: { at: number; one: Case; how: string }[] = [];
  const arrive = (at: number, one: Case, how: string): void => {
    const key = `${classes[at]} ${JSON.stringify(flagsOf(one, first))}`;
    if (!seen.has(key) && seen.add(key)) queue.push({ at, one, how });
  };
  for (const { case: one, edges, how } of graph.nodes) {
    for (const edge of edges) {
      if (`${one.state}.${edge.event}` === first) arrive(edge.to, advance(graph.workflow, one, graph.birth, { ...edge.row, by: SUSPECT }), `${how} [${first}]`);
    }
  }
  if (first === '.open') graph.nodes.forEach(({ case: one, how }, at) => { if (one.version === 1) arrive(at, { ...one, openedBy: SUSPECT, memory: { ...one.memory, done: one.memory.done.map((done) => ({ ...done, by: SUSPECT })) } }, how); });
  for (let i = 0; i < queue.length; i += 1) {
    const { at, one, how } = queue[i] as (typeof queue)[number];
    const flags = flagsOf(one, first);
    for (const edge of graph.nodes[at]?.edges ?? []) {
      const second: Step = `${one.state}.${edge.event}`;
      const since = partners.get(second);
      const sentence = `one person takes ${first} and ${second}`;
      if (since && flags[since] && !found.has(sentence) && graph.take(one, edge, suspect)) found.set(sentence, `${sentence}: ${how} [${second}]`);
      arrive(edge.to, advance(graph.workflow, one, graph.birth, edge.row), `${how} ${edge.event}→${edge.row.to}`);
    }
  }
  return [...found.values()];
};

/** Every pair that one person can take after all, with the way there; steps that nobody takes are told too. */
export const overlaps = (graph: Graph, pairs: readonly Apart[]): string[] => {
  const classes = classesOf(graph);
  const taken = new Set<Step>(['.open', ...graph.nodes.flatMap(({ case: { state }, edges }) => edges.map(({ event }): Step => `${state}.${event}`))]);
  const partners = new Map<Step, Map<Step, Since>>();
  const add = (a: Step, b: Step, since: Since): void => void partners.set(a, (partners.get(a) ?? new Map<Step, Since>()).set(b, since));
  for (const { steps: [a, b], since } of pairs) add(a, b, since);
  const unknown = [...new Set(pairs.flatMap(({ steps }) => steps))].filter((step) => !taken.has(step)).map((step) => `nobody ever takes ${step}`);
  return [...unknown, ...[...partners].flatMap(([first, others]) => overlapsAfter(graph, classes, first, others))];
};
