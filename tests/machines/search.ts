/**
 * Searches everything that can happen to a case, persons reduced to their duties: people of the same posts are
 * interchangeable, rules and checks that read facts are taken to hold, branches that read facts go both ways.
 * So the search sees at least what the office can do; what it does not find cannot happen.
 */
import { advance, bornRow, dueAtOf } from '../../workflows/kit/advance.ts';
import { decide, decideOpening } from '../../workflows/kit/decide.ts';
import type { Workflow, World } from '../../workflows/kit/workflow.ts';
import { CLOCK, type Actor, type Case, type Data, type Done, type Entry, type Query, type Step } from '../../workflows/kit/words.ts';

/** Two steps that one person may not both take: in one round, or ever. */
export type Apart = { readonly steps: readonly [Step, Step]; readonly since: 'round' | 'case' };
export type Asked = {
  readonly people: readonly Actor[];
  readonly apart: readonly Apart[];
  /** What must hold wherever the case stands; a sentence where it does not. */
  readonly holds: (one: Case, path: readonly Done[]) => string | null;
  readonly limit: number;
  readonly examples?: Readonly<Record<string, readonly Data[]>>;
};
export type Found = { readonly nodes: number; readonly complete: boolean; readonly states: ReadonlySet<string>; readonly arrows: ReadonlySet<string>; readonly broken: readonly string[]; readonly stuck: readonly string[] };

export const AT = '2026-11-23T01:00:00.000Z';
export const UNIT = '999901101001';

const entry = (id: string): Entry => ({ id, unit: UNIT, values: { id, name: '张小华', head: 'p000001', household: 'h000001', sex: '2', marital: '21', status: 'active', marriageDate: '2014-05-06', relation: '02', birthDate: '1985-04-12', hukouUnit: UNIT } });
export const world: World = {
  at: AT, unit: UNIT, free: { residents: [entry('p000001'), entry('p000002')], households: [entry('h000001'), entry('h000002')] },
  cases: (workflow, states) => [{ id: `${workflow}-1`, state: states[0] ?? '', unit: UNIT, openedBy: 'somebody', data: {} }],
};

/** One plain answer to each kind of question. */
const plain = (query: Query | null): unknown => {
  if (query === null) return null;
  if (query.ask === 'tally') return { count: 1, sum: 1 };
  if (query.ask === 'case') return { id: query.id, state: 'any', unit: UNIT, openedBy: 'somebody', data: {} };
  if (query.ask === 'balance') return 1e12;
  return query.ask === 'entry' ? entry(query.id) : false;
};

/** The workflow with every question of facts opened: rules and checks hold, branches obey `oracle`. */
const opened = (workflow: Workflow, oracle: Map<string, boolean>): Workflow => ({
  ...workflow,
  rules: Object.fromEntries(Object.entries(workflow.rules).map(([code, rule]) => [code, rule.reads?.length ? () => true : rule])),
  checks: Object.fromEntries(Object.entries(workflow.checks).map(([name, check]) => [name, check.ok.reads?.length ? { ...check, ok: () => true } : check])),
  branches: Object.fromEntries(Object.entries(workflow.branches).map(([name, branch]) => [name, branch.reads?.length ? () => oracle.get(name) ?? false : branch])),
  effects: Object.fromEntries(Object.keys(workflow.effects).map((name) => [name, () => []])),
});

const factsFor = (workflow: Workflow, one: Case, actor: Actor, data: Data): Data =>
  Object.fromEntries(Object.entries(workflow.facts).map(([name, ask]) => [name, plain(ask({ case: one, actor, at: AT, form: data }))]));

