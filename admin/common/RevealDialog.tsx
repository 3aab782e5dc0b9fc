/** Asks why somebody wants to see a masked value, and hands it over once the reading is logged. */
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useMutation } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useState, type FormEvent } from 'react';
import { useCasework } from '../provider/data-provider.ts';
import { ErrorState } from './ErrorState.tsx';

const SHORTEST_REASON = 4;

type Asked = { readonly resource: string; readonly id: string; readonly field: string; readonly label: string; readonly close: () => void; readonly shown: (value: string) => void };

export const RevealDialog = ({ resource, id, field, label, close, shown }: Asked) => {
  const translate = useTranslate();
  const casework = useCasework();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => casework.reveal(resource, id, { fields: [field], reason: reason.trim() }),
    onSuccess: ({ data }) => {
      shown(data[field] ?? '');
      close();
    },
  });
  const missing = [...reason.trim()].length < SHORTEST_REASON;
  const send = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setTried(true);
    if (!missing) mutate();
  };
  return (
    <Dialog open onClose={close} fullWidth maxWidth="xs" aria-labelledby="reveal-title">
      <form onSubmit={send} noValidate>
        <DialogTitle id="reveal-title">{translate('reveal.showField', { field: label })}</DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ mb: 1 }}>{translate('reveal.whyHelp')}</DialogContentText>
          <TextField autoFocus required multiline minRows={2} label={translate('reveal.why')} value={reason} onChange={({ target }) => setReason(target.value)}
            error={tried && missing} helperText={tried && missing ? translate('reveal.missing') : ' '} />
          {error && <ErrorState error={error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={close}>{translate('ra.action.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={isPending}>{translate('reveal.show')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
