/** Whom a list takes in when it is drawn up: all of a unit, or those whose turn it is. */
import type { Among } from '../workflows/kit/words.ts';
import type { Resident } from '../workflows/office/demo-town/town.ts';
import { findingsIn } from './findings.ts';
import type { Store } from './store.ts';

const serialOf = (code: string): number => Number(code.slice(-4).replace(/\D/g, '') || 0);

const turnOf = (store: Store, workflow: string, among: Among): ((one: Resident) => boolean) => {
  const flagged = new Set(findingsIn(store).filter(({ state }) => state === 'open').flatMap(({ residents }) => residents));
  const changed = new Set(store.changes.filter(({ at, values }) => at >= among.changedSince && Object.keys(values).some((name) => name !== 'lastVerified')).map(({ id }) => id));
  return ({ id, code, lastVerified }) => (lastVerified ?? '') < among.verifiedBefore || serialOf(code) % among.part.of === among.part.is || changed.has(id) || flagged.has(id) ||
    among.lastAt.includes(store.cases.findLast((one) => one.workflow === workflow && one.subject === id)?.state ?? '');
};

export const listedIn = (store: Store, workflow: string, unit: string, among: Among | undefined): Resident[] => {
  const living = store.residents.filter((one) => one.unit === unit && one.status !== 'deceased');
  return among ? living.filter(turnOf(store, workflow, among)) : living;
};
