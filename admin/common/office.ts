/** What every page asks about the office: its units, its clock, and who is signed in. */
import { useQuery } from '@tanstack/react-query';
import { useGetIdentity } from 'react-admin';
import type { Instant } from '../../workflows/kit/words.ts';
import type { Me } from '../auth/me.ts';
import { useCasework } from '../provider/data-provider.ts';
import type { OfficeRecord, UnitRecord } from '../provider/records.ts';

const MINUTE = 60_000;

/** Empty until they have arrived. */
export const useUnits = (): readonly UnitRecord[] => {
  const casework = useCasework();
  return useQuery({ queryKey: ['units'], queryFn: ({ signal }) => casework.getUnits({ signal }), staleTime: Number.POSITIVE_INFINITY }).data?.data ?? [];
};

export const useOffice = (): OfficeRecord | null => {
  const casework = useCasework();
  return useQuery({ queryKey: ['office'], queryFn: ({ signal }) => casework.getOffice({ signal }), refetchInterval: MINUTE, retry: false }).data?.data ?? null;
};

/** The office's time to the minute; null until the server has said it, for the machine's own clock may be wrong. */
export const useNow = (): Instant | null => useOffice()?.now ?? null;

export const useMe = (): Me | null => (useGetIdentity().data as Me | undefined) ?? null;
