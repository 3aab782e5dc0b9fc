/** What I am notified of: a number always, the list when it is opened; both asked anew when what waits changed. */
import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useCasework } from '../provider/data-provider.ts';
import type { NotificationRecord } from '../provider/records.ts';

const FRESH_MS = 60_000;
/** Under the inbox, so that whatever changes there changes here. */
const KEY = ['inbox', 'notifications'];

export const useNotificationWords = () => {
  const translate = useTranslate();
  return (key: string, fill?: Record<string, string | number>): string => translate(`notifications.${key}`, fill);
};

/** Undefined where nobody can say. */
export const useUnread = (): number | undefined => {
  const casework = useCasework();
  return useQuery({ queryKey: [...KEY, 'summary'], queryFn: ({ signal }) => casework.getUnread({ signal }), refetchInterval: FRESH_MS, retry: false }).data?.data.unread;
};

export const useNotifications = (): UseQueryResult<readonly NotificationRecord[]> => {
  const casework = useCasework();
  return useQuery({ queryKey: [...KEY, 'list'], retry: false, queryFn: async ({ signal }) => (await casework.getNotifications({ signal })).data });
};

export const useSeeing = (): ((keys: readonly string[]) => void) => {
  const casework = useCasework();
  const queries = useQueryClient();
  const { mutate } = useMutation({ mutationFn: (keys: readonly string[]) => casework.seeNotifications(keys), onSettled: () => void queries.invalidateQueries({ queryKey: KEY }) });
  return mutate;
};
