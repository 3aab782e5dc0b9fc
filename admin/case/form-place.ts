/** Where a form stands: for which unit, with what known before, and how its widgets are told apart on the page. */
import { createContext, useContext } from 'react';
import type { Data } from '../../workflows/kit/words.ts';

export type Place = { readonly prefix: string; readonly unit: string; readonly known: Data };

export const FormPlace = createContext<Place>({ prefix: '', unit: '', known: {} });
export const useFormPlace = (): Place => useContext(FormPlace);
