/** The world of a single case: one plain answer to each question of facts, and somebody new for every step. */
import type { Workflow, World } from '../../workflows/kit/workflow.ts';
import type { Actor, Answer, Case, Data, Entry, Instant, Query } from '../../workflows/kit/words.ts';

/** A Monday morning at the office. */
export const AT: Instant = '2026-11-23T01:00:00.000Z';
export const UNIT = '999901101001';

const entry = (id: string): Entry => ({ id, unit: UNIT, values: { id, name: '张小华', head: 'p000001', household: 'h000001', sex: '2', marital: '21', status: 'active', marriageDate: '2014-05-06', relation: '02', birthDate: '1958-04-12', hukouUnit: UNIT } });

export const worldAt = (at: Instant): World => ({
  at, unit: UNIT, free: { residents: [entry('p000001'), entry('p000002')], households: [entry('h000001'), entry('h000002')] },
  cases: (workflow, states) => [{ id: `${workflow}-1`, state: states[0] ?? '', unit: UNIT, openedBy: 'somebody', data: {} }],
});

/** The answer where nobody else is in the office. */
export const plain = (query: Query | null): Answer => {
  switch (query?.ask) {
    case undefined: return null;
    case 'tally': return { count: 1, sum: 1 };
    case 'case': return { id: query.id, state: 'any', unit: UNIT, openedBy: 'somebody', data: {} };
    case 'entry': return entry(query.id);
    case 'balance': return 1e12;
    case 'findings': return 0;
    case 'holds': return { underWay: 0, keptUntil: null, imports: 0 };
    case 'lot': return { seed: 6092, ids: ['item'] };
    case 'arrivals': case 'roll': case 'exchanged': case 'files': return [];
    case 'figures': return { cases: 1, digest: 'digest', figures: {}, children: [] };
    case 'person': return null;
    case 'processes': return [];
    case 'related': return false;
  }
};

export const factsFor = (workflow: Workflow, one: Case, actor: Actor, form: Data, at: Instant): Data =>
  Object.fromEntries(Object.entries(workflow.facts).map(([name, ask]) => [name, plain(ask({ case: one, actor, at, form }))]));

/** What the opening of a case named `case` may ask. */
export const factsOfOpening = (workflow: Workflow, actor: Actor, form: Data, at: Instant): Data =>
  factsFor(workflow, { data: {}, memory: { done: [] }, id: 'case', unit: UNIT, state: '', workflow: workflow.name } as unknown as Case, actor, form, at);

/** What each branch that asks facts answers in this try. */
export type Oracle = ReadonlyMap<string, boolean>;

/** Facts that are answered as they are: nothing that reads no others is opened. */
type Known = readonly string[];
const isOpen = ({ reads = [] }: { readonly reads?: readonly string[] }, known: Known): boolean => reads.some((name) => !known.includes(name));

/**
 * The workflow with every question of facts opened, but of those known: rules and checks hold, branches obey the oracle.
 * So the search sees at least what the office can do; what it does not find cannot happen.
 */
export const openedBut = (workflow: Workflow, known: Known, oracle: Oracle): Workflow => ({
  ...workflow,
  rules: Object.fromEntries(Object.entries(workflow.rules).map(([code, rule]) => [code, isOpen(rule, known) ? () => true : rule])),
  checks: Object.fromEntries(Object.entries(workflow.checks).map(([name, check]) => [name, isOpen(check.ok, known) ? { ...check, ok: () => true } : check])),
  branches: Object.fromEntries(Object.entries(workflow.branches).map(([name, branch]) => [name, isOpen(branch, known) ? () => oracle.get(name) ?? false : branch])),
});

/** Nothing is known, and effects go nowhere. */
export const opened = (workflow: Workflow, oracle: Oracle): Workflow =>
  ({ ...openedBut(workflow, [], oracle), effects: Object.fromEntries(Object.keys(workflow.effects).map((name) => [name, () => []])) });

/** The branches of an arrow that ask facts, but those known. */
export const asksFacts = (workflow: Workflow, state: string | null, event: string, known: Known = []): string[] => {
  const arrow = state === null ? workflow.open : workflow.states[state]?.on[event];
  return [...new Set((arrow?.ways ?? []).flatMap(({ when }) => (when && isOpen(workflow.branches[when] ?? {}, known) ? [when] : [])))];
};

/** What the oracle may answer to them, each way. */
export const oraclesOf = (asks: readonly string[]): Oracle[] =>
  Array.from({ length: 2 ** asks.length }, (_, bits) => new Map(asks.map((name, i) => [name, (bits >> i) % 2 === 1])));

export const postsOf = (workflow: Workflow): string[] =>
  [...new Set([workflow.open, ...Object.values(workflow.states).flatMap(({ on }) => Object.values(on))].flatMap(({ who }) => who))].filter((post) => post !== 'clock');

/** A person who holds every post: what separation of duties lets such a person do, it lets anybody do. */
export const holderOfAll = (workflow: Workflow, id: string): Actor => ({ id, name: id, posts: postsOf(workflow).map((post) => ({ post, unit: UNIT })) });
