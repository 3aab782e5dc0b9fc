/** The only way a case changes in the mock: the same `decide`, over a draft of the arrays that is kept or thrown away. */
import { titleOf as caseTitle } from '../workflows/kit/describe.ts';
import { advance, bornRow, deadlineOf, dueAtOf, unborn, type Birth } from '../workflows/kit/advance.ts';
import { arrowOf, decide, decideOpening, postFor, type Accepted } from '../workflows/kit/decide.ts';
import { gather, readsOfEvent, readsOfOffers, situationOf, type AskFacts } from '../workflows/kit/facts.ts';
import { namedFiles } from '../workflows/kit/files.ts';
import { childId } from '../workflows/kit/ids.ts';
import { dutiesOf, offers, postsActingIn, type Duty } from '../workflows/kit/offers.ts';
import { figuresAbout } from '../workflows/kit/report.ts';
import type { Workflow } from '../workflows/kit/workflow.ts';
import { CLOCK, type Actor, type Case, type Data, type Effect, type EventName, type Instant, type Offers, type Refusal, type SendTo } from '../workflows/kit/words.ts';
import { conflictsOf, kinQuery } from '../workflows/kit/substitutes.ts';
import { covers, villagesOf } from '../workflows/office/units.ts';
import { carryOutErasure } from './erase.ts';
import { answer, linesOf } from './facts.ts';
import { listedIn } from './listed.ts';
import { heldForOthers } from './stands.ts';
import { draftOf, put, type Store, type Waiting } from './store.ts';

export type Sent = { readonly id: string; readonly type: EventName; readonly data: unknown; readonly bulk?: true };
export type Outcome = { readonly accepted: true; readonly case: Case; readonly draft: Store } | Refusal;

const refused = (why: readonly string[]): Refusal => ({ accepted: false, reason: 'blocked', why });
const asking = (store: Store, workflows: ReadonlyMap<string, Workflow>): AskFacts => async (queries) => queries.map((query) => answer(store, workflows, query));

/** Whether a case is among those that an effect sends to: children of a parent, by a field of their data, or both. */
const isMeant = (store: Store, one: Case, to: SendTo): boolean =>
  to.states.includes(one.state) && (!('parent' in to) || one.parent === to.parent) && ('subject' in to ? one.subject === to.subject : Object.entries(to.where ?? {}).every(([field, value]) => one.data[field] === value)) &&
  (to.parentAt === undefined || store.cases.some(({ id, state }) => id === one.parent && to.parentAt?.includes(state)));

/** A person's posts that cover a unit: their own, and those held for others in the process. */
export const actorOf = (store: Store, person: string, unit: string, workflow: string): Actor => {
  if (person === CLOCK.id) return CLOCK;
  const staff = store.people.find(({ id }) => id === person);
  return { id: person, name: staff?.name ?? person, posts: [...(staff?.posts ?? []).filter((held) => covers(store.units, held.unit, unit)), ...heldForOthers(store, person, unit, workflow)] };
};

export type Mock = ReturnType<typeof makeMock>;

