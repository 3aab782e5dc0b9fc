/** For the administrator: what left the office, and what was given up, to be tried again. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { momentText } from '../case/standing.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { PageTitle } from '../common/PageTitle.tsx';
import { PersonName } from '../common/PersonName.tsx';
import { useText } from '../i18n/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import { useCasework } from '../provider/data-provider.ts';
import type { MessageRecord } from '../provider/records.ts';
import { useNotificationWords } from './use-notifications.ts';

const KEY = ['messages'];

const Item = ({ message: { id, kind, channel, person, state, tries, why, madeAt, endedAt }, again }: { message: MessageRecord; again: (id: string) => void }) => {
  const say = useNotificationWords();
  const text = useText();
  return (
    <ListItem divider sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: 1 }}>
      <Stack sx={{ minWidth: 0 }}>
        <Typography component="span" sx={{ fontWeight: 600 }}>{say(`what.${kind}`)}{' · '}{say(`channels.${channel}`)}{person && <>{' · '}<PersonName id={person} /></>}</Typography>
        <Typography component="span" variant="body2" color="textSecondary"><time dateTime={endedAt ?? madeAt}>{text(momentText(endedAt ?? madeAt))}</time></Typography>
      </Stack>
      <Stack direction="row" sx={{ alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <Typography component="span" variant="body2" sx={{ color: state === 'failed' ? 'error.main' : 'text.secondary', fontWeight: state === 'failed' ? 700 : 400 }}>{say(`states.${state}`)}{state !== 'sent' && why && ` · ${say('tried', { tries, why })}`}</Typography>
        {state === 'failed' && <Button size="small" variant="outlined" onClick={() => again(id)}>{say('again')}</Button>}
      </Stack>
    </ListItem>
  );
};

const Found = () => {
  const say = useNotificationWords();
  const casework = useCasework();
  const queries = useQueryClient();
  const { data, error, isPending, refetch } = useQuery({ queryKey: KEY, retry: false, queryFn: async ({ signal }) => (await casework.getMessages({ signal })).data });
  const again = useMutation({ mutationFn: (id: string) => casework.sendAgain(id), onSettled: () => void queries.invalidateQueries({ queryKey: KEY }) });
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (isPending) return <PageLoading />;
  if (data.length === 0) return <EmptyState title={say('noMessages')} />;
  return (
    <>
      {again.error && <ErrorState error={again.error} />}
      <Paper variant="outlined"><List disablePadding aria-label={say('messages')}>{data.map((message) => <Item key={message.id} message={message} again={again.mutate} />)}</List></Paper>
    </>
  );
};

export const MessagesPage = () => {
  const say = useNotificationWords();
  return (
    <Box>
      <PageTitle>{say('messages')}</PageTitle>
      <Typography color="textSecondary" sx={{ mb: 2 }}>{say('messagesAbout')}</Typography>
      <Found />
    </Box>
  );
};
