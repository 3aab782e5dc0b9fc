/** Who urged a case, and urging it. */
import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useState } from 'react';
import { newId } from '../case/new-id.ts';
import { useCasework } from '../provider/data-provider.ts';
import type { CaseRecord, UrgesRecord } from '../provider/records.ts';

export const useUrgingWords = () => {
  const translate = useTranslate();
  return (key: string, fill?: Record<string, string | number>): string => translate(`urging.${key}`, fill);
};

const keyOf = ({ workflow, id }: Pick<CaseRecord, 'workflow' | 'id'>) => [workflow, 'urges', id];

export const useUrges = (one: Pick<CaseRecord, 'workflow' | 'id'>): UseQueryResult<UrgesRecord> => {
  const casework = useCasework();
  return useQuery({ queryKey: keyOf(one), retry: false, queryFn: async ({ signal }) => (await casework.getUrges(one.workflow, one.id, { signal })).data });
};

/** Sent twice it is done once. Whatever comes of it, the case is asked anew whether it may be urged. */
export const useUrging = (one: CaseRecord) => {
  const casework = useCasework();
  const queries = useQueryClient();
  const [id] = useState(newId);
  return useMutation({
    mutationFn: async (words: string) => (await casework.urge(one.workflow, one.id, { id, ...(words && { words }) })).data,
    onSettled: () => void queries.invalidateQueries({ queryKey: keyOf(one) }),
  });
};
