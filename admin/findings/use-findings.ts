/** Findings, their counts, and the runs that make them, as the pages ask for them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useGetList, useTranslate } from 'react-admin';
import { holdsAny, type Me } from '../auth/me.ts';
import { useMe } from '../common/office.ts';
import { useCasework } from '../provider/data-provider.ts';
import type { FindingRecord } from '../provider/records.ts';
import type { FindingWord } from './messages.ts';

const SAYERS = ['town_clerk', 'reviewer'];
const LOOKS_EVERY_MS = 1_000;
const COUNTS = ['findings', 'counts'];
const RUNS = ['check-runs'];

/** Sentences about findings. */
export const useFindingWords = () => {
  const translate = useTranslate();
  return (key: FindingWord, fill?: Record<string, string | number>): string => translate(`findings.${key}`, fill);
};

export const maySay = (me: Me | null): boolean => me !== null && holdsAny(me, SAYERS);
export const useMayRun = (): boolean => { const me = useMe(); return me !== null && holdsAny(me, ['town_clerk']); };

export type FindingFilter = { readonly state?: string; readonly level?: string; readonly rule?: string; readonly unit?: string; readonly resident?: string; readonly parent?: string };

export const useFindings = (filter: FindingFilter, page = 1, perPage = 25) =>
  useGetList<FindingRecord>('findings', { filter, pagination: { page, perPage }, sort: { field: 'rule', order: 'ASC' } }, { retry: false });

export const useFindingCounts = () => {
  const casework = useCasework();
  return useQuery({ queryKey: COUNTS, queryFn: async ({ signal }) => (await casework.getFindingCounts({ signal })).data, retry: false });
};

/** What was read about findings is asked for anew. */
const useAnew = () => {
  const queries = useQueryClient();
  return () => Promise.all([queries.invalidateQueries({ queryKey: ['findings'] }), queries.invalidateQueries({ queryKey: COUNTS })]);
};

/** The newest run; while it is under way it is looked at each second. */
export const useLastRun = () => {
  const casework = useCasework();
  const anew = useAnew();
  return useQuery({
    queryKey: RUNS, retry: false,
    queryFn: async ({ signal }) => {
      const [last] = (await casework.getCheckRuns({ signal })).data;
      if (last?.state === 'finished') void anew();
      return last ?? null;
    },
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'finished' ? LOOKS_EVERY_MS : false),
  });
};

export const useStartRun = () => {
  const casework = useCasework();
  const queries = useQueryClient();
  return useMutation({ mutationFn: () => casework.startCheckRun(), onSuccess: () => queries.invalidateQueries({ queryKey: RUNS }) });
};

export const useSaying = (id: string, act: 'suppress' | 'reopen', done: () => void) => {
  const casework = useCasework();
  const anew = useAnew();
  return useMutation({ mutationFn: (reason: string) => casework.sayOfFinding(id, act, reason), onSuccess: async () => { await anew(); done(); } });
};

export const useShares = (workflow: string, id: string, version: number) => {
  const casework = useCasework();
  return useQuery({ queryKey: [workflow, 'shares', id, version], queryFn: async ({ signal }) => (await casework.getShares(workflow, id, { signal })).data, retry: false });
};
