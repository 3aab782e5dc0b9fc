/** Who urged a case, and urging it. */
import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useState } from 'react';
import { newId } from '../case/new-id.ts';
import { useCasework } from '../provider/data-provider.ts';
import type { CaseRecord, UrgesRecord } from '../provider/records.ts';
import { refusalOf } from './refusal.ts';

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

/** `why`: the key of the sentence that says it. */
export type LeftUnurged = { readonly one: CaseRecord; readonly why: string };
export type Urged = { readonly done: number; readonly left: readonly LeftUnurged[] };

/** One case after the other, each once however often it is sent. Words that the office refuses stop it before anybody was urged. */
export const useUrgingMany = (workflow: string, cases: readonly CaseRecord[]) => {
  const casework = useCasework();
  const queries = useQueryClient();
  const [id] = useState(newId);
  const [asked, setAsked] = useState(0);
  const urging = useMutation({
    mutationFn: async (words: string): Promise<Urged> => {
      const left: LeftUnurged[] = [];
      for (const [n, one] of cases.entries()) {
        setAsked(n + 1);
        try {
          await casework.urge(workflow, one.id, { id: `${id}.${n}`, ...(words && { words }) });
        } catch (error) {
          const refusal = refusalOf(error as Error);
          if ('words' in refusal) throw error;
          left.push({ one, why: refusal.key });
        }
      }
      return { done: cases.length - left.length, left };
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: [workflow, 'urges'] }),
  });
  return { ...urging, asked };
};
