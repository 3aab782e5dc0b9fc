/** What a list of cases is asked by that is no field of a case, told by ids: what a frozen figure counts, being open, having been sent back. */
import { fromTo, misreadAt, remedies, type Misread } from '../workflows/kit/asked.ts';
import { openStates } from '../workflows/kit/picture.ts';
import { readCounted } from '../workflows/kit/report.ts';
import { RETURN_WORDS } from '../workflows/kit/returns.ts';
import type { Workflow } from '../workflows/kit/workflow.ts';
import type { Instant } from '../workflows/kit/words.ts';
import { endOf, startOf } from '../workflows/office/working-days.ts';
import { isDay } from '../workflows/office/days.ts';
import type { ListQuery } from './dialect.ts';
import type { LogEntry, Store } from './store.ts';

type Found = ReadonlySet<string> | null;

const countedBy = ({ frozen }: Store, asked: unknown): Found => {
  const of = typeof asked === 'string' ? readCounted(asked) : null;
  return of && new Set(frozen.filter((row) => row.case === of.caseId && row.round === of.round && row.figures.includes(of.figure)).map(({ item }) => item));
};

const openIn = ({ cases }: Store, workflow: Workflow, asked: unknown): Found =>
  (typeof asked === 'boolean' ? new Set(cases.filter((one) => one.workflow === workflow.name && openStates(workflow).includes(one.state) === asked).map(({ id }) => id)) : null);

type Period = { readonly returnedFor?: unknown; readonly returnedAt_gte?: unknown; readonly returnedAt_lte?: unknown };
const moment = (asked: unknown, ofDay: typeof startOf, otherwise: string): string => (asked === undefined ? otherwise : isDay(String(asked)) ? ofDay(String(asked)) : String(asked));

/** Rows of the log in which something of the process was sent back, from one moment to another. */
export const sentBackRows = ({ cases, log }: Store, { name, returns }: Workflow, from: Instant, to: Instant): LogEntry[] => {
  const mine = new Set(cases.filter(({ workflow }) => workflow === name).map(({ id }) => id));
  return log.filter((row) => mine.has(row.case) && returns?.events.includes(row.type) && row.at >= from && row.at <= to);
};

const sentBackIn = (store: Store, workflow: Workflow, { returnedFor, returnedAt_gte, returnedAt_lte }: Period): Found => {
  const { returns } = workflow;
  if (!returns) return null;
  const meant = (form: Readonly<Record<string, unknown>>): boolean => returnedFor === undefined || ([returnedFor].flat() as unknown[]).includes(form[returns.reason ?? '']);
  return new Set(sentBackRows(store, workflow, moment(returnedAt_gte, startOf, ''), moment(returnedAt_lte, endOf, '9999')).filter(({ form }) => meant(form)).map((row) => row.case));
};

const WORDS = ['counted', 'open', ...RETURN_WORDS];

/** The list without those words, or the one of them that is asked in a way it does not have. */
export const takeWords = (store: Store, workflow: Workflow, asked: ListQuery): ListQuery | Misread => {
  const { counted, open, returnedFor, returnedAt, returnedAt_gte, returnedAt_lte, ...filter } = asked.filter;
  if (WORDS.includes(asked.sort[0])) return misreadAt('sort', remedies.sort);
  if (returnedAt !== undefined) return misreadAt('filter.returnedAt', fromTo('returnedAt'));
  const period = { returnedFor, returnedAt_gte, returnedAt_lte };
  const found: [string, Found][] = [
    ...(counted === undefined ? [] : [['counted', countedBy(store, counted)] as [string, Found]]), ...(open === undefined ? [] : [['open', openIn(store, workflow, open)] as [string, Found]]),
    ...(Object.values(period).every((one) => one === undefined) ? [] : [['returnedFor', sentBackIn(store, workflow, period)] as [string, Found]]),
  ];
  const wrong = found.find(([, some]) => some === null);
  if (wrong) return misreadAt(`filter.${wrong[0]}`, remedies.value);
  if (found.length === 0) return asked;
  const named = filter['id'] === undefined ? null : [filter['id']].flat().map(String);
  const ids = store.cases.map(({ id }) => id).filter((id) => found.every(([, some]) => some?.has(id)) && (!named || named.includes(id)));
  return { ...asked, filter: { ...filter, id: ids } };
};
