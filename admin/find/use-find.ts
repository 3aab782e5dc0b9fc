/** People as the server finds them: best first, and how many there are. */
import { skipToken, useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { Data } from '../../workflows/kit/words.ts';
import { useCasework } from '../provider/data-provider.ts';
import type { RegisterEntry } from '../provider/records.ts';
import type { FindWord } from './messages.ts';

const SHOWN = 10;

/** What tells people of one name apart; `headName` is masked, `birthYear` null for who may not see it. */
export type Found = RegisterEntry & { readonly name: string; readonly status: string; readonly group: number | null; readonly birthYear: number | null; readonly headName: string | null };
export type People = { readonly people: readonly Found[]; readonly total: number; readonly more: boolean };

export const useFindWords = () => {
  const translate = useTranslate();
  return (key: FindWord, fill?: Record<string, string | number>): string => translate(`find.${key}`, fill);
};

/** Asked for while there is something to ask; nothing of it is kept when the search is closed. */
export const useFind = (filter: Data | null) => {
  const casework = useCasework();
  const order = { field: filter && 'q' in filter ? 'relevance' : 'id', order: 'ASC' as const };
  const queryFn = async ({ signal }: { signal: AbortSignal }): Promise<People> => {
    const { data, total = 0, meta } = await casework.getList<Found>('residents', { filter: filter ?? {}, sort: order, pagination: { page: 1, perPage: SHOWN }, signal });
    return { people: data, total, more: Boolean((meta as { estimated?: boolean } | undefined)?.estimated) };
  };
  return useQuery({ queryKey: ['find', filter], queryFn: filter ? queryFn : skipToken, retry: false, gcTime: 0, placeholderData: (before) => (filter ? before : undefined) });
};
