/** A case and its log, read from the office and kept fresh. */
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCasework } from '../provider/data-provider.ts';
import type { CaseRecord, LogRow } from '../provider/records.ts';

const caseKey = (workflow: string, id: string) => [workflow, 'case', id];

export const useCase = (workflow: string, id: string): UseQueryResult<CaseRecord> => {
  const casework = useCasework();
  return useQuery({ queryKey: caseKey(workflow, id), retry: false, queryFn: async ({ signal }) => (await casework.getOne<CaseRecord>(workflow, { id, signal })).data });
};

/** The log up to a version: a new version of the case asks for it anew. */
export const useLog = (workflow: string, id: string, version: number): UseQueryResult<LogRow[]> => {
  const casework = useCasework();
  return useQuery({ queryKey: [workflow, 'log', id, version], queryFn: async ({ signal }) => (await casework.getLog(workflow, id, { signal })).data, placeholderData: (before) => before });
};

/** After an accepted event: the case as answered, and everything that may show it asked anew. */
export const useTakeIn = (): ((after: CaseRecord) => void) => {
  const queries = useQueryClient();
  return (after) => {
    queries.setQueryData(caseKey(after.workflow, after.id), after);
    void queries.invalidateQueries({ predicate: ({ queryKey: [, what, id, version] }) => id !== after.id || (what !== 'case' && typeof version !== 'number') });
  };
};
