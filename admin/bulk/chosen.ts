/** Which cases were chosen, and what can be done to them at once. */
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Data, EventName } from '../../workflows/kit/words.ts';
import { holdsAny, type Me } from '../auth/me.ts';
import type { CaseRecord } from '../provider/records.ts';

/** Cases by their ids, or all that a filter finds; `count` is how many the reader was shown. */
export type Chosen = { readonly count: number } & ({ readonly ids: readonly string[] } | { readonly filter: Data });
type Row = Pick<CaseRecord, 'state' | 'offers'>;

const eventsOf = (workflow: Workflow, { state, offers }: Row): EventName[] => offers.map(({ type }) => type).filter((type) => !workflow.states[state]?.on[type]?.oneByOne);

/** What every one of them offers, leaving out what must be looked at one by one. */
export const inCommon = (workflow: Workflow, rows: readonly Row[]): EventName[] => {
  const [first, ...others] = rows.map((row) => eventsOf(workflow, row));
  return (first ?? []).filter((event) => others.every((events) => events.includes(event)));
};

/** What at least one of them offers: of cases not on the page nobody knows yet, and the preview will say. */
export const ofSome = (workflow: Workflow, rows: readonly Row[]): EventName[] => [...new Set(rows.flatMap((row) => eventsOf(workflow, row)))];

/** Whether the reader sends events to cases of the process at all. */
export const mayAct = (me: Me, { states }: Workflow): boolean => holdsAny(me, Object.values(states).flatMap(({ on }) => Object.values(on).flatMap(({ who }) => who)));
