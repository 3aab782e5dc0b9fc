/** An office without server, store or network: every workflow's stories can be told in it, and it runs what follows from them. */
import { advance, bornRow, dueAtOf, refold, unborn, type Birth, type Row } from '../../workflows/kit/advance.ts';
import { decide, decideOpening, type Accepted } from '../../workflows/kit/decide.ts';
import { queriesFor, readsOfEvent, readsOfOffers, situationOf, type Facts } from '../../workflows/kit/facts.ts';
import { childId } from '../../workflows/kit/ids.ts';
import { offers as offersOf } from '../../workflows/kit/offers.ts';
import { figuresAbout } from '../../workflows/kit/report.ts';
import type { DemoStep, Workflow } from '../../workflows/kit/workflow.ts';
import { CLOCK, type Actor, type Case, type Data, type Effect, type EventName, type Instant, type Offers, type OtherCase, type Query, type Refusal, type State } from '../../workflows/kit/words.ts';
import { granted, left, moved } from '../../workflows/office/budget.ts';
import type { Town } from '../../workflows/office/demo-town/town.ts';
import { closureOf, villagesOf } from '../../workflows/office/units.ts';
import { answer, entriesOf, linesOf, listed, type Shelves } from './office-answers.ts';

export type Told = { readonly case: string; readonly what: string; readonly posts: readonly string[]; readonly at: Instant };
type Situation = ReturnType<typeof situationOf>;
type Sent = { readonly type: EventName; readonly actor: Actor; readonly at: Instant; readonly data: unknown };

/** What a refusal says, for tests that expect one. */
export const whyOf = (result: Accepted | Refusal): string[] =>
  result.accepted ? [] : result.reason === 'blocked' ? [...result.why] : result.reason === 'invalid' ? Object.keys(result.errors) : ['not-offered'];

export type Office = ReturnType<typeof makeOffice>;

