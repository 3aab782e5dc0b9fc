/** Workbooks as the server tells of them: taken home, brought back, looked through, done. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { Data } from '../../workflows/kit/words.ts';
import { useLang } from '../i18n/text.ts';
import { useCasework } from '../provider/data-provider.ts';
import type { WorkbookKind, WorkbookRecord } from '../provider/records.ts';
import type { WorkbookWord } from './messages.ts';

export const PAGE = 50;

export const useWorkbookWords = () => {
  const translate = useTranslate();
  return (key: WorkbookWord, fill?: Record<string, string | number>): string => translate(`workbooks.${key}`, fill);
};

export const workbookPath = (id: string): string => `/workbooks/${encodeURIComponent(id)}`;
export const homePath = (batch: string): string => `/desk/${encodeURIComponent(batch)}/workbook`;

/** How many rows of each kind. */
export const countsOf = ({ counts }: WorkbookRecord): Record<WorkbookKind, number> =>
  ({ answer: Object.values(counts.answers).reduce((sum, n) => sum + n, 0), conflict: counts.conflicts, fault: counts.faulty });

export const useWorkbooks = (parent: string) => {
  const casework = useCasework();
  return useQuery({ queryKey: ['workbooks', 'of', parent], queryFn: async ({ signal }) => (await casework.getWorkbooks(parent, { signal })).data });
};

export const useWorkbook = (id: string) => {
  const casework = useCasework();
  return useQuery({ queryKey: ['workbooks', id], queryFn: async ({ signal }) => (await casework.getWorkbook(id, { signal })).data });
};

export const useWorkbookRows = (id: string, kind: WorkbookKind, count: number) => {
  const casework = useCasework();
  const lang = useLang();
  return useQuery({ queryKey: ['workbooks', id, 'rows', kind, count, lang], queryFn: async ({ signal }) => (await casework.getWorkbookRows(id, kind, count, { signal })).data, placeholderData: (before) => before });
};

export const useBringBook = (brought: (one: WorkbookRecord) => void) => {
  const casework = useCasework();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (file: File) => (await casework.sendWorkbook(file)).data,
    onSuccess: (one) => { client.setQueryData(['workbooks', one.id], one); brought(one); },
    onSettled: () => client.invalidateQueries({ queryKey: ['workbooks', 'of'] }),
  });
};

export const useMoveBook = (id: string) => {
  const casework = useCasework();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ step, body }: { step: 'apply' | 'discard'; body?: Data }) => (await casework.moveWorkbook(id, step, body)).data,
    onSuccess: (one) => client.setQueryData(['workbooks', id], one),
    // The desk reads its list anew: what was done here is no news there.
    onSettled: () => {
      client.removeQueries({ queryKey: ['desk', 'items'] });
      return client.invalidateQueries({ queryKey: ['workbooks', 'of'] });
    },
  });
};
