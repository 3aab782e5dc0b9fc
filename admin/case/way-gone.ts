/** The way a case has gone through its workflow, and what may follow. */
import { draw, waitsFor } from '../../workflows/kit/describe.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Instant, Post, State, Text } from '../../workflows/kit/words.ts';
import { isWayBack, targetsAhead } from './ahead.ts';
import { eventName, stateName } from './standing.ts';
import type { LogRow } from '../provider/records.ts';

/** `gone` was passed, `here` is the present place, `open` lies ahead or aside. */
export type Place = 'gone' | 'here' | 'open';
export type PlacedNode = { readonly id: State; readonly label: Text; readonly end: boolean; readonly place: Place; /** In place of the label, where the picture is of many cases. */ readonly inscribed?: Text };
export type PlacedEdge = { readonly id: string; readonly from: State; readonly to: State; readonly label: Text; readonly gone: boolean; readonly next: boolean };
export type Picture = { readonly nodes: readonly PlacedNode[]; readonly edges: readonly PlacedEdge[] };

type Row = Pick<LogRow, 'type' | 'from' | 'to' | 'at'>;

const edgeId = ({ from, type, to }: Row): string => `${from ?? ''}.${type}.${to}`;

/** The arrows out of the present place. */
const nextEdges = (workflow: Workflow, state: State, log: readonly Row[]): Set<string> =>
  new Set(Object.keys(workflow.states[state]?.on ?? {}).flatMap((event) => targetsAhead(workflow, state, event, log).map((to) => `${state}.${event}.${to}`)));

/**
 * The workflow's picture with the case drawn into it. Of asides (withdrawal, suspension) and ways back only those gone or
 * next are drawn: they lead from and to nearly everywhere, and would hide the rest.
 */
export const pictureOf = (workflow: Workflow, state: State, log: readonly Row[]): Picture => {
  const drawing = draw(workflow);
  const passed = new Set(log.flatMap(({ from, to }) => [from, to]));
  const taken = new Set(log.map(edgeId));
  const ahead = nextEdges(workflow, state, log);
  const place = (id: State): Place => (id === state ? 'here' : passed.has(id) ? 'gone' : 'open');
  const edges = drawing.edges.map(({ id, from, to, label, aside }) => ({ id, from, to, label, gone: taken.has(id), next: ahead.has(id), minor: aside || isWayBack(workflow, from, id.split('.')[1] ?? '', to) }));
  return {
    nodes: drawing.nodes.map(({ id, label, end }) => ({ id, label, end, place: place(id) })),
    edges: edges.filter(({ gone, next, minor }) => gone || next || !minor),
  };
};

/** Only the way gone, the present place, and what may follow: small enough to read. */
export const ownWay = ({ nodes, edges }: Picture): Picture => {
  const own = edges.filter(({ gone, next }) => gone || next);
  const touched = new Set(own.flatMap(({ from, to }) => [from, to]));
  return { nodes: nodes.filter(({ id, place }) => place !== 'open' || touched.has(id)), edges: own };
};

export type StepGone = { readonly event: Text; readonly to: Text; readonly at: Instant };
export type StepAhead = { readonly event: Text; readonly to: Text; readonly who: readonly Post[] };

/** The same in words, for who cannot see the picture: the way gone in order, and the arrows out of the present place. */
export const inWords = (workflow: Workflow, state: State, log: readonly Row[]): { gone: StepGone[]; ahead: StepAhead[] } => ({
  gone: log.map(({ type, to, at }) => ({ event: eventName(workflow, type), to: stateName(workflow, to), at })),
  ahead: Object.keys(workflow.states[state]?.on ?? {}).flatMap((event) => targetsAhead(workflow, state, event, log)
    .map((to) => ({ event: eventName(workflow, event), to: stateName(workflow, to), who: waitsFor(workflow, to) }))),
});
