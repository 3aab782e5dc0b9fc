/** The door: user name and password; pasting is allowed, and a password manager finds its fields. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useLogin, useTranslate } from 'react-admin';
import { useState, type FormEvent } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useOffice } from '../common/office.ts';
import { DemoBanner } from '../layout/DemoBanner.tsx';
import { LanguageButton } from '../layout/LanguageButton.tsx';
import { useHtmlLang } from '../layout/use-html-lang.ts';
import { troubleOf, type Trouble } from './trouble.ts';

const MISSING: Trouble = { key: 'signIn.missing', fill: {} };
const ENDED: Trouble = { key: 'problem.401', fill: {} };

const useSignIn = () => {
  const login = useLogin();
  const [asked] = useSearchParams();
  const [trouble, setTrouble] = useState<Trouble | null>(asked.has('ended') ? ENDED : null);
  const [busy, setBusy] = useState(false);
  const signIn = async (username: string, password: string) => {
    setTrouble(null);
    setBusy(true);
    try {
      await login({ username, password });
    } catch (error) {
      setTrouble(troubleOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { signIn, busy, trouble, setTrouble };
};

const SignInForm = () => {
  const translate = useTranslate();
  const { signIn, busy, trouble, setTrouble } = useSignIn();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (username.trim() === '' || password === '') setTrouble(MISSING);
    else void signIn(username.trim(), password);
  };
  return (
    <Stack component="form" spacing={1.5} useFlexGap noValidate onSubmit={send} aria-busy={busy}>
      <Box role="alert" sx={{ '&:empty': { mb: -1.5 } }}>{trouble && <Alert severity="error" role="presentation">{translate(trouble.key, trouble.fill)}</Alert>}</Box>
      <TextField autoFocus required label={translate('ra.auth.username')} value={username} onChange={({ target }) => setUsername(target.value)} slotProps={{ htmlInput: { autoComplete: 'username', autoCapitalize: 'none', spellCheck: false } }} />
      <TextField required type="password" label={translate('ra.auth.password')} value={password} onChange={({ target }) => setPassword(target.value)} slotProps={{ htmlInput: { autoComplete: 'current-password' } }} />
      <Button type="submit" variant="contained" size="large" disabled={busy}>{translate(busy ? 'signIn.busy' : 'ra.auth.sign_in')}</Button>
    </Stack>
  );
};

export const SignInPage = () => {
  useHtmlLang();
  const translate = useTranslate();
  const demo = useOffice()?.office === 'demo';
  return (
    <Box sx={{ minHeight: '100dvh', bgcolor: 'background.default', color: 'text.primary' }}>
      <title>{`${translate('signIn.title')} · ${translate('app.title')}`}</title>
      <DemoBanner />
      <Stack component="main" sx={{ maxWidth: 420, mx: 'auto', px: 2, pt: { xs: 3, sm: 10 } }} spacing={2}>
        <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center' }}>
          <Typography variant="h5" component="h1" sx={{ fontWeight: 600 }}>{translate('app.title')}</Typography>
          <LanguageButton />
        </Stack>
        <Paper variant="outlined" sx={{ p: { xs: 2, sm: 3 } }}><SignInForm /></Paper>
        {demo && <Typography variant="body2" color="textSecondary">{translate('signIn.demoNames')}</Typography>}
      </Stack>
    </Box>
  );
};
