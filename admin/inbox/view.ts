/** What of the inbox is looked at, kept in the address so that Back leads back to it. */
import { useSearchParams } from 'react-router-dom';

export type Only = 'waiting' | 'overdue' | 'returned' | 'urged';
/** `process` is a workflow's name, or null for all; pages count from 1. */
export type View = { readonly only: Only; readonly process: string | null; readonly page: number };

const isOnly = (value: string | null): value is Only => value === 'overdue' || value === 'returned' || value === 'urged';

/** The inbox filter of the server's dialect. */
export const filterOf = ({ only, process }: Pick<View, 'only' | 'process'>): Readonly<Record<string, unknown>> => ({
  ...(only !== 'waiting' && { [only]: true }), ...(process && { workflow: process }),
});

export const useView = (): [View, (change: Partial<View>) => void] => {
  const [params, setParams] = useSearchParams();
  const only = params.get('only');
  const view: View = { only: isOnly(only) ? only : 'waiting', process: params.get('process'), page: Math.max(1, Number(params.get('page')) || 1) };
  const look = (change: Partial<View>) => {
    const next = { ...view, page: 1, ...change };
    setParams({ ...(next.only !== 'waiting' && { only: next.only }), ...(next.process && { process: next.process }), ...(next.page > 1 && { page: String(next.page) }) });
  };
  return [view, look];
};
