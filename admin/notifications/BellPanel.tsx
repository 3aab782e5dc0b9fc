/** What opens under the bell. */
import Popover from '@mui/material/Popover';
import { useId } from 'react';
import { NotificationList } from './NotificationList.tsx';

export const BellPanel = ({ at, close }: { at: HTMLElement; close: () => void }) => {
  const id = useId();
  return (
    <Popover open anchorEl={at} onClose={close} marginThreshold={8} anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }} transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      slotProps={{ paper: { role: 'dialog', 'aria-labelledby': id, sx: { width: 400, maxWidth: 'calc(100vw - 16px)', maxHeight: 'min(640px, calc(100dvh - 64px))' } } }}>
      <NotificationList id={id} close={close} />
    </Popover>
  );
};
