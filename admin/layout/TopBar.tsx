/** The bar on top: the office's name, finding a person, what one is notified of, language, light or dark, and who is signed in. */
import DarkIcon from '@mui/icons-material/DarkModeOutlined';
import LightIcon from '@mui/icons-material/LightModeOutlined';
import LogoutIcon from '@mui/icons-material/Logout';
import AppBar from '@mui/material/AppBar';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Toolbar from '@mui/material/Toolbar';
import Typography from '@mui/material/Typography';
import { useLogout, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { forgetTyped } from '../case/kept.ts';
import { useMe } from '../common/office.ts';
import { FindButton } from '../find/FindButton.tsx';
import { Bell } from '../notifications/Bell.tsx';
import { LanguageButton } from './LanguageButton.tsx';
import { useDark } from './use-dark.ts';

const Account = () => {
  const translate = useTranslate();
  const logout = useLogout();
  const me = useMe();
  if (!me) return null;
  // Not in the auth provider: react-admin signs out there too when a session has ended, and then what was typed is wanted again.
  const signOut = () => {
    forgetTyped();
    void logout();
  };
  return (
    <>
      <Typography variant="body2" sx={{ display: { xs: 'none', sm: 'block' }, mx: 1 }}>{me.fullName}</Typography>
      <IconButton color="inherit" onClick={signOut} aria-label={translate('ra.auth.logout')}><LogoutIcon /></IconButton>
    </>
  );
};

export const TopBar = () => {
  const translate = useTranslate();
  const [dark, turn] = useDark();
  return (
    <AppBar position="sticky" elevation={0} sx={{ bgcolor: dark ? 'background.paper' : 'primary.main', color: dark ? 'text.primary' : 'primary.contrastText', displayPrint: 'none' }}>
      <Toolbar variant="dense">
        <Button color="inherit" component={Link} to="/" sx={{ fontSize: { xs: '0.95rem', sm: '1.05rem' }, fontWeight: 600, display: 'block', minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', px: { xs: 0.5, sm: 1 }, mr: 'auto' }}>{translate('app.title')}</Button>
        <FindButton />
        <Bell />
        <LanguageButton />
        <IconButton color="inherit" onClick={turn} aria-label={translate('ra.action.toggle_theme')}>{dark ? <LightIcon /> : <DarkIcon />}</IconButton>
        <Account />
      </Toolbar>
    </AppBar>
  );
};