/** The mock office over a store, for the given workflows. Every call works on a draft; `keep` makes it the present. */
export const makeMock = (workflows: readonly Workflow[], store: Store) => {
  const byName = new Map(workflows.map((one) => [one.name, one]));
  const get = (name: string): Workflow => {
    const found = byName.get(name);
    if (!found) throw new Error(`No workflow is called ${name}`);
    return found;
  };

  const processesOf = (post: string): string[] => workflows.filter((one) => postsActingIn(one).includes(post)).map(({ name }) => name);

  const titleOf = (one: Case): string => caseTitle(get(one.workflow), one);

  const waitingRow = (one: Case, duty: Duty, person: string, behalf: string | null): Waiting => ({
    case: one.id, person, workflow: one.workflow, unit: one.unit, state: one.state, title: titleOf(one), step: duty.step, dueAt: deadlineOf(one),
    since: one.enteredAt, openedAt: one.openedAt, returned: get(one.workflow).states[one.state]?.tags?.includes('returned') ?? false, version: one.version, behalf,
  });

  /** What waits for a person today: their own duties, then those of the people they stand for. */
  const waitingFor = (person: string): Waiting[] => {
    const own = store.waiting.filter((row) => row.person === person);
    const others = store.cases.filter(({ id }) => !own.some((row) => row.case === id)).flatMap((one) => {
      const workflow = get(one.workflow);
      const kin = kinQuery(workflow, one, person);
      const held = heldForOthers(store, person, one.unit, one.workflow);
      return dutiesOf(workflow, one).filter(({ barred }) => !barred.includes(person)).flatMap((duty) => {
        const post = held.find((stand) => stand.post === duty.post && conflictsOf(stand, one, person, duty.barred, kin && answer(store, byName, kin)).length === 0);
        return post ? [waitingRow(one, duty, person, post.behalf.name)] : [];
      }).slice(0, 1);
    });
    return [...own, ...others];
  };

  const setWaiting = (draft: Store, one: Case): void => {
    const workflow = get(one.workflow);
    draft.waiting = draft.waiting.filter((row) => row.case !== one.id);
    for (const duty of dutiesOf(workflow, one)) {
      for (const { id: person, posts } of draft.people) {
        if (duty.barred.includes(person) || !posts.some(({ post, unit }) => post === duty.post && covers(draft.units, unit, one.unit))) continue;
        if (draft.waiting.some((row) => row.case === one.id && row.person === person)) continue;
        draft.waiting.push(waitingRow(one, duty, person, null));
      }
    }
  };

  const write = (draft: Store, accepted: Accepted, event: { id: string; actor: Actor }): void => {
    const one = accepted.case;
    put(draft.cases, ({ id }) => id === one.id, one);
    draft.log.push({ ...accepted.row, case: one.id, version: one.version, event: event.id, name: event.actor.name });
    const named = namedFiles(get(one.workflow).forms[accepted.row.type], accepted.form);
    draft.attachments.push(...named.map(({ id: file, field }) => ({ case: one.id, version: one.version, file, field })));
    setWaiting(draft, one);
  };

  /** Cases and entries that come with an event; a refusal of any of them refuses the whole. */
  const follow = async (draft: Store, one: Case, effect: Effect, actor: Actor, at: Instant, id: string, through: string): Promise<Refusal | null> => {
    switch (effect.type) {
      // Done before the event was written, whose row says what was erased.
      case 'tell': case 'text': case 'erase':
        return null;
      case 'freeze':
        draft.frozen.push(...linesOf(draft, effect.what).map((line) => ({ case: one.id, round: effect.round, item: line.id, figures: figuresAbout(line, effect.what) })));
        return null;
      case 'post':
        draft.ledger.push(...effect.entries.map((entry) => ({ ...entry, case: one.id, step: effect.step })));
        return null;
      case 'changeRegister': {
        const list: { id: string }[] = effect.register === 'residents' ? draft.residents : draft.households;
        const known: Data & { id: string } | undefined = list.find((entry) => entry.id === effect.id);
        if (known) put(list, (entry) => entry.id === effect.id, { ...known, ...effect.values });
        draft.changes.push({ register: effect.register, id: effect.id, at, by: actor.id, case: one.id, values: effect.values, before: Object.fromEntries(Object.keys(effect.values).map((name) => [name, known?.[name] ?? null])) });
        return null;
      }
      case 'substitute': {
        const { type: _type, ...substitution } = effect;
        draft.substitutions.push({ ...substitution, case: one.id });
        return null;
      }
      case 'endSubstitution':
        draft.substitutions = draft.substitutions.filter((known) => known.case !== one.id);
        return null;
      case 'send': {
        const { to } = effect;
        const targets = 'states' in to
          ? draft.cases.filter((other) => other.workflow === effect.workflow && isMeant(draft, other, to)).map((other) => ({ id: other.id, data: to.data }))
          : to;
        for (const target of targets) {
          const other = draft.cases.find((found) => found.id === target.id && found.workflow === effect.workflow);
          if (!other) return refused(['case-missing']);
          const refusal = await happen(draft, other, { id: `${id}.${effect.event}`, type: effect.event, data: target.data }, effect.as || actor.id === CLOCK.id ? CLOCK : { ...actor, posts: actorOf(draft, actor.id, other.unit, through).posts }, at, through);
          if (refusal) return refusal.reason === 'blocked' ? refusal : refused([refusal.reason]);
        }
        return null;
      }
      case 'openPerUnit':
        for (const unit of villagesOf(draft.units, one.unit)) {
          const refusal = await begin(draft, get(effect.workflow), { id: childId(one.id, unit.id), unit: unit.id, parent: one.id }, { id, type: 'open', data: effect.data }, CLOCK, at);
          if (refusal) return refusal;
        }
        return null;
      case 'openPerRecord': {
        const workflow = get(effect.workflow);
        for (const entry of effect.register === 'residents' ? listedIn(draft, effect.workflow, one.unit, effect.among) : []) {
          const birth: Birth = { id: childId(one.id, entry.id), unit: one.unit, parent: one.id };
          const last = effect.lastAs && draft.cases.findLast((other) => other.workflow === workflow.name && other.subject === entry.id && !effect.lastBut?.includes(other.state));
          const born = advance(workflow, null, birth, bornRow(workflow, at, { ...effect.data, ...(last && effect.lastAs && { [effect.lastAs]: last.state }), record: entry.id, name: entry.name }));
          draft.cases.push(born);
          setWaiting(draft, born);
        }
        return null;
      }
      case 'openFor':
        for (const entry of draft.residents.filter((each) => each.unit === one.unit && effect.entries.includes(each.id))) {
          const birth: Birth = { id: childId(one.id, entry.id), unit: one.unit, parent: one.id };
          if (draft.cases.some((other) => other.id === birth.id)) continue;
          const born = advance(get(effect.workflow), null, birth, bornRow(get(effect.workflow), at, { ...effect.data, record: entry.id, name: entry.name }));
          draft.cases.push(born);
          setWaiting(draft, born);
        }
        return null;
      case 'addEntry':
        if (!draft.households.some(({ id: known }) => known === effect.id)) {
          draft.households.push({ id: effect.id, unit: '', address: '', head: '', ...effect.values });
          draft.changes.push({ register: effect.register, id: effect.id, at, by: actor.id, case: one.id, values: effect.values, before: {} });
        }
        return null;
    }
  };

  const followAll = async (draft: Store, accepted: Accepted, actor: Actor, at: Instant, id: string, through: string): Promise<Refusal | null> => {
    for (const effect of accepted.effects) {
      const refusal = await follow(draft, accepted.case, effect, actor, at, id, through);
      if (refusal) return refusal;
    }
    return null;
  };

  const begin = async (draft: Store, workflow: Workflow, birth: Birth, sent: Sent, actor: Actor, at: Instant): Promise<Refusal | null> => {
    const event = { id: sent.id, type: 'open', actor, at, data: sent.data };
    const facts = await gather(workflow, readsOfEvent(workflow, null, 'open'), situationOf(unborn(workflow, birth, actor.id, at), event), asking(draft, byName));
    const decision = decideOpening(workflow, birth, event, facts);
    if (!decision.accepted) return decision;
    write(draft, decision, event);
    return followAll(draft, decision, actor, at, sent.id, workflow.name);
  };

  /** `through`: the process of the event that set this one off. */
  const happen = async (draft: Store, one: Case, sent: Sent, actor: Actor, at: Instant, through = one.workflow): Promise<Refusal | null> => {
    const workflow = get(one.workflow);
    const event = { id: sent.id, type: sent.type, actor, at, data: sent.data, ...(sent.bulk && { bulk: sent.bulk }) };
    const arrow = arrowOf(workflow, one.state, sent.type);
    const names = arrow && postFor(arrow, actor) ? readsOfEvent(workflow, one.state, sent.type, actor) : [];
    const decision = decide(workflow, one, event, await gather(workflow, names, situationOf(one, event), asking(draft, byName)));
    if (!decision.accepted) return decision;
    const carried = carryOutErasure(draft, byName, one, decision);
    write(draft, carried, event);
    return (await followAll(draft, carried, actor, at, sent.id, through)) ?? (actor.id === CLOCK.id ? null : await askDue(draft, one.id, at));
  };

  /** A due event that was refused stays due: every accepted event asks it again. */
  const askDue = async (draft: Store, id: string, at: Instant): Promise<null> => {
    const one = draft.cases.find((found) => found.id === id);
    const due = one && dueAtOf(one);
    if (!one || !due || due > at || !one.memory.term) return null;
    const trial = draftOf(draft);
    const refusal = await happen(trial, one, { id: `due.${due}`, type: one.memory.term.sends, data: {} }, CLOCK, at);
    if (!refusal) Object.assign(draft, trial);
    return null;
  };

  const outcome = async (id: string, run: (draft: Store) => Promise<Refusal | null>): Promise<Outcome> => {
    const draft = draftOf(store);
    const refusal = await run(draft);
    const one = draft.cases.find((found) => found.id === id);
    return refusal ?? (one ? { accepted: true, case: one, draft } : refused(['case-missing']));
  };

  /** Opens a case; nothing is kept until `keep`. */
  const open = (person: string, workflow: string, birth: Birth, sent: Sent, at: Instant = store.now): Promise<Outcome> =>
    outcome(birth.id, (draft) => begin(draft, get(workflow), birth, sent, actorOf(draft, person, birth.unit, workflow), at));

  /** Sends an event; nothing is kept until `keep`. */
  const send = (person: string, one: Case, sent: Sent, at: Instant = store.now): Promise<Outcome> =>
    outcome(one.id, (draft) => happen(draft, one, sent, actorOf(draft, person, one.unit, one.workflow), at));

  const keep = (draft: Store): void => void Object.assign(store, draft);

  /** What a person may send to a case now, rules with facts included. */
  const offersTo = async (person: string, one: Case, withFacts = true): Promise<Offers> => {
    const actor = actorOf(store, person, one.unit, one.workflow);
    const workflow = get(one.workflow);
    if (!withFacts) return offers(workflow, one, actor, store.now, null);
    const situation = { case: one, actor, at: store.now, form: {} };
    return offers(workflow, one, actor, store.now, await gather(workflow, readsOfOffers(workflow, one, actor), situation, asking(store, byName)));
  };

  /** Steps the clock forward, due time by due time, each event happening at its own moment. */
  const stepClock = async (to: Instant): Promise<void> => {
    const tried = new Set<string>();
    for (;;) {
      const next = store.cases.map((one) => ({ one, due: dueAtOf(one) })).filter(({ one, due }) => due !== null && due <= to && !tried.has(`${one.id}:${due}`))
        .sort((a, b) => String(a.due).localeCompare(String(b.due)) || a.one.id.localeCompare(b.one.id))[0];
      if (!next?.due || !next.one.memory.term) break;
      tried.add(`${next.one.id}:${next.due}`);
      if (next.due > store.now) store.now = next.due;
      const done = await send(CLOCK.id, next.one, { id: `due.${next.due}`, type: next.one.memory.term.sends, data: {} });
      if (done.accepted) keep(done.draft);
    }
    store.now = to;
  };

  return { waitingFor, processesOf, store, workflows: byName, get, open, send, keep, offersTo, stepClock, titleOf };
};
