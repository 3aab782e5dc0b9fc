/** Sends one event to one case: the same id on every try; found stale, it waits for the reader to look. */
import { useRef, useState } from 'react';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { EventName } from '../../workflows/kit/words.ts';
import { useCasework } from '../provider/data-provider.ts';
import type { CaseRecord } from '../provider/records.ts';
import { newId } from './new-id.ts';
import { refusalOf, wasSent } from './refusal.ts';
import type { Send } from './use-case-form.ts';

/** `seen` is the case as the sender saw it last, `current` as it stands. */
export type Stale = { readonly seen: CaseRecord; readonly current: CaseRecord };
export type Sending = { readonly send: Send; readonly stale: Stale | null; readonly dismiss: () => void; readonly accept: () => void };

export const useSending = (workflow: Workflow, opened: CaseRecord, event: EventName, sent: (after: CaseRecord) => void): Sending => {
  const casework = useCasework();
  const [id] = useState(newId);
  /** The version stays what the sender saw, though the page behind the form may read a newer one. */
  const seen = useRef(opened);
  const [stale, setStale] = useState<Stale | null>(null);

  const currentOr = async (current: CaseRecord | null): Promise<CaseRecord> =>
    current ?? (await casework.getOne<CaseRecord>(workflow.name, { id: opened.id })).data;

  const send: Send = async (data) => {
    try {
      const { data: after } = await casework.sendEvent(workflow.name, opened.id, { id, type: event, data, version: seen.current.version });
      if (!wasSent(after)) return { kind: 'signedOut' };
      sent(after);
      return { kind: 'sent' };
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.kind === 'stale') await currentOr(refusal.current).then((current) => setStale({ seen: seen.current, current }), () => setStale(null));
      return refusal;
    }
  };
  return {
    send, stale,
    dismiss: () => setStale(null),
    accept: () => {
      if (stale) seen.current = stale.current;
      setStale(null);
    },
  };
};
