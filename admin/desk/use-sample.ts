/** The sample of a batch: drawn and closed by the parent's own events, never made here. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Data, EventName } from '../../workflows/kit/words.ts';
import { newId } from '../case/new-id.ts';
import { refusalOf, wasSent, type Refusal } from '../case/refusal.ts';
import { useCasework } from '../provider/data-provider.ts';
import type { CaseRecord } from '../provider/records.ts';
import { fieldsOfEvent, pendingOf, type DeskPlace } from '../../workflows/kit/desk.ts';
import type { Row, Sample } from './rows.ts';

export const sampleOf = ({ desk }: DeskPlace, batch: CaseRecord): Sample | null => (batch.data[desk.sample] as Sample | null | undefined) ?? null;

/** The set that takes whatever waits; every other is narrowed to what was steady the month before. */
const WHOLE = 'all';

export const setsOf = ({ parent, desk }: DeskPlace) => fieldsOfEvent(parent, desk.draw)[0];
export const inSet = ({ desk }: DeskPlace, set: string, row: Row): boolean => row.pending && (set === WHOLE || row.last === desk.steady);

/** The rest of a set whose sample is in order, as the bulk route finds it. */
export const restOf = (place: DeskPlace, batch: CaseRecord, { set }: Sample): Data =>
  ({ parent: batch.id, state: pendingOf(place), ...(set !== WHOLE && { [place.desk.last]: place.desk.steady }) });

export const useSampleEvents = ({ parent }: DeskPlace, batch: CaseRecord) => {
  const casework = useCasework();
  const queries = useQueryClient();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const keep = (after: CaseRecord): void => void queries.setQueryData([parent.name, 'case', batch.id], after);
  /** True where it was done. */
  const send = async (type: EventName, data: Data): Promise<boolean> => {
    setRefusal(null);
    try {
      const { data: { version } } = await casework.getOne<CaseRecord>(parent.name, { id: batch.id });
      const { data: after } = await casework.sendEvent(parent.name, batch.id, { id: newId(), type, data, version });
      if (wasSent(after)) keep(after);
      return wasSent(after);
    } catch (error) {
      setRefusal(refusalOf(error));
      return false;
    }
  };
  return { send, refusal };
};
