/** Whether an event happens, and what follows: a refusal with its reason, or the next case with its effects. */
import { advance, entered, unborn, type Birth, type Row } from './advance.ts';
import type { Facts } from './facts.ts';
import { factOfFiles, fileErrors, namedFiles } from './files.ts';
import { readForm } from './form.ts';
import { takeWay, type AnyArrow } from './machine.ts';
import { conflictsOf, KIN, personsOf } from './substitutes.ts';
import type { Question, Workflow } from './workflow.ts';
import type { Acceptance, Actor, Case, CaseEvent, Data, EventName, FieldErrors, FileFact, Instant, PostAtUnit, Refusal, State, Step } from './words.ts';

export type Accepted = Acceptance & { readonly row: Row };
type Asked = Question<Data, Data, Data>;

export const arrowOf = (workflow: Workflow, state: State | null, event: EventName): AnyArrow | undefined =>
  state === null ? (event === 'open' ? workflow.open : undefined) : workflow.states[state]?.on[event];

/**
 * The post in which the actor may take the arrow: one of their own before one held for another, for whom nothing stands
 * in the way where there are several; the arrow's order decides between posts.
 */
export const postFor = (arrow: AnyArrow, actor: Actor, barred: readonly string[] = []): PostAtUnit | undefined => {
  const held = arrow.who.flatMap((post) => actor.posts.filter((one) => one.post === post));
  return held.find(({ behalf }) => !behalf) ?? held.find(({ behalf }) => behalf && !barred.includes(behalf.id)) ?? held[0];
};

/** Persons whom separation of duties keeps from the arrow, as the case stands: those for whom a step was taken too. */
export const barredFrom = (arrow: AnyArrow, step: Step, { memory }: Case): string[] => {
  const bars = arrow.mark ? [...(arrow.notWho ?? []), { step, since: 'entry' as const }] : (arrow.notWho ?? []);
  return [...new Set(memory.done.filter((done) => bars.some((bar) => bar.step === done.step &&
    (bar.since === 'case' || (bar.since === 'round' ? done.round === memory.round : done.entry === memory.entry)))).flatMap(personsOf))];
};

/** Why the actor is kept from the arrow now. Rules that read facts are left out where there are none. */
export const whyBlocked = (workflow: Workflow, arrow: AnyArrow, step: Step, asked: Omit<Asked, 'facts'>, facts: Facts | null): string[] => {
  const barred = barredFrom(arrow, step, asked.case);
  const post = postFor(arrow, asked.actor, barred);
  const why = [...(barred.includes(asked.actor.id) ? ['same-person'] : []), ...(post && asked.case.version > 0 ? conflictsOf(post, asked.case, asked.actor.id, barred, facts?.[KIN]) : [])];
  for (const code of arrow.rules ?? []) {
    const rule = workflow.rules[code];
    if (!rule) throw new Error(`${workflow.name} has no rule ${code}`);
    if (facts === null && rule.reads?.length) continue;
    if (!rule({ ...asked, form: {}, facts: facts ?? {} })) why.push(code);
  }
  return why;
};

const checkForm = (workflow: Workflow, arrow: AnyArrow, asked: Asked): FieldErrors => {
  const errors: FieldErrors = {};
  for (const name of arrow.checks ?? []) {
    const check = workflow.checks[name];
    if (check && !check.ok(asked)) errors[check.field] ??= check.text;
  }
  return errors;
};

const termOf = (workflow: Workflow, to: State, asked: Asked): number | Instant | null => {
  const term = workflow.states[to]?.term;
  if (!term) return null;
  return 'days' in term ? term.days(asked) : term.until(asked);
};

const refuse = (reason: 'not-offered'): Refusal => ({ accepted: false, reason });

/** Judges one event in the order of the contract: offered to this post, not blocked, form in order, way open. */
const judge = (workflow: Workflow, before: Case | null, birth: Birth, event: CaseEvent<unknown>, facts: Facts): Accepted | Refusal => {
  const from = before?.state ?? null;
  const arrow = arrowOf(workflow, from, event.type);
  const one = before ?? unborn(workflow, birth, event.actor.id, event.at);
  const step: Step = `${from ?? ''}.${event.type}`;
  const post = arrow && postFor(arrow, event.actor, barredFrom(arrow, step, one));
  if (!arrow || !post) return refuse('not-offered');
  const situation = { case: one, actor: event.actor, at: event.at, form: {} };
  const why = [...(event.bulk && arrow.oneByOne ? ['one-by-one'] : []), ...whyBlocked(workflow, arrow, step, situation, facts)];
  if (why.length > 0) return { accepted: false, reason: 'blocked', why };
  const form = workflow.forms[event.type];
  const read = form ? readForm(form, event.data) : { ok: true as const, data: (event.data ?? {}) as Data };
  if (!read.ok) return { accepted: false, reason: 'invalid', errors: read.errors };
  const marked = arrow.mark ? { ...one, memory: { ...one.memory, marks: [...one.memory.marks, { by: event.actor.id, post: post.post, data: read.data }] } } : one;
  const asked: Asked = { ...situation, case: marked, form: read.data, facts };
  const known = (facts[factOfFiles(event.type)] ?? []) as readonly FileFact[];
  const errors = { ...checkForm(workflow, arrow, asked), ...fileErrors(namedFiles(form, read.data), known) };
  if (Object.keys(errors).length > 0) return { accepted: false, reason: 'invalid', errors };
  const taken = takeWay(workflow, from, event.type, asked);
  if (!taken) return refuse('not-offered');
  const patch = (taken.way.keep?.(asked) ?? {}) as Data;
  const kept: Asked = { ...asked, case: { ...asked.case, data: { ...asked.case.data, ...patch } } };
  const row: Row = {
    type: event.type, from, to: taken.to, way: taken.index, at: event.at, by: event.actor.id, post: { post: post.post, unit: post.unit }, ...(post.behalf && { behalf: post.behalf.name, absent: post.behalf.id }), form: read.data, patch,
    term: entered(taken.way, from) ? termOf(workflow, taken.to, kept) : null,
  };
  const after = advance(workflow, before, birth, row);
  const effects = taken.effects.flatMap((name) => workflow.effects[name]?.({ ...kept, case: after }) ?? []);
  return { accepted: true, case: after, effects, from, to: taken.to, post, form: read.data, row };
};

/** Judges an event sent to a case. Pure: the same answer for the same arguments. */
export const decide = (workflow: Workflow, one: Case, event: CaseEvent<unknown>, facts: Facts): Accepted | Refusal =>
  judge(workflow, one, one, event, facts);

/** Judges the opening of a case. */
export const decideOpening = (workflow: Workflow, birth: Birth, event: CaseEvent<unknown>, facts: Facts): Accepted | Refusal =>
  judge(workflow, null, birth, { ...event, type: 'open' }, facts);
