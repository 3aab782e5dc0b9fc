/** What of the machines was taken: states entered and arrows gone, read from the logs; and what was not. */
import type { Office } from '../../server/office.ts';
import { getWorkflow } from '../../workflows/index.ts';
import { arrowsOf } from '../../workflows/kit/describe.ts';
import type { State } from '../../workflows/kit/words.ts';
import { PREFIX } from './tell-outcomes.ts';

export const machines = ['benefit-claim', 'payment-batch', 'public-notice', 'model-household'] as const;

/** Where a case has come to something: nothing leads on, or the machine calls it an end or good. */
export const outcomeStates = (workflow: string): State[] =>
  Object.entries(getWorkflow(workflow).states).filter(([, { on, tags = [] }]) => Object.keys(on).length === 0 || tags.includes('end') || tags.includes('good')).map(([state]) => state);

export type Gone = { readonly workflow: string; readonly case: string; readonly arrow: string; readonly to: State };
export const readGone = async ({ db, district }: Office): Promise<Gone[]> =>
  (await db.selectFrom('log').select(['workflow', 'case_id', 'from_state', 'type', 'to_state']).where('district', '=', district).where('case_id', 'like', `${PREFIX}%`).orderBy('case_id').orderBy('version').execute())
    .map((row) => ({ workflow: row.workflow, case: row.case_id, arrow: `${row.from_state}.${row.type}.${row.to_state}`, to: row.to_state }));

export type Taken = { readonly workflow: string; readonly cases: number; readonly ends: ReadonlyMap<State, number>; readonly arrows: number; readonly allArrows: number; readonly events: number; readonly allEvents: number; readonly notTaken: readonly string[]; readonly notEntered: readonly State[]; readonly missingOutcomes: readonly State[] };
const eventOf = (arrow: string): string => arrow.slice(0, arrow.lastIndexOf('.'));

export const takenOf = (workflow: string, all: readonly Gone[]): Taken => {
  const gone = all.filter((one) => one.workflow === workflow);
  const wanted = new Set(arrowsOf(getWorkflow(workflow)).map(({ from, event, to }) => `${from}.${event}.${to}`));
  const [arrows, entered] = [new Set(gone.map(({ arrow }) => arrow)), new Set(gone.map(({ to }) => to))];
  const last = [...Map.groupBy(gone, (one) => one.case).values()].map((rows) => rows.at(-1)?.to ?? '');
  const notTaken = [...wanted].filter((arrow) => !arrows.has(arrow));
  return {
    workflow, cases: last.length, ends: new Map([...Map.groupBy(last, (state) => state)].map(([state, each]) => [state, each.length])), arrows: wanted.size - notTaken.length, allArrows: wanted.size,
    events: new Set([...arrows].filter((arrow) => wanted.has(arrow)).map(eventOf)).size, allEvents: new Set([...wanted].map(eventOf)).size, notTaken,
    notEntered: Object.keys(getWorkflow(workflow).states).filter((state) => !entered.has(state)), missingOutcomes: outcomeStates(workflow).filter((state) => !entered.has(state)),
  };
};
