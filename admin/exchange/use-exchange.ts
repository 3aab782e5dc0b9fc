/** Files of a case as the server tells of them: which there are, one brought in; and the cases its lines stand for. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useCasework } from '../provider/data-provider.ts';
import type { CaseRecord, TakenFile } from '../provider/records.ts';
import type { ExchangeWord } from './messages.ts';

const TOGETHER = 100;

export const useExchangeWords = () => {
  const translate = useTranslate();
  return (key: ExchangeWord, fill?: Record<string, string | number>): string => translate(`exchange.${key}`, fill);
};

export const useFiles = ({ workflow, id, version }: CaseRecord, wanted = true) => {
  const casework = useCasework();
  return useQuery({ queryKey: [workflow, 'exchanged', id, version], queryFn: async ({ signal }) => (await casework.getExchanged(workflow, id, { signal })).data, enabled: wanted, retry: false });
};

export const useBringFile = ({ workflow, id }: CaseRecord, taken: (file: TakenFile) => void) => {
  const casework = useCasework();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (file: File) => (await casework.bringFile(workflow, id, file)).data,
    onSuccess: taken,
    onSettled: () => queries.invalidateQueries({ queryKey: [workflow, 'files', id] }),
  });
};

/** All cases the lines stand for, some at a time. */
export const useOthers = (one: CaseRecord, workflow: string, ids: readonly string[]) => {
  const casework = useCasework();
  return useQuery({
    queryKey: [workflow, 'lines', one.id, one.version, ids.length], retry: false,
    queryFn: async ({ signal }) => {
      const found = new Map<string, CaseRecord>();
      for (let at = 0; at < ids.length; at += TOGETHER) for (const other of (await casework.getMany<CaseRecord>(workflow, { ids: ids.slice(at, at + TOGETHER), signal })).data) found.set(other.id, other);
      return found;
    },
  });
};
