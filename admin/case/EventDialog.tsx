/** One event, filled in and confirmed over its case. */
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import { useId, useState } from 'react';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Data, EventName } from '../../workflows/kit/words.ts';
import { useText } from '../i18n/text.ts';
import type { CaseRecord } from '../provider/records.ts';
import type { Passage } from './ahead.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import { EventForm } from './EventForm.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { prefillOf } from './prefill.ts';
import { StaleDialog } from './StaleDialog.tsx';
import { eventName } from './standing.ts';
import { useKeeping } from './use-keeping.ts';
import { useLeaving } from './use-leaving.ts';
import { useSending } from './use-sending.ts';
import { WhatNext } from './WhatNext.tsx';

type Props = { readonly workflow: Workflow; readonly one: CaseRecord; readonly log: readonly Passage[]; readonly event: EventName; readonly close: () => void; readonly sent: (after: CaseRecord) => void;
  /** What is known of fields already; and what goes with the form without being shown in it. */
  readonly known?: Data; readonly also?: Data;
};

export const EventDialog = ({ workflow, one, log, event, close, sent, known, also }: Props) => {
  const text = useText();
  const phone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const [opened] = useState(one);
  const [initial] = useState(() => ({ ...prefillOf(workflow, one.state, event, one.data), ...known }));
  const formId = useId();
  const keeping = useKeeping(`${workflow.name}/${one.id}/${event}`, opened.version);
  const throwAway = () => {
    keeping?.forget();
    close();
  };
  const { setTyped, leave, asking, stay } = useLeaving(throwAway);
  const { send, stale, dismiss, accept } = useSending(workflow, opened, event, sent);
  const sendAgain = () => {
    accept();
    const form = document.getElementById(formId);
    if (form instanceof HTMLFormElement) form.requestSubmit();
  };
  return (
    <Dialog open onClose={leave} fullScreen={phone} fullWidth maxWidth="sm" aria-labelledby={`${formId}-title`}>
      <DialogTitle id={`${formId}-title`} component="h2">{text(eventName(workflow, event))}</DialogTitle>
      <DialogContent sx={{ pb: 0 }}>
        {keeping ? (
          <EventForm id={formId} workflow={workflow} event={event} unit={opened.unit} initial={initial} keeping={keeping} send={(data) => send({ ...data, ...also })} cancel={leave} onTyped={setTyped}>
            <WhatNext workflow={workflow} from={opened.state} event={event} log={log} />
          </EventForm>
        ) : <PageLoading />}
      </DialogContent>
      {asking && <LeaveDialog stay={stay} leave={throwAway} />}
      {stale && <StaleDialog workflow={workflow} event={event} stale={stale} back={dismiss} sendAgain={sendAgain} />}
    </Dialog>
  );
};
