/** Why a list has no row: what is asked for matches none, and may be taken away; or there is none at all, of which `children` tell. */
import Button from '@mui/material/Button';
import { useListContext, useTranslate } from 'react-admin';
import type { ReactNode } from 'react';
import { EmptyState } from './EmptyState.tsx';

/** A search that is typed beside the list, and so stands in none of its filters. */
export type Typed = { readonly q: string; readonly look: (words: string) => void };

const asks = (value: unknown): boolean => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** `none`: what is said where the list is asked for something. */
export const ListEmpty = ({ none, typed, children }: { none: string; typed?: Typed; children: ReactNode }) => {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  if (!typed?.q && !Object.values(filterValues as Record<string, unknown>).some(asks)) return children;
  const clear = () => {
    typed?.look('');
    setFilters({}, {});
  };
  return <EmptyState title={none}><Button onClick={clear}>{translate('ra.navigation.clear_filters')}</Button></EmptyState>;
};
