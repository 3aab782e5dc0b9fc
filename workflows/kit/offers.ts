/** What an actor may send to a case right now, what a rule keeps from them and why, and whose duty the case is. */
import { barredFrom, postFor, whyBlocked } from './decide.ts';
import type { Facts } from './facts.ts';
import type { Workflow } from './workflow.ts';
import type { Actor, Case, Instant, Offers, Post, Step } from './words.ts';

/** Without facts (null) the rules that need some are left out, as in the rows of a list. */
export const offers = (workflow: Workflow, one: Case, actor: Actor, at: Instant, facts: Facts | null): Offers => {
  const offered: { type: string }[] = [];
  const blocked: { type: string; why: string[] }[] = [];
  for (const [type, arrow] of Object.entries(workflow.states[one.state]?.on ?? {})) {
    if (!postFor(arrow, actor) || arrow.who.includes('clock')) continue;
    const why = whyBlocked(workflow, arrow, `${one.state}.${type}`, { case: one, actor, at, form: {} }, facts);
    if (why.length === 0) offered.push({ type });
    else blocked.push({ type, why });
  }
  return { offers: offered, blocked };
};

/** A row of the inbox: the case waits for whoever holds the post over its unit and is not barred. */
export type Duty = { readonly post: Post; readonly step: Step; readonly barred: readonly string[] };

/** The duties of the present state; a person barred from every one of a post's steps is barred from the row. */
export const dutiesOf = (workflow: Workflow, one: Case): Duty[] => {
  const duties = new Map<Post, Duty>();
  for (const [event, arrow] of Object.entries(workflow.states[one.state]?.on ?? {})) {
    if (arrow.aside || arrow.who.includes('clock')) continue;
    const step: Step = `${one.state}.${event}`;
    const barred = barredFrom(arrow, step, one);
    for (const post of arrow.who) {
      const known = duties.get(post);
      duties.set(post, known ? { ...known, barred: known.barred.filter((person) => barred.includes(person)) } : { post, step, barred });
    }
  }
  return [...duties.values()];
};

const acting = new WeakMap<Workflow, readonly Post[]>();
/** Posts on the arrows of the workflow. */
export const postsActingIn = (workflow: Workflow): readonly Post[] => {
  const known = acting.get(workflow);
  if (known) return known;
  const arrows = [workflow.open, ...Object.values(workflow.states).flatMap(({ on }) => Object.values(on))];
  const posts = [...new Set(arrows.flatMap(({ who }) => who).filter((post) => post !== 'clock'))];
  acting.set(workflow, posts);
  return posts;
};

/** Posts that may read cases of the workflow: those on its arrows and its declared readers. */
export const readersOf = (workflow: Workflow): readonly Post[] => (workflow.readers ? [...new Set([...postsActingIn(workflow), ...workflow.readers])] : postsActingIn(workflow));
