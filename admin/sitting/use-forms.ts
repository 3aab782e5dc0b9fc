/** What each kind is signed with in this sitting; the person's first phrase stands there until something else is typed. */
import { useMemo, useState } from 'react';
import type { Data } from '../../workflows/kit/words.ts';
import { usePhrases } from './Phrases.tsx';
import { firstForm, isComplete, placeKey, type SigningPlace } from './places.ts';

const keyOf = ({ workflow, state }: SigningPlace): string => placeKey({ workflow: workflow.name, state });

export const useForms = (places: readonly SigningPlace[]) => {
  const { own, office } = usePhrases();
  const phrase = own[0] ?? office[0] ?? '';
  const [typed, setTyped] = useState<Readonly<Record<string, Data>>>({});
  const forms = useMemo(() => Object.fromEntries(places.map((place) => [keyOf(place), typed[keyOf(place)] ?? firstForm(place, phrase)])), [places, typed, phrase]);
  return {
    forms,
    set: (key: string, data: Data): void => setTyped((before) => ({ ...before, [key]: data })),
    complete: Object.fromEntries(places.filter((place) => isComplete(place, forms[keyOf(place)] ?? {})).map((place) => [keyOf(place), forms[keyOf(place)] ?? {}])),
    incomplete: places.filter((place) => !isComplete(place, forms[keyOf(place)] ?? {})),
  };
};
