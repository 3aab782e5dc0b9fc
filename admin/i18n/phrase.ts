/** A phrase as react-admin asks for it: found by its path, in the form that goes with the number, its places filled in. */
import type { Lang } from '../../workflows/kit/words.ts';

/** `_`: what to say where the catalogue has no such phrase. */
export type Filling = { readonly _?: string; readonly smart_count?: number; readonly [place: string]: unknown };

/** `one |||| several`, in languages that tell them apart. */
const FORMS = '||||';

const find = (phrases: object, key: string): string | undefined => {
  let found: unknown = phrases;
  for (const part of key.split('.')) found = typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[part] : undefined;
  return typeof found === 'string' ? found : undefined;
};

const inNumber = (phrase: string, lang: Lang, count = 1): string => {
  const forms = phrase.split(FORMS).map((form) => form.trim());
  return forms[lang === 'en' && count !== 1 ? 1 : 0] ?? forms[0] ?? phrase;
};

export const phraseOf = (phrases: object, lang: Lang, key: string, filling: Filling): string => {
  const phrase = find(phrases, key) ?? filling._ ?? key;
  return inNumber(phrase, lang, filling.smart_count).replaceAll(/%\{(\w+)\}/g, (whole, place: string) => {
    const said = filling[place];
    return typeof said === 'string' || typeof said === 'number' ? String(said) : whole;
  });
};
