/** Words typed into a search may be somebody's name: they stay in the memory of the page, out of its address and off the disk, and go with the session. */
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';

/** Kept until sign-out, which empties the cache of queries. */
export const useTyped = (list: string): [string, (words: string) => void] => {
  const queries = useQueryClient();
  const queryKey = ['typed', list];
  const { data = '' } = useQuery<string>({ queryKey, queryFn: skipToken, initialData: '', staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY });
  return [data, (words) => queries.setQueryData(queryKey, words)];
};
