/**
 * Goes through everything that can happen to one case, somebody new taking every step: the graph of all situations.
 * Who may not act for what they did before is asked afterwards, over this graph (`apart.ts`, `staffing.ts`).
 */
import { advance, bornRow, dueAtOf, type Birth, type Row } from '../../workflows/kit/advance.ts';
import { decide, decideOpening, postFor, whyBlocked, type Accepted } from '../../workflows/kit/decide.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { CLOCK, type Actor, type Case, type Data, type EventName, type Instant, type State } from '../../workflows/kit/words.ts';
import { randomFrom } from '../../workflows/office/demo-town/random.ts';
import { liveOrigins, nameOf, somebody, type Sight } from './node-names.ts';
import { asksFacts, AT, factsFor, factsOfOpening, holderOfAll, opened, oraclesOf, UNIT, worldAt } from './world.ts';

export type Taken = { readonly from: State | null; readonly event: EventName; readonly to: State; readonly newRound: boolean; readonly case: Case };
/** Looks on as a case goes its way, and says what is wrong where it stands. What it has seen must be plain data. */
export type Watch = { readonly start: Data; next(seen: Data, taken: Taken): Data; wrong(seen: Data, one: Case): string | null };
export type Asked = Partial<Sight> & {
  /** When all this happens: examples and dates follow from it. */
  readonly at?: Instant;
  readonly examples?: Readonly<Record<EventName, readonly Data[]>>;
  /** What a case that is born by its parent is born with. */
  readonly born?: Data;
  readonly watch?: Watch;
  /** Events that people are taken not to send there. */
  readonly never?: (one: Case, event: EventName) => boolean;
  readonly limit?: number;
};
/** A try that is accepted there, as the row it makes. */
export type Edge = { readonly event: EventName; readonly row: Row; readonly to: number; readonly newRound: boolean };
export type Node = { readonly name: string; readonly case: Case; readonly seen: Data; readonly edges: Edge[]; readonly how: string };
export type Graph = {
  readonly workflow: Workflow; readonly birth: Birth; readonly at: Instant; readonly nodes: readonly Node[];
  readonly complete: boolean; readonly states: ReadonlySet<State>; readonly arrows: ReadonlySet<string>;
  readonly wrong: readonly string[];
  /** Situations that got the same name and yet go different ways: the names leave out too much. */
  readonly mistaken: readonly string[];
  /** The case after the same event by another person, who did other things before; null where that person may not. */
  take(one: Case, edge: Edge, actor: Actor): Case | null;
};

const listOf = (given: unknown): readonly Data[] => (given === undefined ? [{}] : Array.isArray(given) ? (given as Data[]) : [given as Data]);
const nothing: Watch = { start: {}, next: (seen) => seen, wrong: () => null };
/** Some situations met again are walked on from, a few steps each, to see that their name says enough. */
const SEED = 2026;
const WALKS = 150;
const STEPS = 6;

