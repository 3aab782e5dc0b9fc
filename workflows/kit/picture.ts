/** The picture of an office: where its cases stand and how long, what is sent back and why, what was granted and paid; made of counts. */
import { dayOf, workdaysBetween } from '../office/working-days.ts';
import type { Returns } from './returns.ts';
import type { Workflow } from './workflow.ts';
import type { Day, Instant, Post, State } from './words.ts';

/** Cases of a unit at a state; `since`: when the one that waits longest came there. */
export type Stood = { readonly workflow: string; readonly unit: string; readonly state: State; readonly open: number; readonly overdue: number; readonly since: Instant };
/** By whom: the posts whose duty it is, with the names of those who hold them there and are not barred. */
export type Held = { readonly post: Post; readonly people: readonly string[] };
/** The case that has waited longest at a state. */
export type Eldest = { readonly workflow: string; readonly state: State; readonly id: string; readonly unit: string; readonly since: Instant; readonly holders: readonly Held[] };
/** Sent back so many times, so many cases; for any reason where none is named. */
export type SentBack = { readonly workflow: string; readonly reason: string | null; readonly cases: number; readonly times: number };

export type Amount = { readonly open: number; readonly overdue: number };
/** `days`: working days since it came there; null where the calendar does not reach. */
export type StateView = Amount & { readonly state: State; readonly oldest: Pick<Eldest, 'id' | 'unit' | 'since' | 'holders'> & { readonly days: number | null } };
export type ProcessView = {
  readonly workflow: string;
  readonly units: readonly (Amount & { readonly unit: string })[];
  /** Those at which a case stands, in the order in which work goes on. */
  readonly states: readonly StateView[];
  /** Null where nothing of the process is ever sent back. */
  readonly returns: { readonly cases: number; readonly times: number; readonly reasons: readonly { readonly reason: string; readonly cases: number; readonly times: number }[] } | null;
};
/** Sums in fen. */
export type Line = { readonly id: string; readonly granted: number; readonly left: number; readonly committed: number; readonly paid: number };
export type Part = { readonly workflow: string; readonly part: string; readonly committed: number; readonly paid: number };
export type PictureView = {
  readonly at: Instant; readonly from: Day; readonly to: Day; readonly unit: string | null;
  readonly processes: readonly ProcessView[];
  /** Null for those who do not answer for money. */
  readonly money: { readonly lines: readonly Line[]; readonly parts: readonly Part[] } | null;
};

type Told = Pick<Workflow, 'name' | 'states'> & { readonly returns?: Returns };

/** Where cases are not at an end. */
export const openStates = ({ states }: Pick<Workflow, 'states'>): State[] => Object.keys(states).filter((state) => !states[state]?.tags?.includes('end'));
export const endStates = ({ states }: Pick<Workflow, 'states'>): State[] => Object.keys(states).filter((state) => states[state]?.tags?.includes('end'));

const amountOf = (stood: readonly Amount[]): Amount => ({ open: stood.reduce((sum, { open }) => sum + open, 0), overdue: stood.reduce((sum, { overdue }) => sum + overdue, 0) });

const daysSince = (since: Instant, at: Instant): number | null => {
  try {
    return workdaysBetween(dayOf(since), dayOf(at));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

const unitsIn = (stood: readonly Stood[]) => [...Map.groupBy(stood, ({ unit }) => unit)].map(([unit, of]) => ({ unit, ...amountOf(of) })).toSorted((a, b) => (a.unit < b.unit ? -1 : 1));

const stateOf = (stood: readonly Stood[], { state, id, unit, since, holders }: Eldest, at: Instant): StateView =>
  ({ state, ...amountOf(stood.filter((one) => one.state === state)), oldest: { id, unit, since, days: daysSince(since, at), holders } });

const returnsIn = ({ returns }: Told, sent: readonly SentBack[]): ProcessView['returns'] => {
  if (!returns) return null;
  const all = sent.find(({ reason }) => reason === null);
  const reasons = sent.flatMap(({ reason, cases, times }) => (reason === null ? [] : [{ reason, cases, times }])).toSorted((a, b) => b.cases - a.cases || (a.reason < b.reason ? -1 : 1));
  return { cases: all?.cases ?? 0, times: all?.times ?? 0, reasons };
};

export type Counts = { readonly stood: readonly Stood[]; readonly eldest: readonly Eldest[]; readonly sentBack: readonly SentBack[] };

/** One view for each of the processes, in their order, of the counts of all. */
export const viewProcesses = (processes: readonly Told[], { stood, eldest, sentBack }: Counts, at: Instant): ProcessView[] => processes.map((process) => {
  const mine = <One extends { workflow: string }>(all: readonly One[]): One[] => all.filter(({ workflow }) => workflow === process.name);
  const order = Object.keys(process.states);
  const states = mine(eldest).toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return { workflow: process.name, units: unitsIn(mine(stood)), states: states.map((one) => stateOf(mine(stood), one, at)), returns: returnsIn(process, mine(sentBack)) };
});

/** Of each process and state the place where one has waited longest. */
export const longestIn = (stood: readonly Stood[]): Stood[] =>
  [...Map.groupBy(stood, ({ workflow, state }) => `${workflow}.${state}`).values()].flatMap((of) => of.toSorted((a, b) => (a.since < b.since || (a.since === b.since && a.unit < b.unit) ? -1 : 1)).slice(0, 1));