const list = (given: unknown): Data[] => (given === undefined ? [{}] : Array.isArray(given) ? (given as Data[]) : [given as Data]);
type Since = 'entry' | 'round' | 'case';
/** How far back each step is ever looked for. */
const horizons = (workflow: Workflow, apart: readonly Apart[]): ReadonlyMap<Step, ReadonlySet<Since>> => {
  const found = new Map<Step, Set<Since>>();
  const add = (step: Step, since: Since): void => void found.set(step, (found.get(step) ?? new Set()).add(since));
  for (const { notWho = [] } of [workflow.open, ...Object.values(workflow.states).flatMap(({ on }) => Object.values(on))]) for (const { step, since } of notWho) add(step, since);
  for (const { steps, since } of apart) for (const step of steps) add(step, since);
  return found;
};

/** Data as far as it can steer: long texts and times left out, lists and counts capped. */
const digest = (value: unknown): unknown => {
  if (typeof value === 'string') return value.length > 24 || /^\d{4}-\d\d-\d\dT/.test(value) ? '…' : value;
  if (typeof value === 'number') return Number.isInteger(value) && value > 2 && value < 60 ? 3 : value;
  if (Array.isArray(value)) return value.slice(0, 3).map(digest);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)).map(([name, one]) => [name, digest(one)])) : value;
};

const kindOf = (actor: Actor | undefined): string => actor?.posts.map(({ post }) => post).join('+') ?? 'clock';

/** The node's name: people renamed by kind in order of appearance, only the duties that separation counts. */
const nameOf = (one: Case, steps: ReadonlyMap<Step, ReadonlySet<Since>>, people: ReadonlyMap<string, Actor>): string => {
  const labels = new Map<string, string>();
  const label = (id: string): string => {
    const known = labels.get(id);
    if (known) return known;
    const made = `${kindOf(people.get(id))}#${[...labels.values()].length}`;
    labels.set(id, made);
    return made;
  };
  const { memory } = one;
  const counts = ({ step, round, entry: stay }: Done): boolean => {
    const since = steps.get(step);
    return since !== undefined && (since.has('case') || (since.has('round') && round === memory.round) || (since.has('entry') && stay === memory.entry));
  };
  const mine = [...new Set(memory.done.filter(counts).map(({ step, by, round }) => `${step}|${round === memory.round}|${label(by)}`))];
  const stay = memory.done.filter(({ entry: at }) => at === memory.entry).map(({ step, by }) => `${step}|${label(by)}`);
  return JSON.stringify([one.state, memory.origins, Object.keys(memory.paused), memory.term === null || memory.term.fired, memory.marks.map(({ by, data }) => [label(by), digest(data)]), mine, memory.marks.length > 0 ? stay : [], digest(one.data)]);
};

/** People worth trying: all who have acted, and of each kind one who has not. */
const candidates = (one: Case, people: readonly Actor[]): Actor[] => {
  const acted = new Set(one.memory.done.map(({ by }) => by));
  const fresh = new Set<string>();
  return people.filter((person) => acted.has(person.id) || (!fresh.has(kindOf(person)) && Boolean(fresh.add(kindOf(person)))));
};

const brokenApart = (one: Case, apart: readonly Apart[]): string[] => {
  const last = one.memory.done.at(-1);
  if (!last) return [];
  return apart.flatMap(({ steps: [a, b], since }) => {
    const other = last.step === a ? b : last.step === b ? a : null;
    const both = other !== null && one.memory.done.slice(0, -1).some((done) => done.step === other && done.by === last.by && (since === 'case' || done.round === last.round));
    return both ? [`one person took ${a} and ${b}`] : [];
  });
};

