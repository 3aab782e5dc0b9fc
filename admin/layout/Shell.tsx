/** What stands around every page: banner, bar, menu, and the main part that takes the focus when the page changes. */
import Box from '@mui/material/Box';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import { Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { useLive } from '../inbox/use-live.ts';
import { BottomBar } from './BottomBar.tsx';
import { Boundary } from './Boundary.tsx';
import { CalendarBanner } from './CalendarBanner.tsx';
import { DemoBanner } from './DemoBanner.tsx';
import { PageLoading } from './PageLoading.tsx';
import { SideMenu } from './SideMenu.tsx';
import { MAIN, SkipLink } from './SkipLink.tsx';
import { TopBar } from './TopBar.tsx';
import { useHtmlLang } from './use-html-lang.ts';

/** Who hears the screen learns of a new page only if the focus goes there. */
const useFocusOnNewPage = () => {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const seen = useRef(pathname);
  useEffect(() => {
    if (seen.current === pathname) return;
    seen.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
};

export const Shell = ({ children }: { children: ReactNode }) => {
  useHtmlLang();
  useLive();
  const main = useFocusOnNewPage();
  const { pathname } = useLocation();
  const phone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'), { noSsr: true });
  const [menu, setMenu] = useState(false);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: '100dvh', bgcolor: 'background.default', color: 'text.primary' }}>
      <SkipLink />
      <DemoBanner />
      <CalendarBanner />
      <TopBar />
      <Box sx={{ display: 'flex', flex: 1 }}>
        <SideMenu phone={phone} open={menu} close={() => setMenu(false)} />
        <Box component="main" id={MAIN} ref={main} tabIndex={-1} sx={{ flex: 1, minWidth: 0, px: { xs: 1.5, md: 3 }, pb: 4, outline: 'none' }}>
          <Boundary key={pathname}><Suspense fallback={<PageLoading />}>{children}</Suspense></Boundary>
        </Box>
      </Box>
      {phone && <BottomBar openMenu={() => setMenu(true)} />}
    </Box>
  );
};
