/** The page's own words, by keys that the compiler knows. */
import { useTranslate } from 'react-admin';
import type { CaseWord } from './messages.ts';

export type Words = (key: CaseWord, fill?: Record<string, string | number>) => string;

export const useWords = (): Words => {
  const translate = useTranslate();
  return (key, fill) => translate(`case.${key}`, fill);
};
