/** A short sentence, or none, to whoever the case waits for. */
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import Alert from '@mui/material/Alert';
import TextField from '@mui/material/TextField';
import { HttpError, useTranslate } from 'react-admin';
import { useId, useState, type FormEvent } from 'react';
import { waitsFor } from '../../workflows/kit/describe.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { LONGEST_URGE } from '../../workflows/office/urging.ts';
import { postNames } from '../case/standing.ts';
import { sentenceKeyOf } from '../common/ErrorState.tsx';
import { useText } from '../i18n/text.ts';
import type { Refused } from '../provider/client.ts';
import type { CaseRecord, UrgeRecord } from '../provider/records.ts';
import { useUrging, useUrgingWords } from './use-urges.ts';

/** The reason where the office has one, else the sentence for such answers. */
const useRefusal = (error: Error | null): { readonly said: string; readonly atWords: string } => {
  const translate = useTranslate();
  if (!error) return { said: '', atWords: '' };
  const { why, errors, reason } = (error instanceof HttpError ? (error.body ?? {}) : {}) as Refused;
  if (errors?.['words']) return { said: '', atWords: errors['words'] };
  const code = why?.[0] ?? (reason === 'not-offered' ? 'no-part' : undefined);
  return { said: code ? translate(`urging.why.${code}`) : translate(sentenceKeyOf(error)), atWords: '' };
};

type Props = { readonly workflow: Workflow; readonly one: CaseRecord; readonly close: () => void; readonly urged: (urge: UrgeRecord) => void };

export const UrgeDialog = ({ workflow, one, close, urged }: Props) => {
  const say = useUrgingWords();
  const translate = useTranslate();
  const text = useText();
  const id = useId();
  const [words, setWords] = useState('');
  const { mutate, isPending, error } = useUrging(one);
  const { said, atWords } = useRefusal(error);
  const send = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    mutate(words.trim(), { onSuccess: urged });
  };
  return (
    <Dialog open onClose={close} fullWidth maxWidth="xs" aria-labelledby={`${id}-title`}>
      <form onSubmit={send} noValidate>
        <DialogTitle id={`${id}-title`} component="h2">{say('title')}</DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ mb: 2 }}>{say('about', { who: text(postNames(waitsFor(workflow, one.state))) })}</DialogContentText>
          <TextField autoFocus fullWidth multiline minRows={2} label={say('words')} value={words} onChange={({ target }) => setWords(target.value)} error={atWords !== ''} helperText={atWords || say('wordsHelp')}
            slotProps={{ htmlInput: { maxLength: LONGEST_URGE } }} />
          {said && <Alert severity="error" sx={{ mt: 1 }}>{said}</Alert>}
        </DialogContent>
        <DialogActions>
          <Button onClick={close}>{translate('ra.action.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={isPending}>{say('send')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