export const search = (given: Workflow, asked: Asked): Found => {
  const oracle = new Map<string, boolean>();
  const workflow = opened(given, oracle);
  const branches = Object.entries(given.branches).filter(([, branch]) => branch.reads?.length).map(([name]) => name);
  const steps = horizons(given, asked.apart);
  const people = new Map(asked.people.map((person) => [person.id, person]));
  const examples: Readonly<Record<string, unknown>> = { ...given.examples(world), ...asked.examples };
  const seen = new Set<string>();
  const queue: Case[] = [];
  const states = new Set<string>();
  const arrows = new Set<string>();
  const broken = new Set<string>();
  const stuck = new Set<string>();

  const arrive = (one: Case, from: string | null, event: string): void => {
    arrows.add(`${from ?? ''}.${event}.${one.state}`);
    for (const sentence of brokenApart(one, asked.apart)) broken.add(`${sentence} (${from ?? ''}.${event})`);
    const sentence = asked.holds(one, one.memory.done);
    if (sentence) broken.add(sentence);
    const name = nameOf(one, steps, people);
    if (seen.has(name)) return;
    seen.add(name);
    states.add(one.state);
    queue.push(one);
  };

  /** Every outcome of an event by an actor: each example, each answer of the branches that ask facts. */
  const outcomes = (from: Case | null, event: string, actor: Actor, at: string): Case[] => {
    const arrow = from === null ? workflow.open : workflow.states[from.state]?.on[event];
    const asks = (arrow?.ways ?? []).flatMap(({ when }) => (when && branches.includes(when) ? [when] : []));
    return (actor === CLOCK ? [{}] : list(examples[event])).flatMap((data) => Array.from({ length: 2 ** asks.length }, (_, bits) => bits).flatMap((bits) => {
      asks.forEach((name, i) => oracle.set(name, (bits >> i) % 2 === 1));
      const birth = { id: 'case', unit: UNIT, parent: given.parent ? 'parent' : null };
      const blank = from ?? ({ id: 'case', workflow: given.name, unit: UNIT, parent: birth.parent, data: {}, memory: { done: [], marks: [] }, openedBy: actor.id } as unknown as Case);
      const sent = { id: 'e', type: event, actor, at, data };
      const facts = factsFor(given, blank, actor, data);
      const decision = from === null ? decideOpening(workflow, birth, sent, facts) : decide(workflow, from, sent, facts);
      return decision.accepted ? [decision.case] : [];
    }));
  };

  if (given.open.who.includes('clock')) {
    arrive(advance(workflow, null, { id: 'case', unit: UNIT, parent: 'parent' }, bornRow(workflow, AT, { record: 'p000001', name: '张小华', month: '2026-11' })), null, 'open');
  } else for (const actor of candidates({ memory: { done: [] } } as unknown as Case, asked.people)) for (const one of outcomes(null, 'open', actor, AT)) arrive(one, null, 'open');

  let at = 0;
  for (; at < queue.length && seen.size < asked.limit; at += 1) {
    const one = queue[at] as Case;
    let moves = 0;
    for (const [event, arrow] of Object.entries(workflow.states[one.state]?.on ?? {})) {
      const clock = arrow.who.includes('clock');
      for (const actor of clock ? [CLOCK] : candidates(one, asked.people)) {
        for (const next of outcomes(one, event, actor, clock ? (dueAtOf(one) ?? AT) : AT)) {
          moves += 1;
          arrive(next, one.state, event);
        }
      }
    }
    if (moves === 0 && !given.states[one.state]?.tags?.includes('end')) stuck.add(`${one.state} after ${one.memory.done.map(({ step, by }) => `${step} by ${by}`).join(', ')}`);
  }
  return { nodes: seen.size, complete: at >= queue.length, states, arrows, broken: [...broken], stuck: [...stuck] };
};

/** People who each hold every one of the posts: whatever separation lets them do, they will. */
export const everyPost = (posts: readonly string[], count: number): Actor[] =>
  Array.from({ length: count }, (_, i) => ({ id: `any${i + 1}`, name: `any${i + 1}`, posts: posts.map((post) => ({ post, unit: UNIT })) }));

/** So many people for each post. */
export const staffOf = (numbers: Readonly<Record<string, number>>): Actor[] =>
  Object.entries(numbers).flatMap(([post, count]) => Array.from({ length: count }, (_, i) => ({ id: `${post}${i + 1}`, name: post, posts: [{ post, unit: UNIT }] })));
