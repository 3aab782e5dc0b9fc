/** Bulk jobs as the server tells of them: started, watched until they have ended, their results by pages. */
import { useQuery } from '@tanstack/react-query';
import { HttpError, useTranslate } from 'react-admin';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Data, EventName } from '../../workflows/kit/words.ts';
import { refusalOf, wasSent, type Outcome } from '../case/refusal.ts';
import { useLang } from '../i18n/text.ts';
import { useCasework } from '../provider/data-provider.ts';
import type { BulkJob } from '../provider/records.ts';
import type { Chosen } from './chosen.ts';
import type { BulkWord } from './messages.ts';

const LOOK_MS = 500;
/** A server that is starting again is back in a moment. */
const TRIES = 5;
export const PAGE = 100;
/** Results that one answer may hold. */
const LONGEST = 10_000;

export type Kind = 'done' | 'refused';
type Asked = { readonly id: string; readonly event: EventName; readonly data: Data; readonly chosen: Chosen; readonly dryRun: boolean };

export const useBulkWords = () => {
  const translate = useTranslate();
  return (key: BulkWord, fill?: Record<string, string | number>): string => translate(`bulk.${key}`, fill);
};

export const useStart = (workflow: Workflow) => {
  const casework = useCasework();
  return async ({ id, event, data, chosen, dryRun }: Asked): Promise<Outcome> => {
    const which = 'ids' in chosen ? { ids: chosen.ids } : { filter: chosen.filter };
    try {
      const { data: job } = await casework.startBulk(workflow.name, { id, type: event, data, ...which, dryRun });
      return wasSent(job) ? { kind: 'sent' } : { kind: 'signedOut' };
    } catch (error) {
      return refusalOf(error);
    }
  };
};

/** Asked again and again until the job has ended. */
export const useJob = (id: string) => {
  const casework = useCasework();
  const query = useQuery({
    queryKey: ['bulk', id], queryFn: async ({ signal }) => (await casework.getBulk(id, { from: 0, to: -1 }, { signal })).data, retry: (times, error) => times < TRIES && !(error instanceof HttpError && error.status === 404),
    refetchInterval: ({ state }) => (state.data?.state === 'finished' ? false : LOOK_MS), enabled: id !== '',
  });
  return { job: query.data, error: query.error, again: () => void query.refetch() };
};

/** The first so many results of a kind, of a job that has ended. */
export const useResults = (id: string, result: Kind, count: number) => {
  const casework = useCasework();
  const lang = useLang();
  return useQuery({ queryKey: ['bulk', id, result, count, lang], queryFn: async ({ signal }) => (await casework.getBulk(id, { result, from: 0, to: count - 1 }, { signal })).data.results, placeholderData: (before) => before });
};

export const useRefusedIds = () => {
  const casework = useCasework();
  return async (id: string): Promise<string[]> => (await casework.getBulk(id, { result: 'refused', from: 0, to: LONGEST - 1 })).data.results.map((one) => one.id);
};

export const useMyJobs = () => {
  const casework = useCasework();
  return useQuery({
    queryKey: ['bulk'], queryFn: async ({ signal }) => (await casework.getBulks({ signal })).data,
    refetchInterval: ({ state }) => (state.data?.some((job: BulkJob) => job.state !== 'finished') ? LOOK_MS * 2 : false),
  });
};
