/** The keeping of one form for who is signed in: asked of the office when the form opens, saved there while it is typed in. */
import { useEffect, useMemo, useState } from 'react';
import { useGetIdentity } from 'react-admin';
import type { Me } from '../auth/me.ts';
import { useCasework, type Casework } from '../provider/data-provider.ts';
import { keepingAt, type Draft, type Found, type Keeping } from './kept.ts';
import { refusalOf } from './refusal.ts';
import { makeSaver, type Saver } from './saver.ts';

const TRY_AGAIN: readonly string[] = ['offline', 'busy'];

/** What this tab has not brought to the office yet is the newest there is. */
const findDraft = async (casework: Casework, place: string, tab: Found | null): Promise<Found | null> => {
  if (tab) return tab;
  const { data } = await casework.getDraft(place).catch(() => ({ data: null }));
  return data && 'savedAt' in data ? { typed: data.data, unit: data.unit ?? '', version: data.version, savedAt: data.savedAt } : null;
};

const saverFor = (casework: Casework, place: string, saved: (draft: Draft) => void): Saver<Draft> => makeSaver(async (draft, leaving) => {
  try {
    const { data } = await casework.putDraft(place, { data: draft.typed, version: draft.version, unit: draft.unit }, leaving);
    // React-admin answers with an empty record where the session has ended.
    if (data && 'savedAt' in data) saved(draft);
    return true;
  } catch (error) {
    return !TRY_AGAIN.includes(refusalOf(error).kind);
  }
});

const keepingOf = (casework: Casework, user: string | null, place: string, version: number, draft: Found | null): Keeping & { readonly saver: Saver<Draft> } => {
  const tab = keepingAt(user, place);
  let last = draft && JSON.stringify(draft.typed);
  let stored = draft !== null;
  const saver = saverFor(casework, place, ({ typed }) => {
    stored = true;
    if (JSON.stringify(typed) === last) tab.forget();
  });
  return {
    draft, version, saver,
    keep: (kept, safe) => {
      const now = JSON.stringify(kept.typed);
      if (now === last) return;
      last = now;
      tab.keep({ ...kept, typed: safe });
      if (user !== null) saver.keep(kept);
    },
    forget: () => {
      tab.forget();
      last = null;
      void saver.settle().then(() => (stored ? casework.dropDraft(place) : undefined)).catch(() => undefined);
    },
    settle: () => saver.settle(),
    sent: () => {
      tab.forget();
      void saver.settle();
    },
  };
};

/** Null until it is known whether something was kept. It stays theirs who typed when the session ends under it. */
export const useKeeping = (place: string, version = 0): Keeping | null => {
  const casework = useCasework();
  const { data, isPending } = useGetIdentity();
  const me = (data as Me | undefined)?.id ?? null;
  const [user, setUser] = useState(me);
  const [found, setFound] = useState<{ readonly place: string; readonly draft: Found | null }>();
  const [opened] = useState(version);
  if (me !== null && me !== user) setUser(me);
  const known = user !== null || !isPending;
  useEffect(() => {
    let gone = false;
    const ask = async (): Promise<void> => {
      const draft = await findDraft(casework, place, keepingAt(user, place).draft);
      if (!gone) setFound({ place, draft });
    };
    if (known) void ask();
    return () => { gone = true; };
  }, [casework, user, known, place]);
  const draft = found?.place === place ? found : null;
  const keeping = useMemo(() => draft && keepingOf(casework, user, place, opened, draft.draft), [casework, user, place, opened, draft]);
  useEffect(() => {
    if (!keeping) return undefined;
    const leave = () => keeping.saver.leave();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      keeping.saver.close();
    };
  }, [keeping]);
  return keeping;
};
