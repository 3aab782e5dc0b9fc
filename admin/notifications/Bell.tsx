/** The bell in the bar: how much is unread, and the list behind it. */
import BellIcon from '@mui/icons-material/NotificationsOutlined';
import Badge from '@mui/material/Badge';
import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import { useId, useState } from 'react';
import { useMe } from '../common/office.ts';
import { NotificationList } from './NotificationList.tsx';
import { useNotificationWords, useUnread } from './use-notifications.ts';

const MOST_SHOWN = 99;

const BellButton = () => {
  const say = useNotificationWords();
  const id = useId();
  const unread = useUnread() ?? 0;
  const [at, setAt] = useState<HTMLElement | null>(null);
  const close = () => setAt(null);
  return (
    <>
      <IconButton color="inherit" aria-haspopup="dialog" aria-expanded={at !== null} aria-label={unread > 0 ? say('bellUnread', { smart_count: unread }) : say('bell')} onClick={({ currentTarget }) => setAt(currentTarget)}>
        <Badge badgeContent={unread} max={MOST_SHOWN} color="error"><BellIcon /></Badge>
      </IconButton>
      <Popover open={at !== null} anchorEl={at} onClose={close} anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }} transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-labelledby': id, sx: { width: 400, maxWidth: 'calc(100vw - 16px)', maxHeight: 'min(640px, calc(100dvh - 64px))' } } }}>
        <NotificationList id={id} close={close} />
      </Popover>
    </>
  );
};

/** Nobody is told of anything before they signed in. */
export const Bell = () => (useMe() ? <BellButton /> : null);
