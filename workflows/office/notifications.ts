/** What somebody is notified of: made of what waits for them and what became of cases they opened, never a copy of it. */
import type { Instant, State } from '../kit/words.ts';
import { addDays, addWorkdays, dayOf, endOf, isWorkday, startOf } from './working-days.ts';

export const KINDS = ['urged', 'overdue', 'nearDue', 'returned', 'decided'] as const;
export type Kind = (typeof KINDS)[number];

/** What waits; `urged`: since it stands there. */
export type Waits = {
  readonly id: string; readonly workflow: string; readonly unit: string; readonly state: State; readonly title: string; readonly since: Instant; readonly dueAt: Instant | null; readonly returned: boolean;
  readonly urged: { readonly name: string; readonly at: Instant; readonly words: string | null } | null;
};
/** What somebody else did to a case that one opened. */
export type Became = Pick<Waits, 'id' | 'workflow' | 'unit' | 'title'> & { readonly version: number; readonly event: string; readonly to: State; readonly name: string | null; readonly behalf: string | null; readonly at: Instant };

/** `key` stays the same as long as what is told of does. `name` and `words`: of who urged or decided; the clock has none. */
export type Notification = Pick<Waits, 'id' | 'workflow' | 'unit' | 'state' | 'title' | 'dueAt'> & {
  readonly key: string; readonly kind: Kind; readonly at: Instant; readonly name: string | null; readonly behalf: string | null; readonly words: string | null; readonly event: string | null;
};

/** Due by then is near: today, or on the next working day. */
export const nearUntil = (at: Instant): Instant => endOf(addWorkdays(dayOf(at), 1));

/** When a due moment came near: the working day before it began. */
const nearSince = (dueAt: Instant): Instant => {
  let day = addDays(dayOf(dueAt), -1);
  while (!isWorkday(day)) day = addDays(day, -1);
  return startOf(day);
};
const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

const ofWaiting = (row: Waits, now: Instant): Notification[] => {
  const { id, workflow, unit, state, title, since, dueAt, returned, urged } = row;
  const made = (kind: Kind, mark: string, at: Instant): Notification => ({ key: `${kind}/${id}/${mark}`, kind, id, workflow, unit, state, title, dueAt, at, name: null, behalf: null, words: null, event: null });
  const due = dueAt === null || dueAt > nearUntil(now) ? [] : dueAt < now ? [made('overdue', dueAt, later(since, dueAt))] : [made('nearDue', dueAt, later(since, nearSince(dueAt)))];
  return [...(urged ? [{ ...made('urged', urged.at, urged.at), name: urged.name, words: urged.words }] : []), ...due, ...(returned ? [made('returned', since, since)] : [])];
};

const ofBecoming = ({ id, workflow, unit, title, version, event, to, name, behalf, at }: Became): Notification =>
  ({ key: `decided/${id}/${version}`, kind: 'decided', id, workflow, unit, state: to, title, dueAt: null, at, name, behalf, words: null, event });

/** The latest first; of equals, what presses most. */
export const notificationsOf = (waits: readonly Waits[], became: readonly Became[], now: Instant): Notification[] =>
  [...waits.flatMap((row) => ofWaiting(row, now)), ...became.map(ofBecoming)].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)));
