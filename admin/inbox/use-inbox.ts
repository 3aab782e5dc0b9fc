/** Asks the server what waits: a page of rows, or only how many there are. */
import { useGetList } from 'react-admin';
import type { InboxRow } from '../provider/records.ts';
import { filterOf, type View } from './view.ts';

export const PER_PAGE = 25;
const FRESH_MS = 60_000;
const byDue = { field: 'dueAt', order: 'ASC' } as const;

export const useInbox = (view: View) =>
  useGetList<InboxRow>('inbox', { filter: filterOf(view), pagination: { page: view.page, perPage: PER_PAGE }, sort: byDue }, { refetchInterval: FRESH_MS, retry: false });

/** Undefined until it is known. */
export const useInboxTotal = (view: Pick<View, 'only' | 'process'>): number | undefined =>
  useGetList<InboxRow>('inbox', { filter: filterOf(view), pagination: { page: 1, perPage: 1 }, sort: byDue }, { refetchInterval: FRESH_MS, retry: false }).total;
