/** What lies on the desk: the items in one request, the register's records in one, and the answers of the month before. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useCasework, type Casework } from '../provider/data-provider.ts';
import type { CaseRecord, RegisterEntry } from '../provider/records.ts';
import type { DeskPlace } from '../../workflows/kit/desk.ts';

/** As many as one answer of the API may hold; no village has as many people on its register. */
const MOST = 1000;
const ONCE = { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, refetchOnReconnect: false } as const;
const NONE: never[] = [];
const NOBODY: ReadonlyMap<string, DeskEntry> = new Map<string, DeskEntry>();

/** An entry of the register; `was`: what its fields held before the changes since last month's list. */
export type DeskEntry = RegisterEntry & { readonly was?: Readonly<Record<string, unknown>> };

const childrenOf = async (casework: Casework, { items }: DeskPlace, parent: string): Promise<CaseRecord[]> =>
  (await casework.getList<CaseRecord>(items.name, { pagination: { page: 1, perPage: MOST }, sort: { field: 'id', order: 'ASC' }, filter: { parent } })).data;

/** The batch of the same unit before this one; null where this is the first. */
const findBefore = async (casework: Casework, { parent }: DeskPlace, { id, unit, openedAt }: CaseRecord): Promise<CaseRecord | null> => {
  const { data } = await casework.getList<CaseRecord>(parent.name, { pagination: { page: 1, perPage: 10 }, sort: { field: 'openedAt', order: 'DESC' }, filter: { unit, openedAt_lte: openedAt } });
  return data.find((one) => one.id !== id && one.openedAt < openedAt) ?? null;
};

export const useItems = (place: DeskPlace, parent: string) => {
  const casework = useCasework();
  const queries = useQueryClient();
  const key = ['desk', 'items', parent];
  const query = useQuery({ queryKey: key, queryFn: () => childrenOf(casework, place, parent), ...ONCE });
  const saved = useCallback((after: CaseRecord) => {
    queries.setQueryData<CaseRecord[]>(['desk', 'items', parent], (rows) => rows?.map((row) => (row.id === after.id ? { ...row, ...after, title: row.title ?? after.id } : row)));
  }, [queries, parent]);
  return { query, saved };
};

/** Empty until they have arrived; the desk can be worked at before. */
export const useBefore = (place: DeskPlace, batch: CaseRecord): ReadonlyMap<string, CaseRecord> | null => {
  const casework = useCasework();
  const { data } = useQuery({ queryKey: ['desk', 'before', batch.id], ...ONCE, queryFn: async () => {
    const before = await findBefore(casework, place, batch);
    const rows = before ? await childrenOf(casework, place, before.id) : NONE;
    return { since: before?.openedAt ?? batch.openedAt, rows: new Map(rows.map((row) => [row.subject ?? '', row])) };
  } });
  return data?.rows ?? null;
};

export const useRecords = (place: DeskPlace, batch: CaseRecord, items: readonly CaseRecord[]): ReadonlyMap<string, DeskEntry> => {
  const casework = useCasework();
  const register = place.items.subject?.register ?? 'residents';
  const { data } = useQuery({ queryKey: ['desk', 'records', batch.id], enabled: items.length > 0, ...ONCE, queryFn: async () => {
    const before = await findBefore(casework, place, batch);
    const ids = items.flatMap(({ subject }) => subject ?? []);
    const { data: entries } = await casework.getRecords(register, ids, before?.openedAt ?? batch.openedAt);
    return new Map(entries.map((entry) => [entry.id, entry]));
  } });
  return data ?? NOBODY;
};
