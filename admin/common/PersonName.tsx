/** A member of staff by name; the sign-in name until it has arrived, or where it may not be read. */
import { useGetManyAggregate } from 'react-admin';
import type { PersonRecord } from '../provider/records.ts';

export const PersonName = ({ id }: { id: string }) => {
  const { data } = useGetManyAggregate<PersonRecord & { id: string }>('people', { ids: [id] });
  return <span>{data?.[0]?.name ?? id}</span>;
};
