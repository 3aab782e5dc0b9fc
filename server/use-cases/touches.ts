/** What the events of a wave change, so that an event whose facts rest on it waits for the next wave. */
import type { Case, Effect, Query } from '../../workflows/kit/words.ts';

export type Touches = { readonly ids: Set<string>; readonly cases: Case[]; readonly accounts: Set<string>; readonly entries: Set<string>; readonly people: Set<string> };

/** Whose substitution it was stands nowhere in the event. */
const ANYBODY = '*';

export const noTouches = (): Touches => ({ ids: new Set(), cases: [], accounts: new Set(), entries: new Set(), people: new Set() });

export const touch = (touches: Touches, before: Case | null, after: Case, effects: readonly Effect[]): void => {
  touches.ids.add(after.id);
  touches.cases.push(after, ...(before ? [before] : []));
  for (const effect of effects) {
    if (effect.type === 'post') for (const { account } of effect.entries) touches.accounts.add(account);
    if (effect.type === 'endSubstitution') touches.people.add(ANYBODY);
    if (effect.type === 'substitute') for (const id of [effect.absent, effect.substitute]) touches.people.add(id);
    if (effect.type === 'changeRegister' || effect.type === 'erase') touches.entries.add(`${effect.register}:${effect.id}`);
  }
};

const counts = (query: Extract<Query, { ask: 'tally' }>, one: Case): boolean =>
  one.workflow === query.workflow && (['parent', 'key', 'subject', 'unit'] as const).every((name) => query[name] === undefined || query[name] === one[name]);

const restsOn = (touches: Touches, query: Query): boolean => {
  switch (query.ask) {
    case 'tally': return touches.cases.some((one) => counts(query, one));
    case 'roll': return touches.cases.some(({ workflow }) => workflow === query.workflow);
    /** A file of a case is written with the case held, by nobody's event. */
    case 'exchanged': return false;
    case 'case': return touches.ids.has(query.id);
    case 'balance': return touches.accounts.has(query.line);
    case 'entry': return touches.entries.has(`${query.register}:${query.id}`);
    case 'findings': return touches.entries.size > 0 || touches.cases.some(({ parent }) => parent === query.parent);
    case 'related': case 'processes': return false;
    case 'person': return touches.people.has(query.id) || touches.people.has(ANYBODY);
    case 'figures': return touches.cases.length > 0;
    case 'holds': return touches.ids.size > 0;
    case 'arrivals': return touches.entries.size > 0 || touches.cases.some(({ workflow }) => workflow === query.unlisted.workflow);
    case 'files': return false;
    case 'lot': return touches.cases.some(({ workflow, parent }) => workflow === query.workflow && parent === query.parent);
  }
};

/** Whether an event to the case, asking these questions, would be judged by what the wave has changed already. */
export const conflicts = (touches: Touches, caseId: string, queries: readonly Query[]): boolean =>
  touches.ids.has(caseId) || queries.some((query) => restsOn(touches, query));

/** Effects that reach other cases: they follow when the event itself is written. */
const FURTHER: readonly Effect['type'][] = ['erase', 'freeze', 'openFor', 'openPerRecord', 'openPerUnit', 'send'];
export const reachesFurther = ({ type }: Effect): boolean => FURTHER.includes(type);
