/** Where files are brought to be loaded into the register, and what was brought before. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useRef, type ChangeEvent } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { momentText } from '../case/standing.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { PageTitle } from '../common/PageTitle.tsx';
import { useText } from '../i18n/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import { ImportTrouble } from './ImportTrouble.tsx';
import { useStanding } from './standing.ts';
import { useBring, useImports, useImportWords } from './use-imports.ts';

const Bring = () => {
  const say = useImportWords();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const bring = useBring(({ id }) => void navigate(`/imports/${id}`));
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (file) bring.mutate(file);
    target.value = '';
  };
  return (
    <Paper sx={{ p: 2 }}>
      <Stack spacing={1.5} sx={{ alignItems: 'start' }}>
        <Typography>{say('intro')}</Typography>
        <input ref={input} type="file" accept=".xlsx,.csv" hidden onChange={chosen} aria-label={say('choose')} />
        <Button variant="contained" disabled={bring.isPending} onClick={() => input.current?.click()}>{say('choose')}</Button>
        <Typography variant="body2" color="textSecondary">{say('limits')}</Typography>
        {bring.isPending && <Box role="status" sx={{ width: 1 }}><Typography>{say('sending')}</Typography><LinearProgress aria-label={say('progress')} /></Box>}
        <ImportTrouble error={bring.error} />
      </Stack>
    </Paper>
  );
};

const Before = () => {
  const say = useImportWords();
  const text = useText();
  const standing = useStanding();
  const { data, isPending, error, refetch } = useImports();
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (isPending) return <PageLoading />;
  if (data.length === 0) return <EmptyState title={say('none')} />;
  return (
    <Paper>
      <List disablePadding aria-label={say('list')}>
        {data.map((one) => (
          <ListItem key={one.id} disablePadding divider>
            <ListItemButton component={Link} to={`/imports/${one.id}`}>
              <ListItemText primary={one.name || say('noName')} secondary={`${text(momentText(one.madeAt))} · ${standing(one)}`} slotProps={{ primary: { sx: { overflowWrap: 'anywhere' } } }} />
            </ListItemButton>
          </ListItem>
        ))}
      </List>
    </Paper>
  );
};

export const ImportsPage = () => (
  <Stack spacing={2}><PageTitle>{useImportWords()('menu')}</PageTitle><Bring /><Before /></Stack>
);
