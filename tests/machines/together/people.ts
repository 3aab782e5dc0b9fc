/** Persons reduced to duties: everybody acts once and is new, but for one suspect who may take two steps that must be different people's. */
import type { Workflow } from '../../../workflows/kit/workflow.ts';
import type { Case, Done, Step } from '../../../workflows/kit/words.ts';
import { somebody } from '../node-names.ts';
import type { Happened } from './office.ts';

/** The duties of the suspect, by process. */
export type Held = Readonly<Record<string, readonly string[]>>;
/** Steps, by process, that must be different people's; those of one name may be one person's. */
export type Duties = Readonly<Record<string, Readonly<Record<Step, string>>>>;

export const SUSPECT = 'suspect';
/** Who drew it up: that stays, whatever is judged anew. */
export const DREW = 'drawn up';

type Since = 'entry' | 'round' | 'case';
type Bars = ReadonlyMap<Step, ReadonlySet<Since>>;
/** How far back each step bars whoever took it. */
const barsIn = (workflow: Workflow): Bars => {
  const bars = new Map<Step, Set<Since>>();
  const add = (step: Step, since: Since): void => void bars.set(step, (bars.get(step) ?? new Set()).add(since));
  for (const [state, { on }] of Object.entries(workflow.states)) {
    for (const [event, { notWho = [], mark }] of Object.entries(on)) {
      for (const { step, since } of notWho) add(step, since);
      if (mark) add(`${state}.${event}`, 'entry');
    }
  }
  return bars;
};

export const suspicion = (main: Workflow, others: readonly Workflow[], duties: Duties) => {
  const processes = new Map([main, ...others].map((one) => [one.name, one]));
  const bars = new Map([...processes].map(([name, one]) => [name, barsIn(one)]));
  const dutyOf = (workflow: string, step: Step): string | undefined => duties[workflow]?.[step];
  const isDrawnAnew = ({ workflow, state }: Case): boolean => workflow !== main.name && processes.get(workflow)?.open.ways[0]?.to === state;
  const isMine = ({ by }: Done): boolean => by === SUSPECT;

  return {
    dutyOf,
    /** A second duty proves something only beside a first of the same process. */
    mayAct: (held: Held, workflow: string, step: Step): boolean =>
      dutyOf(workflow, step) !== undefined && Object.entries(held).every(([name, list]) => list.length === 0 || (name === workflow && list.length < 2)),
    /** What the suspect did that can keep the suspect from something. */
    pastOf: ({ workflow, memory: { done, round, entry } }: Case): string[] => {
      const lasts = { entry: (one: Done) => one.entry === entry, round: (one: Done) => one.round === round, case: () => true };
      return [...new Set(done.filter(isMine).flatMap((one) => [...(bars.get(workflow)?.get(one.step) ?? [])].filter((since) => lasts[since](one)).map((since) => `${one.step} ${since}`)))].sort();
    },
    /** What was judged counts until a new round, or until a case that is met is drawn up anew; two marks of one stay count twice. */
    takenUp: (held: Held, { before, after, row, newRound }: Happened): Held => {
      const { workflow, memory: { done, entry } } = before;
      const duty = row.by === SUSPECT ? dutyOf(workflow, `${before.state}.${row.type}`) : undefined;
      const mine = held[workflow] ?? [];
      const marked = processes.get(workflow)?.states[before.state]?.on[row.type]?.mark !== undefined && done.some((one) => isMine(one) && one.entry === entry && dutyOf(workflow, one.step) === duty);
      const more = duty !== undefined && (marked || !mine.includes(duty)) ? [...mine, duty] : mine;
      return { ...held, [workflow]: newRound || isDrawnAnew(after) ? more.filter((one) => one === DREW) : more };
    },
    /** What counts no more is as good as done by somebody else: it keeps the suspect from nothing that is looked for. */
    forgotten: (held: Held, one: Case): Case => {
      const counts = (done: Done): boolean => !isMine(done) || (held[one.workflow] ?? []).includes(dutyOf(one.workflow, done.step) ?? '');
      return one.memory.done.every(counts) ? one : { ...one, memory: { ...one.memory, done: one.memory.done.map((done) => (counts(done) ? done : { ...done, by: somebody(0) })) } };
    },
  };
};
export type Suspicion = ReturnType<typeof suspicion>;
