/** The list under the bell, with the states it can be in. */
import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import List from '@mui/material/List';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router-dom';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { PageLoading } from '../layout/PageLoading.tsx';
import { NotificationItem } from './NotificationItem.tsx';
import { useNotifications, useNotificationWords, useSeeing } from './use-notifications.ts';

const Found = ({ close }: { close: () => void }) => {
  const say = useNotificationWords();
  const see = useSeeing();
  const { data, error, isPending, refetch } = useNotifications();
  if (error) return <Box sx={{ px: 2 }}><ErrorState error={error} retry={() => void refetch()} /></Box>;
  if (isPending) return <PageLoading />;
  if (data.length === 0) return <EmptyState title={say('empty')} hint={say('emptyHint')} />;
  const unread = data.flatMap(({ key, seen }) => (seen ? [] : [key]));
  const opened = (key: string) => {
    see([key]);
    close();
  };
  return (
    <>
      {unread.length > 0 && <Box sx={{ px: 2 }}><Button size="small" onClick={() => see(unread)}>{say('allSeen')}</Button></Box>}
      <List disablePadding aria-label={say('title')}>{data.map((one) => <NotificationItem key={one.key} one={one} open={() => opened(one.key)} />)}</List>
    </>
  );
};

/** `id` is its heading's. */
export const NotificationList = ({ id, close }: { id: string; close: () => void }) => {
  const say = useNotificationWords();
  return (
    <>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', pl: 2, pr: 1, pt: 1 }}>
        <Typography id={id} variant="h6" component="h2">{say('title')}</Typography>
        <IconButton onClick={close} aria-label={say('close')}><CloseIcon /></IconButton>
      </Stack>
      <Found close={close} />
      <Box sx={{ px: 2, py: 1 }}><Button size="small" component={Link} to="/reach" onClick={close}>{say('settings')}</Button></Box>
    </>
  );
};