export const explore = (given: Workflow, { at = AT, examples, born, watch = nothing, never = () => false, limit = 60_000, looks = [], sees = ({ data }) => data }: Asked = {}): Graph => {
  const oracle = new Map<string, boolean>();
  const workflow = opened(given, oracle);
  const live = liveOrigins(given);
  const called = (one: Case, seen: Data): string => nameOf(one, { looks, sees }, live(one.state, one.memory.origins), seen);
  const forms: Readonly<Record<string, unknown>> = { ...given.examples(worldAt(at)), ...examples };
  const birth: Birth = { id: 'case', unit: UNIT, parent: given.parent ? 'parent' : null };
  const nodes: Node[] = [];
  const byName = new Map<string, number>();
  const arrows = new Set<string>();
  const wrong = new Map<string, string>();
  const again: { node: number; one: Case; seen: Data }[] = [];
  let people = 0;

  const send = (one: Case, event: EventName, data: Data, answers: ReadonlyMap<string, boolean>, actor: Actor): Accepted | null => {
    for (const [name, answer] of answers) oracle.set(name, answer);
    const decision = decide(workflow, one, { id: 'e', type: event, actor, at: actor === CLOCK ? (dueAtOf(one) ?? at) : at, data }, factsFor(workflow, one, actor, data, at));
    return decision.accepted ? decision : null;
  };

  const take: Graph['take'] = (one, { event, row }, actor) => {
    const arrow = workflow.states[one.state]?.on[event];
    if (!arrow || !postFor(arrow, actor) || whyBlocked(workflow, arrow, `${one.state}.${event}`, { case: one, actor, at, form: {} }, {}).length > 0) return null;
    const patch = JSON.parse(JSON.stringify(row.patch).replaceAll(row.by, actor.id)) as Data;
    return advance(workflow, one, birth, { ...row, by: actor.id, patch });
  };

  const newRound = (row: Row): boolean => Boolean((row.from === null ? workflow.open : workflow.states[row.from]?.on[row.type])?.ways[row.way]?.round);

  const arrive = (one: Case, row: Row, before: Node | null): number => {
    const seen = watch.next(before?.seen ?? watch.start, { from: row.from, event: row.type, to: row.to, newRound: newRound(row), case: one });
    arrows.add(`${row.from ?? ''}.${row.type}.${row.to}`);
    const how = `${before ? `${before.how} ` : ''}${row.type}→${row.to}`;
    const sentence = watch.wrong(seen, one);
    if (sentence && !wrong.has(sentence)) wrong.set(sentence, how);
    const name = called(one, seen);
    const known = byName.get(name);
    if (known !== undefined) {
      again.push({ node: known, one, seen });
      return known;
    }
    byName.set(name, nodes.length);
    nodes.push({ name, case: one, seen, edges: [], how });
    return nodes.length - 1;
  };

  /** Every accepted try in a situation, by somebody who has done nothing yet. */
  const tries = (one: Case): { edge: Omit<Edge, 'to' | 'newRound'>; next: Case }[] =>
    Object.entries(workflow.states[one.state]?.on ?? {}).filter(([event]) => !never(one, event)).flatMap(([event, arrow]) => {
      const clock = arrow.who.includes('clock');
      people += 1;
      const actor = clock ? CLOCK : holderOfAll(given, somebody(people));
      return listOf(forms[event]).flatMap((data) => oraclesOf(asksFacts(given, one.state, event)).flatMap((answers) => {
        const accepted = send(one, event, data, answers, actor);
        return accepted ? [{ edge: { event, row: accepted.row }, next: accepted.case }] : [];
      }));
    });

  const openings = (): { case: Case; row: Row }[] => {
    const clock = given.open.who.includes('clock');
    if (clock && !given.open.ways[0]?.keep) {
      const row = bornRow(workflow, at, born ?? {});
      return [{ case: advance(workflow, null, birth, row), row }];
    }
    const actor = clock ? CLOCK : holderOfAll(given, somebody(0));
    return (clock ? [born ?? {}] : listOf(forms['open'])).flatMap((data) => {
      const decision = decideOpening(workflow, birth, { id: 'e', type: 'open', actor, at, data }, factsOfOpening(workflow, actor, data, at));
      return decision.accepted ? [{ case: decision.case, row: decision.row }] : [];
    });
  };

  for (const { case: one, row } of openings()) arrive(one, row, null);
  let done = 0;
  for (; done < nodes.length && nodes.length < limit; done += 1) {
    const node = nodes[done] as Node;
    const targets = new Set<string>();
    for (const { edge, next } of tries(node.case)) {
      const to = arrive(next, edge.row, node);
      if (targets.has(`${edge.event} ${to}`)) continue;
      targets.add(`${edge.event} ${to}`);
      node.edges.push({ ...edge, to, newRound: newRound(edge.row) });
    }
  }

  /** Walks on from a situation that was taken for another; a sentence where it goes a way the other does not. */
  const differs = ({ node, one, seen }: (typeof again)[number]): string[] => {
    let [place, here, watched] = [node, one, seen];
    for (let step = 0; step < STEPS; step += 1) {
      const known = nodes[place] as Node;
      const goes = tries(here).map(({ edge: { row }, next }) => {
        const after = watch.next(watched, { from: row.from, event: row.type, to: row.to, newRound: newRound(row), case: next });
        return { go: `${row.type} ${byName.get(called(next, after))}`, next, after };
      });
      const [mine, theirs] = [new Set(goes.map(({ go }) => go)), new Set(known.edges.map(({ event, to }) => `${event} ${to}`))];
      const differ = [...[...mine].filter((go) => !theirs.has(go)), ...[...theirs].filter((go) => !mine.has(go))];
      if (differ.length > 0) return [`${here.state}: ${differ.join(', ')} (${known.name})`];
      if (goes.length === 0) return [];
      const chosen = random.pick(goes);
      [place, here, watched] = [Number(chosen.go.split(' ')[1]), chosen.next, chosen.after];
    }
    return [];
  };
  const random = randomFrom(SEED);
  const mistaken = done < nodes.length ? [] : random.shuffled(again).slice(0, WALKS).flatMap(differs);

  return {
    workflow, birth, at, nodes, complete: done >= nodes.length, states: new Set(nodes.map(({ case: one }) => one.state)), arrows,
    wrong: [...wrong].map(([sentence, how]) => `${sentence}: ${how}`), mistaken: [...new Set(mistaken)],
    take,
  };
};
