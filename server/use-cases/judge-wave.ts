/** Judges as many events as do not rest on one another, with their facts asked together. */
import { advance, unborn } from '../../workflows/kit/advance.ts';
import { arrowOf, decide, decideOpening, postFor } from '../../workflows/kit/decide.ts';
import type { Accepted } from '../../workflows/kit/decide.ts';
import { queriesFor, readsOfEvent, situationOf } from '../../workflows/kit/facts.ts';
import type { Facts } from '../../workflows/kit/facts.ts';
import type { Actor, Case, Data, Query, Refusal } from '../../workflows/kit/words.ts';
import type { Stored } from '../store/case-rows.ts';
import { answerQueries } from '../store/facts.ts';
import { readingFor } from './reading.ts';
import { blocked, senderAt } from './work.ts';
import type { Planned, Work } from './work.ts';
import { conflicts, noTouches, reachesFurther, touch } from './touches.ts';

export type Judged = { readonly planned: Planned; readonly before: Stored | null; readonly actor: Actor; readonly decision: Accepted | Refusal };

type Ready = {
  readonly planned: Planned; readonly before: Stored | null; readonly actor: Actor; readonly one: Case;
  readonly names: readonly string[]; readonly queries: readonly (Query | null)[];
};

const seedOf = (seeds: Work['seeds'], parent: string): number => {
  const seed = seeds?.get(parent);
  if (seed === undefined) throw new Error(`The past of ${parent} tells of a draw without its seed.`);
  return seed;
};

/** The event as its case stands; null where there is no such case. History goes by its own order: no event is earlier than the last. */
const makeReady = ({ held }: Work, planned: Planned): Ready | null => {
  const { workflow, birth } = planned;
  const before = birth ? null : (held.get(planned.caseId) ?? null);
  if (!birth && before?.case.workflow !== workflow.name) return null;
  const at = before && before.changedAt > planned.at ? before.changedAt : planned.at;
  const actor = senderAt(planned.sender, birth?.unit ?? before?.case.unit ?? '', planned.through ?? workflow.name);
  const one = before?.case ?? (birth ? unborn(workflow, birth, actor.id, at) : null);
  if (!one) return null;
  const state = before?.case.state ?? null;
  const arrow = arrowOf(workflow, state, planned.type);
  const names = arrow && postFor(arrow, actor) ? readsOfEvent(workflow, state, planned.type, actor) : [];
  const queries = queriesFor(workflow, names, situationOf(one, { actor, at, data: planned.data }));
  return { planned: { ...planned, at }, before, actor, one, names, queries };
};

const askedBy = (ready: Ready | null): Query[] => ready?.queries.filter((query) => query !== null) ?? [];
/** What an event will be judged by, as its case stands among those held. */
export const queriesOf = (work: Work, planned: Planned): Query[] => askedBy(makeReady(work, planned));

/** What is emptied is kept as null, so that the log folds to the very same case. */
const withoutHoles = (planned: Planned, before: Stored | null, accepted: Accepted): Accepted => {
  const { patch } = accepted.row;
  if (!Object.values(patch).includes(undefined)) return accepted;
  const whole: Data = Object.fromEntries(Object.entries(patch).map(([name, value]) => [name, value ?? null]));
  const row = { ...accepted.row, patch: whole };
  return { ...accepted, row, case: advance(planned.workflow, before?.case ?? null, planned.birth ?? accepted.case, row) };
};

const judge = ({ planned, before, actor }: Ready, facts: Facts): Accepted | Refusal => {
  const { workflow, birth, eventId: id, type, at, data } = planned;
  const event = { id, type, actor, at, data, ...(planned.bulk && { bulk: planned.bulk }) };
  const decision = birth ? decideOpening(workflow, birth, event, facts) : before ? decide(workflow, before.case, event, facts) : blocked('case-missing');
  return decision.accepted ? withoutHoles(planned, before, decision) : decision;
};

/**
 * Judges the first of the events in order, and stops before one that rests on an earlier one, or after one whose effects
 * reach other cases. At least one is judged.
 */
export const judgeWave = async (work: Work, planned: readonly Planned[]): Promise<Judged[]> => {
  const ready = planned.map((one) => makeReady(work, one));
  const reading = { ...readingFor(work.office, work.remembered ? 'offer' : 'decide'), ...(work.seeds && { seedFor: (parent: string) => seedOf(work.seeds, parent) }) };
  const asked = ready.flatMap(askedBy);
  const answers = asked.length === 0 ? [] : await answerQueries(work.tx, reading, asked, new Set(work.held.keys()), work.ahead);
  work.ahead = null;
  const touches = noTouches();
  const judged: Judged[] = [];
  let next = 0;
  for (const [i, one] of ready.entries()) {
    const given = planned[i];
    if (!given) break;
    if (!one) {
      judged.push({ planned: given, before: null, actor: senderAt(given.sender, '', given.workflow.name), decision: blocked('case-missing') });
      continue;
    }
    const facts = Object.fromEntries(one.names.map((name, n) => [name, one.queries[n] === null ? null : answers[next++]]));
    if (conflicts(touches, given.caseId, askedBy(one))) break;
    const decision = judge(one, facts);
    judged.push({ planned: one.planned, before: one.before, actor: one.actor, decision });
    if (!decision.accepted) continue;
    touch(touches, one.before?.case ?? null, decision.case, decision.effects);
    if (decision.effects.some(reachesFurther)) break;
  }
  return judged;
};
