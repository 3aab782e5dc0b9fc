/** Imports as the server tells of them: brought, watched while something runs, moved on. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { Data } from '../../workflows/kit/words.ts';
import { useLang } from '../i18n/text.ts';
import { useCasework } from '../provider/data-provider.ts';
import type { ImportRecord } from '../provider/records.ts';
import type { ImportWord } from './messages.ts';

const LOOK_MS = 500;
export type Step = 'check' | 'load' | 'undo' | 'discard';

export const useImportWords = () => {
  const translate = useTranslate();
  return (key: ImportWord, fill?: Record<string, string | number>): string => translate(`imports.${key}`, fill);
};

export const runs = ({ state }: Pick<ImportRecord, 'state'>): boolean => state === 'checking' || state === 'loading' || state === 'undoing';

export const useImports = () => {
  const casework = useCasework();
  return useQuery({ queryKey: ['imports'], queryFn: async ({ signal }) => (await casework.getImports({ signal })).data, retry: false });
};

/** Asked again and again while something runs. */
export const useImport = (id: string) => {
  const casework = useCasework();
  return useQuery({
    queryKey: ['imports', id], queryFn: async ({ signal }) => (await casework.getImport(id, { signal })).data,
    refetchInterval: ({ state }) => (state.data && runs(state.data) ? LOOK_MS : false),
  });
};

export const useFirstRows = (id: string) => {
  const casework = useCasework();
  return useQuery({ queryKey: ['imports', id, 'rows'], queryFn: async ({ signal }) => (await casework.getFirstRows(id, { signal })).data, staleTime: Number.POSITIVE_INFINITY });
};

export const useFaults = (id: string, count: number) => {
  const casework = useCasework();
  const lang = useLang();
  return useQuery({ queryKey: ['imports', id, 'faults', count, lang], queryFn: async ({ signal }) => (await casework.getFaults(id, count, { signal })).data, placeholderData: (before) => before });
};

export const useBring = (brought: (one: ImportRecord) => void) => {
  const casework = useCasework();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (file: File) => (await casework.sendFile('imports', file)).data,
    onSuccess: (one) => { client.setQueryData(['imports', one.id], one); brought(one); },
    onSettled: () => client.invalidateQueries({ queryKey: ['imports'], exact: true }),
  });
};

export const useMove = (id: string) => {
  const casework = useCasework();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ step, body }: { step: Step; body?: Data }) => (await casework.moveImport(id, step, body)).data,
    onSuccess: (one) => client.setQueryData(['imports', id], one),
    onSettled: () => client.invalidateQueries({ queryKey: ['imports'] }),
  });
};
