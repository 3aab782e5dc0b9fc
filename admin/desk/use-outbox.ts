/** The outbox of one person at one desk: it outlives the page, so that walking away loses nothing, and holds the tab open until it is empty. */
import { useEffect, useSyncExternalStore } from 'react';
import { refusalOf, wasSent } from '../case/refusal.ts';
import type { Casework } from '../provider/data-provider.ts';
import type { CaseRecord } from '../provider/records.ts';
import { makeOutbox, type Outbox, type Standing } from './outbox.ts';

type Ends = { readonly outbox: Outbox; casework: Casework; saved: (after: CaseRecord) => void };
const open = new Map<string, Ends>();

const holdTab = (event: BeforeUnloadEvent): void => {
  if ([...open.values()].some(({ outbox }) => outbox.standing().waiting.length > 0)) event.preventDefault();
};
window.addEventListener('beforeunload', holdTab);

const openFor = (key: string, workflow: string, casework: Casework, saved: (after: CaseRecord) => void): Ends => {
  const known = open.get(key);
  if (known) return known;
  const made: Ends = { casework, saved, outbox: makeOutbox(async ({ item, event }) => {
    try {
      const { data: after } = await made.casework.sendEvent(workflow, item, event);
      return wasSent(after) ? { kind: 'sent', after } : { kind: 'signedOut' };
    } catch (error) {
      return refusalOf(error);
    }
  }, (after) => made.saved(after)) };
  open.set(key, made);
  return made;
};

/** The page of the moment takes the answers. What somebody else left unsent at this screen is theirs, and never sent under another name. */
const attend = (user: string, parent: string, casework: Casework, saved: (after: CaseRecord) => void): void => {
  const ends = open.get(`${user}/${parent}`);
  if (ends) Object.assign(ends, { casework, saved });
  for (const key of open.keys()) if (!key.startsWith(`${user}/`)) open.delete(key);
};

export const useOutbox = (user: string, parent: string, workflow: string, casework: Casework, saved: (after: CaseRecord) => void): { outbox: Outbox; standing: Standing } => {
  const { outbox } = openFor(`${user}/${parent}`, workflow, casework, saved);
  useEffect(() => attend(user, parent, casework, saved), [user, parent, casework, saved]);
  useEffect(() => outbox.resume(), [outbox]);
  return { outbox, standing: useSyncExternalStore(outbox.subscribe, outbox.standing) };
};
