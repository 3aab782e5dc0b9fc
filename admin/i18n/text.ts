/** The language the reader chose, and words in it. */
import { useLocaleState } from 'react-admin';
import type { Lang, Text } from '../../workflows/kit/words.ts';

export const langOf = (locale: string): Lang => (locale.startsWith('en') ? 'en' : 'zh');

export const useLang = (): Lang => langOf(useLocaleState()[0]);

/** Turns a Text into the reader's language; nothing where there is none. */
export const useText = (): ((text: Text | undefined) => string) => {
  const lang = useLang();
  return (text) => text?.[lang] ?? '';
};
