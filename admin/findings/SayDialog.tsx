/** Asks why a finding is set aside or taken up again. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { HttpError, useTranslate } from 'react-admin';
import { useId, useState, type FormEvent } from 'react';
import { ErrorState } from '../common/ErrorState.tsx';
import { useText } from '../i18n/text.ts';
import type { FindingRecord } from '../provider/records.ts';
import { useFindingWords, useSaying } from './use-findings.ts';
import { ruleWords } from './words.ts';

const SHORTEST = 5;

export const SayDialog = ({ finding, act, close }: { finding: FindingRecord; act: 'suppress' | 'reopen'; close: () => void }) => {
  const say = useFindingWords();
  const text = useText();
  const translate = useTranslate();
  const id = useId();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { mutate, isPending, error } = useSaying(finding.id, act, close);
  const short = [...reason.trim()].length < SHORTEST;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!short && !isPending) mutate(reason.trim());
  };
  return (
    <Dialog open onClose={close} fullWidth maxWidth="xs" aria-labelledby={id}>
      <form onSubmit={send} noValidate>
        <DialogTitle id={id} component="h2">{say(act === 'suppress' ? 'suppressTitle' : 'reopenTitle', { rule: text(ruleWords(finding.rule)?.title) })}</DialogTitle>
        <DialogContent>
          {act === 'suppress' && <DialogContentText sx={{ mb: 1.5 }}>{say('suppressWhat')}</DialogContentText>}
          <TextField autoFocus required multiline minRows={2} fullWidth margin="dense" label={say('reason')} value={reason} onChange={({ target }) => setReason(target.value)} error={tried && short} helperText={tried && short ? say('short') : ' '} slotProps={{ htmlInput: { maxLength: 500 } }} />
          {error instanceof HttpError && error.status === 409 ? <Alert severity="warning" role="alert">{say('notSo')}</Alert> : error && <ErrorState error={error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={close}>{translate('ra.action.cancel')}</Button>
          <Button type="submit" variant="contained" aria-disabled={isPending}>{say(act)}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
