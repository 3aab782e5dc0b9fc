/** Everything that can be tried where a case stands among those it met: by the clock, by somebody new, by the suspect. */
import { decideOpening } from '../../../workflows/kit/decide.ts';
import type { Workflow } from '../../../workflows/kit/workflow.ts';
import { CLOCK, type Actor, type Case, type Data, type EventName, type Instant, type Post } from '../../../workflows/kit/words.ts';
import { explore } from '../explore.ts';
import { somebody, type Sight } from '../node-names.ts';
import { asksFacts, factsOfOpening, oraclesOf, postsOf, UNIT, worldAt, type Oracle } from '../world.ts';
import type { Cases, Ground, Planned } from './office.ts';
import { SUSPECT, type Held, type Suspicion } from './people.ts';

/** Another process whose cases the case goes to: by which of its events, named in which field, and to which it belongs where it stands. */
export type Meeting = {
  readonly workflow: Workflow; readonly joins: EventName; readonly field: string;
  readonly linked: (one: Case) => string | null; readonly sees: Sight['sees'];
  readonly openings: readonly { readonly posts: readonly Post[]; readonly data: Data }[];
};
export type Setting = {
  readonly main: Workflow; readonly meets: readonly Meeting[]; readonly at: Instant; readonly openings: readonly Data[];
  /** Facts of the case that are asked of those it meets. */
  readonly known: readonly string[];
  readonly never: (one: Case, event: EventName) => boolean; readonly files?: Ground['files'];
};
export type Standing = { readonly cases: Cases; readonly held: Held };
export type Try = Standing & { readonly planned: Planned; readonly answers: Oracle };

export const MAIN = 'case';
const TOLD_NOTHING: Oracle = new Map();

const listOf = (given: unknown): readonly Data[] => (given === undefined ? [{}] : Array.isArray(given) ? (given as Data[]) : [given as Data]);
const at = (posts: readonly Post[]) => posts.map((post) => ({ post, unit: UNIT }));

export const movesOf = ({ main, meets, at: now, known, never, openings, files = () => [] }: Setting, { mayAct, dutyOf }: Suspicion) => {
  const given = new Map([main, ...meets.map(({ workflow }) => workflow)].map((one) => [one.name, one]));
  const forms = new Map([...given.values()].map((one) => [one.name, one.examples(worldAt(now)) as Readonly<Record<string, unknown>>]));
  const everyPost = [...new Set([...given.values()].flatMap(postsOf))];
  let people = 0;
  const person = (id: string, posts: readonly Post[] = everyPost): Actor => ({ id, name: id, posts: at(posts) });
  const fresh = (posts?: readonly Post[]): Actor => person(somebody(people += 1), posts);
  const heldBy = (actor: Actor, workflow: string): Held => (actor.id === SUSPECT ? { [workflow]: [dutyOf(workflow, '.open') ?? ''] } : {});

  /** Opened by somebody new, or by the suspect. */
  const opened = (workflow: Workflow, id: string, held: Held, data: Data, posts?: readonly Post[]): { readonly one: Case; readonly held: Held }[] =>
    [fresh(posts), ...(mayAct(held, workflow.name, '.open') ? [person(SUSPECT, posts)] : [])].flatMap((actor) => {
      const decision = decideOpening(workflow, { id, unit: UNIT, parent: null }, { id: 'e', type: 'open', actor, at: now, data }, factsOfOpening(workflow, actor, data, now));
      return decision.accepted ? [{ one: decision.case, held: heldBy(actor, workflow.name) }] : [];
    });

  /** Cases of a process that went on without this one, at every place they can be. */
  const strays = new Map(meets.map(({ workflow, openings: all }) =>
    [workflow.name, explore(workflow, { at: now, examples: { open: all.map(({ data }) => data) } }).nodes.map(({ case: one }) => one).filter(({ version }) => version > 1)]));

  const formsFor = (one: Case, event: EventName): readonly Data[] => {
    const usual = listOf(forms.get(one.workflow)?.[event]);
    return event === 'recordReturn' ? [...usual, ...files(one).map(({ hash, lines }) => ({ ...usual[0], fileHash: hash, lines }))] : usual;
  };

  /** The case goes to one that was just opened, or tries one that went on long ago. */
  const joining = ({ cases, held }: Standing, one: Case, { workflow, joins, field, openings: all }: Meeting): Omit<Try, 'answers'>[] => {
    const { name } = workflow;
    const id = `${name}-${one.memory.round}`;
    const before = { ...held, [name]: [] };
    const others = [...all.flatMap(({ posts, data }) => opened(workflow, id, before, data, posts)), ...(strays.get(name) ?? []).map((stray) => ({ one: { ...stray, id }, held: {} }))];
    const rest = [...cases].filter(([, other]) => other.workflow !== name);
    return others.flatMap((other) => formsFor(one, joins).map((data) => ({
      cases: new Map(rest).set(id, other.one), held: { ...before, ...other.held }, planned: { id: MAIN, event: joins, data: { ...data, [field]: id }, actor: fresh() },
    })));
  };

  const triesAt = (standing: Standing, one: Case, event: EventName): Omit<Try, 'answers'>[] => {
    if (given.get(one.workflow)?.states[one.state]?.on[event]?.who.includes(CLOCK.id)) return one.memory.term?.sends === event ? [{ ...standing, planned: { id: one.id, event, data: {}, actor: CLOCK } }] : [];
    const meeting = one.id === MAIN ? meets.find(({ joins }) => joins === event) : undefined;
    if (meeting) return joining(standing, one, meeting);
    const actors = [fresh(), ...(mayAct(standing.held, one.workflow, `${one.state}.${event}`) ? [person(SUSPECT)] : [])];
    return formsFor(one, event).flatMap((data) => actors.map((actor) => ({ ...standing, planned: { id: one.id, event, data, actor } })));
  };

  return {
    openings: (workflow: Workflow) => openings.flatMap((data) => opened(workflow, MAIN, {}, data)),
    triesFrom: ({ cases, held }: Standing): Try[] => [...cases.values()].flatMap((one) =>
      Object.keys(given.get(one.workflow)?.states[one.state]?.on ?? {}).filter((event) => !never(one, event)).flatMap((event) => {
        const answers = one.id === MAIN ? oraclesOf(asksFacts(main, one.state, event, known)) : [TOLD_NOTHING];
        return triesAt({ cases, held }, one, event).flatMap((move) => answers.map((said) => ({ ...move, answers: said })));
      })),
  };
};
