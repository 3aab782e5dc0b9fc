/** Asks what waits anew as soon as the server says that it changed. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keepStream } from './stream.ts';

export const useLive = (): void => {
  const queries = useQueryClient();
  useEffect(() => {
    if (!('EventSource' in globalThis)) return undefined;
    return keepStream('/api/live', () => void queries.invalidateQueries({ queryKey: ['inbox'] }));
  }, [queries]);
};
