/** Asks for a short sentence, or none, to whoever one case waits for, or several. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { useState, type FormEvent } from 'react';
import { LONGEST_URGE } from '../../workflows/office/urging.ts';
import { refusalOf } from './refusal.ts';
import { useUrgingWords } from './use-urges.ts';

type Props = { readonly about: string; readonly error: Error | null; /** What is under way, said in its place. */ readonly busy: string | null; readonly close: () => void; readonly send: (words: string) => void };

export const UrgeForm = ({ about, error, busy, close, send }: Props) => {
  const say = useUrgingWords();
  const translate = useTranslate();
  const [words, setWords] = useState('');
  const refusal = error && refusalOf(error);
  const atWords = refusal && 'words' in refusal ? refusal.words : '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    send(words.trim());
  };
  return (
    <form onSubmit={submit} noValidate>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>{about}</DialogContentText>
        <TextField autoFocus fullWidth multiline minRows={2} label={say('words')} value={words} onChange={({ target }) => setWords(target.value)} error={atWords !== ''} helperText={atWords || say('wordsHelp')}
          slotProps={{ htmlInput: { maxLength: LONGEST_URGE } }} />
        {refusal && 'key' in refusal && <Alert severity="error" sx={{ mt: 1 }}>{translate(refusal.key)}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={close} disabled={busy !== null}>{translate('ra.action.cancel')}</Button>
        <Button type="submit" variant="contained" disabled={busy !== null}>{busy ?? say('send')}</Button>
      </DialogActions>
    </form>
  );
};
