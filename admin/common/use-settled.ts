/** What was typed once the typing pauses: a search for every letter would flood the office. */
import { useEffect, useState } from 'react';

const QUIET_MS = 250;

export const useSettled = (typed: string): string => {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), QUIET_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
};
