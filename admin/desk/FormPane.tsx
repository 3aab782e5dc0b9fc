/** A form in place of the record: the focus on its first field, Escape goes back, and what was typed waits as a draft. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useId, type KeyboardEvent } from 'react';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Data, EventName } from '../../workflows/kit/words.ts';
import { EventForm } from '../case/EventForm.tsx';
import { StaleDialog } from '../case/StaleDialog.tsx';
import { eventName } from '../case/standing.ts';
import { useKeeping } from '../case/use-keeping.ts';
import { useSending } from '../case/use-sending.ts';
import { useText } from '../i18n/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import type { CaseRecord } from '../provider/records.ts';
import { useDeskWords } from './use-desk-words.ts';

type Props = { readonly workflow: Workflow; readonly one: CaseRecord; readonly event: EventName; readonly initial: Data; readonly close: () => void; readonly sent: (after: CaseRecord) => void };

export const FormPane = ({ workflow, one, event, initial, close, sent }: Props) => {
  const say = useDeskWords();
  const text = useText();
  const formId = useId();
  const keeping = useKeeping(`${workflow.name}/${one.id}/${event}`, one.version);
  const { send, stale, dismiss, accept } = useSending(workflow, one, event, sent);
  const ready = keeping !== null;
  useEffect(() => {
    if (ready) document.getElementById(formId)?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [ready, formId]);
  const sendAgain = (): void => {
    accept();
    const form = document.getElementById(formId);
    if (form instanceof HTMLFormElement) form.requestSubmit();
  };
  const escape = (pressed: KeyboardEvent): void => {
    if (pressed.key !== 'Escape' || pressed.defaultPrevented || stale) return;
    pressed.stopPropagation();
    close();
  };
  return (
    <Box component="section" aria-labelledby={`${formId}-title`} onKeyDown={escape}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: 1, mb: 1 }}>
        <Typography id={`${formId}-title`} variant="h6" component="h2">{text(eventName(workflow, event))} · {one.title}</Typography>
        <Button size="small" onClick={close}>{say('backToList')}</Button>
      </Box>
      {keeping ? <EventForm id={formId} workflow={workflow} event={event} unit={one.unit} initial={initial} keeping={keeping} send={send} cancel={close} /> : <PageLoading />}
      {stale && <StaleDialog workflow={workflow} event={event} stale={stale} back={dismiss} sendAgain={sendAgain} />}
    </Box>
  );
};
