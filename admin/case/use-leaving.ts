/** Leaving a form: at once where nothing was typed, else after asking. */
import { useEffect, useState } from 'react';

export type Leaving = { readonly setTyped: (typed: boolean) => void; readonly leave: () => void; readonly asking: boolean; readonly stay: () => void };

export const useLeaving = (go: () => void): Leaving => {
  const [typed, setTyped] = useState(false);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    if (!typed) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [typed]);
  return { setTyped, leave: () => (typed ? setAsking(true) : go()), asking, stay: () => setAsking(false) };
};
