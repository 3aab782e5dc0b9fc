/** A case is the fold of its log: one row moves it one version on. Used alike for deciding and for refolding. */
import type { Way, Workflow } from './workflow.ts';
import type { Case, Data, EventName, Instant, Memory, PostAtUnit, State } from './words.ts';
import { dueAfter, workdaysLeft } from '../office/working-days.ts';

/** What the log keeps of an accepted event, as far as the case follows from it. */
export type Row = {
  readonly type: EventName;
  readonly from: State | null;
  readonly to: State;
  readonly way: number;
  readonly at: Instant;
  readonly by: string;
  readonly post: PostAtUnit;
  /** Name of the person for whom a substitute acted. */
  readonly behalf?: string;
  /** Who that is; rows written before this was kept do not say. */
  readonly absent?: string;
  /** The form as accepted. */
  readonly form: Data;
  /** What changed in the case's data. */
  readonly patch: Data;
  /** Working days, or the moment, of the term of the state entered; null where it has none. */
  readonly term: number | Instant | null;
};

export type Birth = { readonly id: string; readonly unit: string; readonly parent: string | null };

const NEW: Memory = { round: 1, entry: 0, done: [], marks: [], origins: {}, term: null, paused: {} };

const blank = (workflow: Workflow, birth: Birth, row: Row): Case => ({
  ...birth, workflow: workflow.name, workflowVersion: workflow.version, subject: null, key: null,
  state: row.to, data: {}, version: 0, memory: NEW, openedBy: row.by, openedAt: row.at, enteredAt: row.at,
});

/** The case before its first event: what the opening's rules and checks see. */
export const unborn = (workflow: Workflow, birth: Birth, by: string, at: Instant): Case =>
  blank(workflow, birth, { type: 'open', from: null, to: '', way: 0, at, by, post: { post: '', unit: '' }, form: {}, patch: {}, term: null });

const without = <T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> => Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

const dueOf = (row: Row, pausedDays: number | undefined): Instant | null => {
  if (row.term === null) return null;
  if (typeof row.term === 'string') return row.term;
  return dueAfter(row.at, pausedDays ?? row.term);
};

const enter = (workflow: Workflow, before: Memory, row: Row, way: Way<Data, Data, Data>): Memory => {
  const cameBack = typeof way.to === 'object';
  const leaving = row.from !== null && way.pause && before.term ? { [row.from]: workdaysLeft(row.at, before.term.dueAt) } : {};
  const paused = { ...without(before.paused, row.to), ...leaving };
  const due = dueOf(row, cameBack ? before.paused[row.to] : undefined);
  const state = workflow.states[row.to];
  const remembered = state?.remembers && row.from !== null && row.from !== row.to && !cameBack ? { [row.to]: row.from } : {};
  return {
    ...before, paused, marks: [], entry: before.entry + 1,
    origins: { ...before.origins, ...remembered },
    term: due === null || !state?.term ? null : { state: row.to, sends: state.term.sends, dueAt: due, fired: false },
  };
};

/** Whether the row entered a state, rather than staying where the case was. */
export const entered = (way: Way<Data, Data, Data>, from: State | null): boolean => from === null || way.to !== undefined;

/** The next version of the case. Throws where the row does not fit the workflow: such a log was tampered with. */
export const advance = (workflow: Workflow, before: Case | null, birth: Birth, row: Row): Case => {
  const arrow = row.from === null ? workflow.open : workflow.states[row.from]?.on[row.type];
  const way = arrow?.ways[row.way];
  const base = before ?? blank(workflow, birth, row);
  if (!arrow || !way || !workflow.states[row.to] || (before && before.state !== row.from)) throw new Error(`${workflow.name} v${workflow.version}: no way ${row.from}.${row.type} to ${row.to}`);
  const fired = base.memory.term && row.type === base.memory.term.sends ? { ...base.memory.term, fired: true } : base.memory.term;
  const done = { step: `${row.from ?? ''}.${row.type}` as const, by: row.by, post: row.post.post, round: base.memory.round, entry: base.memory.entry, ...(row.behalf !== undefined && { behalf: row.absent ?? (true as const) }) };
  const marks = arrow.mark ? [...base.memory.marks, { by: row.by, post: row.post.post, data: row.form }] : base.memory.marks;
  const acted: Memory = { ...base.memory, term: fired, marks, done: [...base.memory.done, done], round: base.memory.round + (way.round ? 1 : 0) };
  const moved = entered(way, row.from);
  const data = { ...base.data, ...row.patch };
  return {
    ...base, data, state: row.to, version: base.version + 1,
    subject: workflow.subject?.of(data) ?? null,
    key: workflow.key?.(data, base.unit) ?? null,
    memory: moved ? enter(workflow, acted, row, way) : acted,
    enteredAt: moved ? row.at : base.enteredAt,
  };
};

/** The case as its log tells it. */
export const refold = (workflow: Workflow, birth: Birth, rows: readonly Row[]): Case | null =>
  rows.reduce<Case | null>((before, row) => advance(workflow, before, birth, row), null);

/** Until when the present stay is to last, gone by or not: what people are shown. */
export const deadlineOf = ({ memory: { term } }: Pick<Case, 'memory'>): Instant | null => term?.dueAt ?? null;

/** When the case's term runs out and has not been answered yet: what the clock goes by. */
export const dueAtOf = (one: Pick<Case, 'memory'>): Instant | null => (one.memory.term && !one.memory.term.fired ? one.memory.term.dueAt : null);

/** The row of a case that is born with its parent: the parent's row stands for it in the log. */
export const bornRow = (workflow: Workflow, at: Instant, data: Data): Row => ({
  type: 'open', from: null, to: String(workflow.open.ways[0]?.to), way: 0, at, by: 'clock', post: { post: 'clock', unit: '' }, form: {}, patch: data, term: null,
});


