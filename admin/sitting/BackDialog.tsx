/** Sent back with its reasons: the process's own form, sent in the sitting. */
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import { useId } from 'react';
import type { Data, EventName } from '../../workflows/kit/words.ts';
import { EventForm } from '../case/EventForm.tsx';
import type { Outcome } from '../case/refusal.ts';
import { eventName } from '../case/standing.ts';
import { useText } from '../i18n/text.ts';
import type { SittingItem } from '../provider/records.ts';
import type { SigningPlace } from './places.ts';

type Props = { readonly place: SigningPlace; readonly item: SittingItem; readonly event: EventName; readonly initial: Data; readonly close: () => void; readonly send: (data: Data) => Promise<Outcome> };

export const BackDialog = ({ place, item, event, initial, close, send }: Props) => {
  const text = useText();
  const id = useId();
  const phone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  return (
    <Dialog open onClose={close} fullScreen={phone} fullWidth maxWidth="sm" aria-labelledby={id}>
      <DialogTitle id={id} component="h2">{text(eventName(place.workflow, event))} · {item.title}</DialogTitle>
      <DialogContent sx={{ pb: 0 }}><EventForm workflow={place.workflow} event={event} unit={item.unit} initial={initial} send={send} cancel={close} /></DialogContent>
    </Dialog>
  );
};
