/** Asks the server what waits: a page of rows, and how many there are. */
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useGetList } from 'react-admin';
import type { Casework } from '../provider/data-provider.ts';
import type { InboxRow } from '../provider/records.ts';
import { filterOf, type View } from './view.ts';

export const PER_PAGE = 25;
const FRESH_MS = 60_000;
const byDue = { field: 'dueAt', order: 'ASC' } as const;

export const useInbox = (view: View) =>
  useGetList<InboxRow>('inbox', { filter: filterOf(view), pagination: { page: view.page, perPage: PER_PAGE }, sort: byDue }, { refetchInterval: FRESH_MS, retry: false });

/** Of all numbers on the page one question is asked. Undefined until it is answered. */
export const useInboxTotal = ({ only, process }: Pick<View, 'only' | 'process'>): number | undefined => {
  const { getInboxCounts } = useDataProvider<Casework>();
  const { data } = useQuery({ queryKey: ['inbox', 'summary'], queryFn: ({ signal }) => getInboxCounts({ signal }), refetchInterval: FRESH_MS, retry: false });
  return data?.data.filter(({ workflow }) => process === null || workflow === process).reduce((sum, counts) => sum + (counts[only] ?? 0), 0);
};
