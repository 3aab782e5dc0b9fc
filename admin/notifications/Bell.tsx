/** The bell in the bar: how much is unread, and the list behind it, which is fetched when it is first opened. */
import BellIcon from '@mui/icons-material/NotificationsOutlined';
import Badge from '@mui/material/Badge';
import IconButton from '@mui/material/IconButton';
import { lazy, Suspense, useState } from 'react';
import { useMe } from '../common/office.ts';
import { useNotificationWords, useUnread } from './use-notifications.ts';

const BellPanel = lazy(() => import('./BellPanel.tsx').then(({ BellPanel: panel }) => ({ default: panel })));
const MOST_SHOWN = 99;

const BellButton = () => {
  const say = useNotificationWords();
  const unread = useUnread() ?? 0;
  const [at, setAt] = useState<HTMLElement | null>(null);
  return (
    <>
      <IconButton color="inherit" aria-haspopup="dialog" aria-expanded={at !== null} aria-label={unread > 0 ? say('bellUnread', { smart_count: unread }) : say('bell')} onClick={({ currentTarget }) => setAt(currentTarget)}>
        <Badge badgeContent={unread} max={MOST_SHOWN} color="error"><BellIcon /></Badge>
      </IconButton>
      {at && <Suspense fallback={null}><BellPanel at={at} close={() => setAt(null)} /></Suspense>}
    </>
  );
};

/** Nobody is told of anything before they signed in. */
export const Bell = () => (useMe() ? <BellButton /> : null);
