/** In the bar on top, or by the key `/`: find a person, from any page. */
import SearchIcon from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { lazy, Suspense, useEffect, useState } from 'react';
import { mayReadRegister } from '../auth/me.ts';
import { useMe } from '../common/office.ts';
import { isTyping } from '../common/use-row-keys.ts';
import { useFindWords } from './use-find.ts';

const FindDialog = lazy(() => import('./FindDialog.tsx').then(({ FindDialog: dialog }) => ({ default: dialog })));

const KEY = '/';

const useKey = (press: () => void): void => {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== KEY || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      press();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [press]);
};

const Finder = () => {
  const say = useFindWords();
  const [open, setOpen] = useState(false);
  const [show] = useState(() => () => setOpen(true));
  useKey(show);
  return (
    <>
      <Button color="inherit" onClick={show} aria-label={say('open')} aria-keyshortcuts={KEY} startIcon={<SearchIcon />}
        sx={{ minWidth: 40, px: 1, mr: 0.5, border: { sm: 1 }, whiteSpace: 'nowrap', '& .MuiButton-startIcon': { m: { xs: 0, sm: '0 8px 0 -4px' } } }}>
        <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>{say('open')}</Box>
        <Box component="kbd" sx={{ display: { xs: 'none', md: 'inline' }, ml: 1.5, px: 0.75, border: 1, borderRadius: 0.5, font: 'inherit', lineHeight: 1.3 }}>{KEY}</Box>
      </Button>
      {open && <Suspense fallback={null}><FindDialog close={() => setOpen(false)} /></Suspense>}
    </>
  );
};

/** Whoever may not read the register has nobody to find. */
export const FindButton = () => {
  const me = useMe();
  return me && mayReadRegister(me) ? <Finder /> : null;
};
