/** The password once more, before anything is signed. */
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { useId, useState, type FormEvent } from 'react';
import { useSittingWords } from './use-sitting-words.ts';

/** `send` gives the sentence of a refusal, or nothing. */
export const PasswordForm = ({ label, send }: { label: string; send: (password: string) => Promise<string | null> }) => {
  const say = useSittingWords();
  const translate = useTranslate();
  const id = useId();
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (submitted: FormEvent): Promise<void> => {
    submitted.preventDefault();
    if (busy) return;
    setBusy(true);
    const said = password === '' ? translate('signIn.missing') : await send(password);
    setBusy(false);
    setError(said);
    if (said) {
      setPassword('');
      document.getElementById(id)?.focus();
    }
  };
  return (
    <Stack component="form" direction={{ xs: 'column', sm: 'row' }} spacing={1} noValidate onSubmit={(submitted) => void submit(submitted)} sx={{ alignItems: { sm: 'flex-start' }, maxWidth: 520 }}>
      <TextField id={id} type="password" autoComplete="current-password" size="small" label={say('password')} value={password} onChange={({ target }) => setPassword(target.value)}
        error={error !== null} helperText={error ? translate(error, { _: error }) : say('passwordHelp')} fullWidth slotProps={{ formHelperText: { role: error ? 'alert' : undefined } }} />
      <Button type="submit" variant="contained" aria-disabled={busy} sx={{ minHeight: 40, whiteSpace: 'nowrap' }}>{label}</Button>
    </Stack>
  );
};
