/** What the browser remembers: preferences outlive a sign-out, what somebody looked at never reaches the disk. */
import { localStorageStore, memoryStore, type Store } from 'react-admin';

/** Keys under which react-admin keeps the filters and the choices of a list. */
const isLookedAt = (key: string): boolean => key.endsWith('.listParams') || key.endsWith('.selectedIds');

export const makeStore = (kept: Store = localStorageStore('1', 'township-casework'), passing: Store = memoryStore()): Store => {
  const of = (key: string): Store => (isLookedAt(key) ? passing : kept);
  return {
    setup: () => { kept.setup(); passing.setup(); },
    teardown: () => { kept.teardown(); passing.teardown(); },
    getItem: (key, otherwise) => of(key).getItem(key, otherwise),
    setItem: (key, value) => of(key).setItem(key, value),
    removeItem: (key) => of(key).removeItem(key),
    removeItems: (prefix) => { kept.removeItems(prefix); passing.removeItems(prefix); },
    // react-admin resets the store at sign-out: the language and the saved filters belong to the desk, not to the session.
    reset: () => passing.reset(),
    subscribe: (key, tell) => of(key).subscribe(key, tell),
  };
};
