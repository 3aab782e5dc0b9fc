/** The first stop of the Tab key: past the menu, to the page itself. */
import Link from '@mui/material/Link';
import { useTranslate } from 'react-admin';
import type { MouseEvent } from 'react';

export const MAIN = 'main-content';

const skip = (event: MouseEvent) => {
  event.preventDefault();
  document.getElementById(MAIN)?.focus();
};

export const SkipLink = () => (
  <Link href={`#${MAIN}`} onClick={skip} sx={{ position: 'fixed', left: 8, top: -60, zIndex: 2000, px: 2, py: 1, bgcolor: 'background.paper', color: 'text.primary', boxShadow: 3, '&:focus': { top: 8 } }}>
    {useTranslate()('ra.navigation.skip_nav')}
  </Link>
);
