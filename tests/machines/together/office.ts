/** An office of a few cases that meet: what one asks about another is answered from there, and what one sends another must be accepted with it. */
import { dueAtOf, type Row } from '../../../workflows/kit/advance.ts';
import { arrowOf, decide } from '../../../workflows/kit/decide.ts';
import { readsOfEvent } from '../../../workflows/kit/facts.ts';
import { fits } from '../../../workflows/kit/report.ts';
import type { Workflow } from '../../../workflows/kit/workflow.ts';
import { CLOCK, type Actor, type Answer, type Case, type Data, type Effect, type EventName, type Instant, type KeptFile, type Posting, type Query } from '../../../workflows/kit/words.ts';
import { plain } from '../world.ts';

export type Cases = ReadonlyMap<string, Case>;
export type Ground = { readonly at: Instant; readonly workflows: ReadonlyMap<string, Workflow>; /** What was brought for a case. */ readonly files: (one: Case) => readonly KeptFile[] };
export type Planned = { readonly id: string; readonly event: EventName; readonly data: Data; readonly actor: Actor };
/** One event that happened, as a watch looks at it. */
export type Happened = { readonly before: Case; readonly after: Case; readonly row: Row; readonly newRound: boolean; /** To where it was before. */ readonly cameBack: boolean; readonly posted: readonly Posting[] };
export type Played = { readonly cases: Cases; readonly happened: readonly Happened[] };

const DEEPEST = 4;

/** Of everybody else's cases the office knows nothing. */
const answer = (cases: Cases, { files }: Ground, query: Query): Answer => {
  const all = [...cases.values()];
  if (query.ask === 'case') return all.find(({ id, workflow }) => id === query.id && workflow === query.workflow) ?? null;
  if (query.ask === 'exchanged') return all.filter(({ id }) => id === query.case).flatMap(files);
  if (query.ask !== 'tally' && query.ask !== 'roll') return plain(query);
  const hits = all.filter((one) => fits(one, { ...query, ask: 'tally' }));
  if (query.ask === 'tally') return { count: hits.length, sum: hits.reduce((sum, { data }) => sum + Number(data[query.sum ?? ''] ?? 0), 0) };
  return hits.map(({ id, state, key, subject, data }) => ({ id, state, key, subject, values: Object.fromEntries(query.fields.map((name) => [name, data[name]])) }));
};

const factsOf = (ground: Ground, cases: Cases, workflow: Workflow, one: Case, { event, data, actor }: Planned, at: Instant): Data =>
  Object.fromEntries(readsOfEvent(workflow, one.state, event).map((name) => {
    const query = workflow.facts[name]?.({ case: one, actor, at, form: data }) ?? null;
    return [name, query === null ? null : answer(cases, ground, query)];
  }));

/** Whom an effect goes to, with what is said to each. */
const targetsOf = (cases: Cases, { workflow, to }: Extract<Effect, { type: 'send' }>): readonly { id: string; data: Data }[] => {
  if (!('states' in to)) return to.filter(({ id }) => cases.has(id));
  const where = 'where' in to ? to.where : {};
  return [...cases.values()].filter((one) => fits(one, { ask: 'tally', workflow, states: to.states, ...(where && { where }) })).map(({ id }) => ({ id, data: to.data }));
};

const wayOf = (workflow: Workflow, { from, type, way }: Row) => arrowOf(workflow, from, type)?.ways[way];

/** The office after an event and all that follows from it; null where any of it is refused. */
export const play = (ground: Ground, cases: Cases, planned: Planned, depth = 0): Played | null => {
  const one = cases.get(planned.id);
  const workflow = one && ground.workflows.get(one.workflow);
  if (!one || !workflow) return null;
  if (depth > DEEPEST) throw new Error(`${workflow.name}: effects of effects go round in a circle`);
  const at = planned.actor === CLOCK ? (dueAtOf(one) ?? ground.at) : ground.at;
  const decision = decide(workflow, one, { id: 'e', type: planned.event, actor: planned.actor, at, data: planned.data }, factsOf(ground, cases, workflow, one, planned, at));
  if (!decision.accepted) return null;
  const { row, case: after, effects } = decision;
  const posted = effects.flatMap((effect) => (effect.type === 'post' ? effect.entries : []));
  let played: Played = { cases: new Map(cases).set(one.id, after), happened: [{ before: one, after, row, newRound: Boolean(wayOf(workflow, row)?.round), cameBack: typeof wayOf(workflow, row)?.to === 'object', posted }] };
  for (const effect of effects) {
    if (effect.type !== 'send') continue;
    for (const { id, data } of targetsOf(played.cases, effect)) {
      const next = play(ground, played.cases, { id, data, event: effect.event, actor: effect.as === 'clock' ? CLOCK : planned.actor }, depth + 1);
      if (!next) return null;
      played = { cases: next.cases, happened: [...played.happened, ...next.happened] };
    }
  }
  return played;
};
