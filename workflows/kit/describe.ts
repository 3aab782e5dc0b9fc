/** A workflow told to programs, documents and pictures: arrows, forms, who may do what. */
import { allFields, fieldsOf, jsonSchemaOf } from './form.ts';
import { targetsOf } from './machine.ts';
import type { Option } from './form.ts';
import type { ListField, NotWho, Workflow, World } from './workflow.ts';
import type { Case, Data, EventName, Post, State, Text } from './words.ts';

/** One arrow of the picture: a way of an event, to one state. Opening comes from null. */
export type ArrowInfo = {
  readonly from: State | null; readonly event: EventName; readonly to: State; readonly who: readonly Post[];
  readonly notWho: readonly NotWho[]; readonly rules: readonly string[]; readonly branch: string | null; readonly aside: boolean; readonly oneByOne: boolean;
};

export const arrowsOf = (workflow: Workflow): ArrowInfo[] =>
  [[null, 'open', workflow.open] as const, ...Object.entries(workflow.states).flatMap(([from, { on }]) => Object.entries(on).map(([event, arrow]) => [from, event, arrow] as const))]
    .flatMap(([from, event, arrow]) => arrow.ways.flatMap((way) => targetsOf(workflow, from, way).map((to) => ({
      from, event, to, who: arrow.who, notWho: arrow.notWho ?? [], rules: arrow.rules ?? [], branch: way.when ?? null, aside: arrow.aside ?? false, oneByOne: arrow.oneByOne ?? false,
    }))));

export type Description = {
  readonly name: string; readonly version: number; readonly title: Text; readonly about: Text;
  readonly states: readonly State[]; readonly arrows: readonly ArrowInfo[];
  readonly forms: Readonly<Record<EventName, Data>>; readonly examples: Readonly<Record<EventName, Data | readonly Data[]>>;
  readonly messages: Workflow['messages'];
};

const schemas = new WeakMap<Workflow, Readonly<Record<EventName, Data>>>();
const schemasOf = (workflow: Workflow): Readonly<Record<EventName, Data>> => {
  const known = schemas.get(workflow);
  if (known) return known;
  const made = Object.fromEntries(Object.entries(workflow.forms).map(([event, form]) => [event, jsonSchemaOf(form)]));
  schemas.set(workflow, made);
  return made;
};

/** What `GET /api/workflows/<name>` answers; the examples are made for the asker's world. */
export const describe = (workflow: Workflow, world: World): Description => ({
  name: workflow.name, version: workflow.version, title: workflow.title, about: workflow.about,
  states: Object.keys(workflow.states), arrows: arrowsOf(workflow), forms: schemasOf(workflow), examples: workflow.examples(world), messages: workflow.messages,
});

export type Drawing = { readonly nodes: readonly { id: State; label: Text; end: boolean }[]; readonly edges: readonly { id: string; from: State; to: State; label: Text; aside: boolean }[] };

/** Nodes and edges of the picture; the layout is the screen's. Edges of one event between the same states are one. */
export const draw = (workflow: Workflow): Drawing => {
  const edges = new Map<string, Drawing['edges'][number]>();
  for (const { from, event, to, aside } of arrowsOf(workflow)) {
    if (from === null) continue;
    const id = `${from}.${event}.${to}`;
    edges.set(id, { id, from, to, label: workflow.messages.events[event] ?? { zh: event, en: event }, aside });
  }
  return { nodes: Object.entries(workflow.states).map(([id, { tags }]) => ({ id, label: workflow.messages.states[id] ?? { zh: id, en: id }, end: tags?.includes('end') ?? false })), edges: [...edges.values()] };
};

export type Next = { readonly to: State; readonly branch: string | null; readonly who: readonly Post[] };

/** The posts whose duty a case in the state is; none where it waits for the clock or for other cases. */
export const waitsFor = (workflow: Workflow, state: State): Post[] =>
  [...new Set(Object.values(workflow.states[state]?.on ?? {}).filter((arrow) => !arrow.aside && !arrow.who.includes('clock')).flatMap(({ who }) => who))];

/** Where an event can lead from a state, and whose duty the case is there. */
export const nextOf = (workflow: Workflow, from: State, event: EventName): Next[] =>
  arrowsOf(workflow).filter((arrow) => arrow.from === from && arrow.event === event).map(({ to, branch }) => ({ to, branch, who: waitsFor(workflow, to) }));

const sealed = new WeakMap<Workflow, ReadonlySet<string>>();
/** Names of the P4 fields of all forms: leaves under these names are sealed in the store and masked on the wire. */
export const sealedNamesOf = (workflow: Workflow): ReadonlySet<string> => {
  const known = sealed.get(workflow);
  if (known) return known;
  const made = new Set(Object.values(workflow.forms).flatMap((form) => allFields(fieldsOf(form)).filter((one) => one.class === 'P4').map(({ name }) => name)));
  sealed.set(workflow, made);
  return made;
};

/** The codes of a list's field with their words: as the list declares them, else as the forms do. */
export const listOptions = (workflow: Workflow, { name, options }: ListField): readonly Option[] =>
  options ?? Object.values(workflow.forms).flatMap((form) => allFields(fieldsOf(form))).find((one) => one.name === name && one.options.length > 0)?.options ?? [];

/** What a case goes by: the field its workflow names it by; its number while that is empty, or the workflow is not known. */
export const titleOf = (workflow: Pick<Workflow, 'list'> | null | undefined, { id, data }: Pick<Case, 'id' | 'data'>): string => {
  const title = workflow ? data[workflow.list.title] : '';
  return typeof title === 'string' && title !== '' ? title : id;
};
