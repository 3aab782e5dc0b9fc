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

const plain = (query: Query | null): Answer => {
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

/** What each branch that asks facts answers in this try. */
export type Oracle = ReadonlyMap<string, boolean>;

/**
 * The workflow with every question of facts opened: rules and checks hold, branches obey the oracle, effects go nowhere.
 * So the search sees at least what the office can do; what it does not find cannot happen.
 */
export const opened = (workflow: Workflow, oracle: Oracle): Workflow => ({
  ...workflow,
  rules: Object.fromEntries(Object.entries(workflow.rules).map(([code, rule]) => [code, rule.reads?.length ? () => true : rule])),
  checks: Object.fromEntries(Object.entries(workflow.checks).map(([name, check]) => [name, check.ok.reads?.length ? { ...check, ok: () => true } : check])),
  branches: Object.fromEntries(Object.entries(workflow.branches).map(([name, branch]) => [name, branch.reads?.length ? () => oracle.get(name) ?? false : branch])),
  effects: Object.fromEntries(Object.keys(workflow.effects).map((name) => [name, () => []])),
});

/** The branches of an arrow that ask facts. */
export const asksFacts = (workflow: Workflow, state: string | null, event: string): string[] => {
  const arrow = state === null ? workflow.open : workflow.states[state]?.on[event];
  return [...new Set((arrow?.ways ?? []).flatMap(({ when }) => (when && workflow.branches[when]?.reads?.length ? [when] : [])))];
};

export const postsOf = (workflow: Workflow): string[] =>
  [...new Set([workflow.open, ...Object.values(workflow.states).flatMap(({ on }) => Object.values(on))].flatMap(({ who }) => who))].filter((post) => post !== 'clock');

/** A person who holds every post: what separation of duties lets such a person do, it lets anybody do. */
export const holderOfAll = (workflow: Workflow, id: string): Actor => ({ id, name: id, posts: postsOf(workflow).map((post) => ({ post, unit: UNIT })) });
