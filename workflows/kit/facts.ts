/** Which facts a question needs, and how each is asked. */
import type { Ask, Question, Workflow } from './workflow.ts';
import { eventOfFact, factOfFiles, queryOfFiles, takesFiles } from './files.ts';
import type { AnyArrow } from './machine.ts';
import { targetsOf } from './machine.ts';
import { KIN, kinQuery } from './substitutes.ts';
import type { Actor, Case, Data, EventName, Instant, Query } from './words.ts';

export type Facts = Readonly<Record<string, unknown>>;
/** Answers queries: the store in its transaction, the mock from its arrays. */
export type AskFacts = (queries: readonly Query[]) => Promise<readonly unknown[]>;
type Situation = Omit<Question<Data, Data, Data>, 'facts'>;

const readsOf = (ask: Ask<Data, Data, Data, unknown> | undefined): readonly string[] => ask?.reads ?? [];
const rulesReads = (workflow: Workflow, arrow: AnyArrow): string[] => (arrow.rules ?? []).flatMap((code) => readsOf(workflow.rules[code]));

/** Of whoever holds a post for another the office asks more. */
const kinOf = (workflow: Workflow, state: string | null, actor: Actor | undefined): string[] =>
  (state !== null && workflow.subject && actor?.posts.some(({ behalf }) => behalf) ? [KIN] : []);

/** What an event's decision reads: rules, checks, branches, effects, and the terms of the states it may enter. */
export const readsOfEvent = (workflow: Workflow, state: string | null, event: EventName, actor?: Actor): string[] => {
  const arrow = state === null ? workflow.open : workflow.states[state]?.on[event];
  if (!arrow) return [];
  const ofWays = arrow.ways.flatMap((way) => [
    ...readsOf(way.keep),
    ...(way.when ? readsOf(workflow.branches[way.when]) : []),
    ...(way.do ?? []).flatMap((name) => readsOf(workflow.effects[name])),
    ...targetsOf(workflow, state, way).flatMap((to) => {
      const term = workflow.states[to]?.term;
      return term ? readsOf('days' in term ? term.days : term.until) : [];
    }),
  ]);
  const files = takesFiles(workflow.forms[event]) ? [factOfFiles(event)] : [];
  return [...new Set([...files, ...kinOf(workflow, state, actor), ...rulesReads(workflow, arrow), ...(arrow.checks ?? []).flatMap((name) => readsOf(workflow.checks[name]?.ok)), ...ofWays])];
};

/** What the offers to an actor read: the rules of the arrows that are the actor's. */
export const readsOfOffers = (workflow: Workflow, one: Case, actor: Actor): string[] => {
  const mine = Object.values(workflow.states[one.state]?.on ?? {}).filter(({ who }) => actor.posts.some(({ post }) => who.includes(post)));
  return [...new Set([...kinOf(workflow, one.state, actor), ...mine.flatMap((arrow) => rulesReads(workflow, arrow))])];
};

/** The queries behind the names, for this case and form; null for a fact that cannot be asked yet. */
export const queriesFor = (workflow: Workflow, names: readonly string[], situation: Situation): (Query | null)[] =>
  names.map((name) => {
    const event = eventOfFact(name);
    if (event !== null) return queryOfFiles(workflow.forms[event], situation.form, situation.actor.id, situation.case.id);
    if (name === KIN) return kinQuery(workflow, situation.case, situation.actor.id);
    const ask = workflow.facts[name];
    if (!ask) throw new Error(`${workflow.name} reads a fact it does not declare: ${name}`);
    return ask(situation);
  });

/** Asks all at once and gives the facts by name. */
export const gather = async (workflow: Workflow, names: readonly string[], situation: Situation, ask: AskFacts): Promise<Facts> => {
  if (names.length === 0) return {};
  const queries = queriesFor(workflow, names, situation);
  const asked = queries.filter((query) => query !== null);
  const answers = asked.length > 0 ? await ask(asked) : [];
  let next = 0;
  return Object.fromEntries(names.map((name, i) => [name, queries[i] === null ? null : answers[next++]]));
};

/** The situation of an event: its form as typed (unknown fields and all), so that facts can be asked before it is judged. */
export const situationOf = (one: Case, event: { actor: Actor; at: Instant; data: unknown }): Situation =>
  ({ case: one, actor: event.actor, at: event.at, form: typeof event.data === 'object' && event.data !== null ? (event.data as Data) : {} });