export const makeOffice = ({ workflows, town, at }: { workflows: readonly Workflow[]; town: Town; at: Instant }) => {
  const byName = new Map(workflows.map((one) => [one.name, one]));
  const shelves: Shelves = { town, cases: new Map(workflows.map(({ name }) => [name, new Map<string, Case>()])), entries: entriesOf(town), findings: new Map(), keptUntil: new Map(), frozen: new Map(), flagged: new Set(), changes: [], seed: 6092, files: new Map(),
    ledger: town.funds.flatMap(({ id, fen }) => moved({ [id]: fen }, granted, left).map((entry) => ({ ...entry, case: id, step: 'carried-over' }))) };
  const shelfOf = new Map<string, Map<string, Case>>();
  const logs = new Map<string, { birth: Birth; rows: Row[] }>();
  const due = new Map<string, Instant>();
  const told: Told[] = [];
  const covered = new Set(closureOf(town.units).map(({ ancestor, descendant }) => `${ancestor}>${descendant}`));
  let now = at;
  /** How to take back what the event under way has done so far. */
  let undo: (() => void)[] = [];

  const workflowOf = (name: string): Workflow => {
    const found = byName.get(name);
    if (!found) throw new Error(`No workflow is called ${name}`);
    return found;
  };
  const find = (id: string): Case | undefined => shelfOf.get(id)?.get(id);
  const get = (id: string): Case => {
    const found = find(id);
    if (!found) throw new Error(`No case ${id}`);
    return found;
  };
  const actorAt = (by: string, unit: string): Actor => {
    if (by === CLOCK.id) return CLOCK;
    const staff = town.staff.find(({ id }) => id === by);
    if (!staff) throw new Error(`Nobody signs in as ${by}`);
    return { id: by, name: staff.name, posts: staff.posts.filter((held) => covered.has(`${held.unit}>${unit}`)) };
  };
  const gather = (workflow: Workflow, names: readonly string[], situation: Situation): Facts => {
    const queries = queriesFor(workflow, names, situation);
    return Object.fromEntries(names.map((name, i) => [name, queries[i] ? answer(shelves, queries[i]) : null]));
  };

  const put = (one: Case, birth: Birth, row: Row): void => {
    const shelf = shelves.cases.get(one.workflow) ?? new Map<string, Case>();
    const before = shelf.get(one.id);
    const dueBefore = due.get(one.id);
    const log = logs.get(one.id) ?? { birth, rows: [] };
    undo.push(() => {
      log.rows.pop();
      if (before) shelf.set(one.id, before);
      else { shelf.delete(one.id); shelfOf.delete(one.id); logs.delete(one.id); }
      if (dueBefore) due.set(one.id, dueBefore);
      else due.delete(one.id);
    });
    log.rows.push(row);
    logs.set(one.id, log);
    shelf.set(one.id, one);
    shelfOf.set(one.id, shelf);
    const dueAt = dueAtOf(one);
    if (dueAt) due.set(one.id, dueAt);
    else due.delete(one.id);
  };

  const targetsOf = (effect: Extract<Effect, { type: 'send' }>): readonly { id: string; data: Data }[] => {
    const { to } = effect;
    if (!('states' in to)) return to;
    const fits = (one: Case): boolean => to.states.includes(one.state) && (!('parent' in to) || one.parent === to.parent) &&
      ('subject' in to ? one.subject === to.subject : Object.entries(to.where ?? {}).every(([field, value]) => one.data[field] === value)) && (!to.parentAt || to.parentAt.includes(find(one.parent ?? '')?.state ?? ''));
    return [...(shelves.cases.get(effect.workflow)?.values() ?? [])].filter(fits).map(({ id }) => ({ id, data: to.data }));
  };

  const follow = (effect: Effect, of: Case, sent: Sent): Refusal | null => {
    switch (effect.type) {
      case 'text': return null;
      case 'tell': {
        told.push({ case: of.id, what: effect.what, posts: effect.posts, at: sent.at });
        undo.push(() => told.pop());
        return null;
      }
      case 'freeze': {
        const key = `${of.id}/${effect.round}`;
        if (shelves.frozen.has(key)) throw new Error(`${key} is frozen twice`);
        shelves.frozen.set(key, new Map(linesOf(shelves, effect.what).map((line) => [line.id, figuresAbout(line, effect.what)])));
        undo.push(() => shelves.frozen.delete(key));
        return null;
      }
      case 'post': {
        if (effect.entries.reduce((sum, { fen }) => sum + fen, 0) !== 0) throw new Error(`${of.id}: posting ${effect.step} does not sum to nothing`);
        const known = shelves.ledger.length;
        if (shelves.ledger.some((row) => row.case === of.id && row.step === effect.step)) throw new Error(`${of.id}: ${effect.step} is posted twice`);
        shelves.ledger.push(...effect.entries.map((entry) => ({ ...entry, case: of.id, step: effect.step })));
        undo.push(() => shelves.ledger.splice(known));
        return null;
      }
      case 'substitute': case 'endSubstitution': return null;
      case 'changeRegister': {
        const entries = shelves.entries[effect.register];
        const before = entries.get(effect.id);
        if (!before) throw new Error(`${of.id}: no entry ${effect.id} in ${effect.register}`);
        entries.set(effect.id, { ...before, unit: String(effect.values.unit ?? before.unit), values: { ...before.values, ...effect.values } });
        shelves.changes.push({ id: effect.id, at: sent.at, values: effect.values });
        undo.push(() => { entries.set(effect.id, before); shelves.changes.pop(); });
        return null;
      }
      case 'addEntry': {
        const entries = shelves.entries[effect.register];
        if (entries.has(effect.id)) return null;
        entries.set(effect.id, { id: effect.id, unit: String(effect.values.unit), values: effect.values });
        undo.push(() => entries.delete(effect.id));
        return null;
      }
      case 'openFor': {
        const workflow = workflowOf(effect.workflow);
        for (const id of effect.entries.filter((entry) => !find(childId(of.id, entry)))) {
          const birth = { id: childId(of.id, id), unit: of.unit, parent: of.id };
          const row = bornRow(workflow, sent.at, { ...effect.data, record: id, name: shelves.entries[effect.register].get(id)?.values.name ?? id });
          put(advance(workflow, null, birth, row), birth, row);
        }
        return null;
      }
      // Nothing is sealed here.
      case 'erase':
        return null;
      case 'send':
        return firstRefusal(targetsOf(effect), ({ id, data }) => happen(get(id), { type: effect.event, actor: actorAt(effect.as ?? sent.actor.id, get(id).unit), at: sent.at, data }));
      case 'openPerUnit':
        return firstRefusal(villagesOf(town.units, of.unit), (unit) =>
          begin(workflowOf(effect.workflow), { id: childId(of.id, unit.id), unit: unit.id, parent: of.id }, { type: 'open', actor: CLOCK, at: sent.at, data: effect.data }));
      case 'openPerRecord': {
        const workflow = workflowOf(effect.workflow);
        for (const { id, values } of listed(shelves, effect.workflow, of.unit, effect.among)) {
          const birth = { id: childId(of.id, id), unit: of.unit, parent: of.id };
          const last = effect.lastAs && [...(shelves.cases.get(workflow.name)?.values() ?? [])].findLast((other) => other.subject === id && !effect.lastBut?.includes(other.state));
          const row = bornRow(workflow, sent.at, { ...effect.data, ...(last && effect.lastAs && { [effect.lastAs]: last.state }), record: id, name: values['name'] ?? id });
          put(advance(workflow, null, birth, row), birth, row);
        }
        return null;
      }
    }
  };

  const firstRefusal = <T>(items: readonly T[], run: (item: T) => Accepted | Refusal): Refusal | null => {
    for (const item of items) {
      const result = run(item);
      if (!result.accepted) return result;
    }
    return null;
  };

  const settle = (decision: Accepted | Refusal, birth: Birth, sent: Sent): Accepted | Refusal => {
    if (!decision.accepted) return decision;
    put(decision.case, birth, decision.row);
    for (const effect of decision.effects) {
      const refusal = follow(effect, decision.case, sent);
      if (refusal) return refusal;
    }
    return decision;
  };

  const begin = (workflow: Workflow, birth: Birth, sent: Sent): Accepted | Refusal => {
    const situation = situationOf(unborn(workflow, birth, sent.actor.id, sent.at), sent);
    return settle(decideOpening(workflow, birth, { id: birth.id, ...sent }, gather(workflow, readsOfEvent(workflow, null, 'open'), situation)), birth, sent);
  };

  const happen = (one: Case, sent: Sent): Accepted | Refusal => {
    const workflow = workflowOf(one.workflow);
    const facts = gather(workflow, readsOfEvent(workflow, one.state, sent.type), situationOf(one, sent));
    return settle(decide(workflow, one, { id: `${one.id}-${one.version}`, ...sent }, facts), one, sent);
  };

  const whole = (run: () => Accepted | Refusal): Accepted | Refusal => {
    undo = [];
    const result = run();
    if (!result.accepted) for (const back of undo.toReversed()) back();
    return result;
  };

  const askDue = (id: string): Accepted | Refusal | null => {
    const one = get(id);
    const dueAt = due.get(id);
    if (dueAt === undefined || dueAt > now || !one.memory.term) return null;
    const { sends } = one.memory.term;
    return whole(() => happen(one, { type: sends, actor: CLOCK, at: now, data: {} }));
  };

  /** Sends an event at the present moment. A term that ran out unanswered is asked again after every accepted event. */
  const send = (by: string, id: string, type: EventName, data: Data = {}): Accepted | Refusal => {
    const one = get(id);
    const result = whole(() => happen(one, { type, actor: actorAt(by, one.unit), at: now, data }));
    if (result.accepted) askDue(id);
    return result;
  };

  /** What would come of an event; nothing does. */
  const would = (by: string, id: string, type: EventName, data: Data = {}): Accepted | Refusal => {
    const one = get(id);
    undo = [];
    const result = happen(one, { type, actor: actorAt(by, one.unit), at: now, data });
    for (const back of undo.toReversed()) back();
    return result;
  };

  const open = (by: string, workflow: string, { id, unit, data }: { id: string; unit: string; data: Data }): Accepted | Refusal => {
    if (find(id)) throw new Error(`${id} is open already`);
    return whole(() => begin(workflowOf(workflow), { id, unit, parent: null }, { type: 'open', actor: actorAt(by, unit), at: now, data }));
  };

  /** Steps the clock, each due event happening at its own moment; what is refused stays due until something happens to the case. */
  const clock = (to: Instant): void => {
    const asked = new Set<string>();
    const next = (): [string, Instant] | undefined => {
      let first: [string, Instant] | undefined;
      for (const [id, dueAt] of due) if (dueAt <= to && !asked.has(`${id}@${find(id)?.version}`) && (!first || dueAt < first[1])) first = [id, dueAt];
      return first;
    };
    for (let one = next(); one; one = next()) {
      asked.add(`${one[0]}@${find(one[0])?.version}`);
      if (one[1] > now) now = one[1];
      askDue(one[0]);
    }
    if (to > now) now = to;
  };

  const offers = (by: string, id: string): Offers => {
    const one = get(id);
    const workflow = workflowOf(one.workflow);
    const actor = actorAt(by, one.unit);
    return offersOf(workflow, one, actor, now, gather(workflow, readsOfOffers(workflow, one, actor), { case: one, actor, at: now, form: {} }));
  };

  /** Replays a demo's past in its order of time; throws at the first step that is refused. */
  const replay = (steps: readonly (DemoStep & { readonly workflow: string })[], until: Instant): void => {
    for (const step of steps.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
      clock(step.at);
      shelves.seed = step.seed ?? shelves.seed;
      const result = step.event === 'open' ? open(step.by, step.workflow, { id: step.case, unit: step.unit, data: step.data }) : send(step.by, step.case, step.event, step.data);
      if (!result.accepted) throw new Error(`${step.workflow} ${step.case} (${find(step.case)?.state ?? 'unborn'}) ${step.event} by ${step.by} at ${step.at}: ${JSON.stringify(result)}`);
    }
    clock(until);
  };

  const list = (workflow: string, states?: readonly State[]): Case[] => [...(shelves.cases.get(workflow)?.values() ?? [])].filter(({ state }) => states === undefined || states.includes(state));
  const asOther = ({ id, state, unit, openedBy, data }: Case): OtherCase => ({ id, state, unit, openedBy, data });

  return {
    open, send, would, clock, get, find, offers, replay, list, told, actorAt,
    now: (): Instant => now,
    ledger: shelves.ledger,
    findings: shelves.findings,
    keptUntil: shelves.keptUntil,
    frozen: shelves.frozen,
    answer: (query: Query) => answer(shelves, query),
    files: shelves.files,
    entry: (register: 'residents' | 'households', id: string) => shelves.entries[register].get(id) ?? null,
    balance: (line: string): number | null => answer(shelves, { ask: 'balance', line }) as number | null,
    cases: (workflow: string, states: readonly State[]): OtherCase[] => list(workflow, states).map(asOther),
    nextSeed: (seed: number): void => { shelves.seed = seed; },
    flag: (resident: string): void => { shelves.flagged.add(resident); },
    /** What somebody outside the cases wrote to the register, an import say. */
    write: (register: 'residents' | 'households', id: string, values: Data, when: Instant): void => {
      const before = shelves.entries[register].get(id);
      shelves.entries[register].set(id, { id, unit: String(values.unit ?? before?.unit), values: { ...before?.values, ...values } });
      shelves.changes.push({ id, at: when, values });
    },
    /** The case as its log tells it, to hold against the case as it stands. */
    refolded: (id: string): Case | null => { const log = logs.get(id); return log ? refold(workflowOf(get(id).workflow), log.birth, log.rows) : null; },
  };
};
