/** The steps of doing one thing to many cases: the form, the trial, the real thing, and again for those refused. */
import { useRef, useState } from 'react';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Data, EventName } from '../../workflows/kit/words.ts';
import { newId } from '../case/new-id.ts';
import type { Refusal } from '../case/refusal.ts';
import type { Send } from '../case/use-case-form.ts';
import type { Chosen } from './chosen.ts';
import { useRefusedIds, useStart } from './use-bulk.ts';

/** At the form, or at a job: the trial or the real one. */
type At = { readonly form: true } | { readonly form: false; readonly job: string };
const FORM: At = { form: true };

/** The trial with the form as typed, then the real thing with the very same. */
export const useSteps = (workflow: Workflow, event: EventName, first: Chosen) => {
  const start = useStart(workflow);
  const refusedIds = useRefusedIds();
  const [chosen, setChosen] = useState(first);
  const [at, setAt] = useState<At>(FORM);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const typed = useRef<Data>({});
  /** The same until it was taken: sent again after a lost answer it is not done twice. */
  const real = useRef(newId());
  const tryOut: Send = async (data) => {
    typed.current = data;
    const id = newId();
    const outcome = await start({ id, event, data, chosen, dryRun: true });
    if (outcome.kind === 'sent') setAt({ form: false, job: id });
    return outcome;
  };
  const back = () => { setRefusal(null); setAt(FORM); };
  const doIt = async (): Promise<void> => {
    const id = real.current;
    const outcome = await start({ id, event, data: typed.current, chosen, dryRun: false });
    if (outcome.kind !== 'sent') return setRefusal(outcome);
    real.current = newId();
    setRefusal(null);
    return setAt({ form: false, job: id });
  };
  const retry = async (job: string): Promise<void> => {
    const ids = await refusedIds(job);
    setChosen({ ids, count: ids.length });
    back();
  };
  return { chosen, at, refusal, tryOut, doIt, back, retry };
};

export type Steps = ReturnType<typeof useSteps>;
