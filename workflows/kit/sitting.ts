/** What is conspicuous about a case that waits for a signature: what its process declares, and what is looked for in every case alike. */
import { dueAtOf } from './advance.ts';
import type { Sitting, Workflow } from './workflow.ts';
import type { Case, Instant, Step } from './words.ts';

/** `errors`, `findings`: open ones about whom the case is about. `relative`: somebody who acted, or is to sign, has declared a relation. Others the process declares. */
export type Flag = { readonly code: string; readonly count?: number; readonly names?: readonly string[] };

/** What the case itself does not say. `usual`: what nine in ten of the same kind do not exceed; null where there are too few. */
export type Beside = { readonly findings: number; readonly errors: number; readonly relatives: readonly string[]; readonly usual: number | null };

export const sittingAt = ({ states }: Workflow, state: string): Sitting | undefined => states[state]?.sitting;

/** The steps that a sitting is for, as state and event. */
export const sittingsOf = ({ states }: Workflow): (Sitting & { readonly state: string })[] =>
  Object.entries(states).flatMap(([state, { sitting }]) => (sitting ? [{ ...sitting, state }] : []));

/** Those steps that are a signature. */
export const signaturesOf = (workflow: Workflow): Step[] => sittingsOf(workflow).map(({ state, sign }) => `${state}.${sign}` as const);

/** A term ran out: the present one, or an earlier one of this round that the case outstayed. */
const isLate = ({ states }: Workflow, one: Case, now: Instant): boolean => {
  const due = dueAtOf(one);
  const outstayed = one.memory.done.some(({ step, by, round }) => {
    const [state = '', event = ''] = step.split('.');
    return by === 'clock' && round === one.memory.round && states[state]?.term?.sends === event && states[state]?.on[event]?.ways.every(({ to }) => to === undefined);
  });
  return outstayed || (due !== null && due < now);
};

export const amountOf = ({ usual }: Workflow, { data }: Pick<Case, 'data'>): number | null => {
  const value = usual && data[usual.amount];
  return typeof value === 'number' ? value : null;
};

export const flagsOf = (workflow: Workflow, one: Case, { findings, errors, relatives, usual }: Beside, now: Instant): Flag[] => [
  ...(findings > 0 ? [{ code: errors > 0 ? 'errors' : 'findings', count: errors > 0 ? errors : findings }] : []),
  ...(relatives.length > 0 ? [{ code: 'relative', names: relatives }] : []),
  ...(usual !== null && (amountOf(workflow, one) ?? 0) > usual ? [{ code: 'amount', count: usual }] : []),
  ...(isLate(workflow, one, now) ? [{ code: 'late' }] : []),
  ...(one.memory.done.some(({ behalf, round }) => behalf && round === one.memory.round) ? [{ code: 'substitute' }] : []),
  ...Object.entries(workflow.flags ?? {}).filter(([, { of }]) => of(one)).map(([code]) => ({ code })),
];
