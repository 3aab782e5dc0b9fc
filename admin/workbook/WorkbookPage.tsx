/** The desk of one batch taken home: downloaded, uploaded, and what was uploaded before. */
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
import { HttpError } from 'react-admin';
import { useId, useRef, type ChangeEvent, type ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import type { DeskPlace } from '../../workflows/kit/desk.ts';
import { useRegistry } from '../case/registry.ts';
import { momentText } from '../case/standing.ts';
import { caseTitle } from '../case/titles.ts';
import { useCase } from '../case/use-case.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { useMe, useUnits } from '../common/office.ts';
import { PageTitle } from '../common/PageTitle.tsx';
import { deskFor, deskPath } from '../desk/desk-of.ts';
import { useLang, useText } from '../i18n/text.ts';
import { ImportTrouble } from '../imports/ImportTrouble.tsx';
import { PageLoading } from '../layout/PageLoading.tsx';
import type { CaseRecord } from '../provider/records.ts';
import { TakeForm } from './TakeForm.tsx';
import { useBringBook, useWorkbooks, useWorkbookWords, workbookPath } from './use-workbooks.ts';

const Section = ({ title, children }: { title: string; children: ReactNode }) => {
  const id = useId();
  return <Paper component="section" aria-labelledby={id} sx={{ p: 2 }}><Typography id={id} variant="h6" component="h2" sx={{ mb: 1 }}>{title}</Typography>{children}</Paper>;
};

const Bring = () => {
  const say = useWorkbookWords();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const bring = useBringBook(({ id }) => void navigate(workbookPath(id)));
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (file) bring.mutate(file);
    target.value = '';
  };
  return (
    <Stack spacing={1.5} sx={{ alignItems: 'start' }}>
      <Typography>{say('bringText')}</Typography>
      <input ref={input} type="file" accept=".xlsx" hidden onChange={chosen} aria-label={say('choose')} />
      <Button variant="contained" disabled={bring.isPending} onClick={() => input.current?.click()}>{say('choose')}</Button>
      {bring.isPending && <Box role="status" sx={{ width: 1 }}><Typography>{say('checking')}</Typography><LinearProgress aria-label={say('checking')} /></Box>}
      <ImportTrouble error={bring.error} />
    </Stack>
  );
};

const Before = ({ parent }: { parent: string }) => {
  const say = useWorkbookWords();
  const text = useText();
  const { data, error, refetch } = useWorkbooks(parent);
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  if (data.length === 0) return <EmptyState title={say('noneYet')} />;
  return (
    <List disablePadding aria-label={say('before')}>
      {data.map((one) => (
        <ListItem key={one.id} disablePadding divider>
          <ListItemButton component={Link} to={workbookPath(one.id)}>
            <ListItemText primary={one.name || say('noName')} secondary={`${text(momentText(one.madeAt))} · ${say(`states.${one.state}`)}`} slotProps={{ primary: { sx: { overflowWrap: 'anywhere' } } }} />
          </ListItemButton>
        </ListItem>
      ))}
    </List>
  );
};

const Home = ({ place, batch }: { place: DeskPlace; batch: CaseRecord }) => {
  const say = useWorkbookWords();
  const text = useText();
  const lang = useLang();
  const unit = text(useUnits().find(({ id }) => id === batch.unit)?.name);
  return (
    <Stack spacing={2}>
      <Box>
        <PageTitle>{say('title', { title: [unit, caseTitle(place.parent, batch, lang)].filter(Boolean).join(' ') })}</PageTitle>
        <Button component={Link} to={deskPath(batch.id)}>{say('back')}</Button>
      </Box>
      <Section title={say('take')}><TakeForm workflow={place.parent.name} batch={batch.id} /></Section>
      <Section title={say('bring')}><Bring /></Section>
      <Section title={say('before')}><Before parent={batch.id} /></Section>
    </Stack>
  );
};

const Found = ({ place, id }: { place: DeskPlace; id: string }) => {
  const say = useWorkbookWords();
  const { data, error, refetch } = useCase(place.parent.name, id);
  if (data) return <Home place={place} batch={data} />;
  if (!error) return <PageLoading />;
  return error instanceof HttpError && error.status === 404 ? <EmptyState title={say('none')} /> : <ErrorState error={error} retry={() => void refetch()} />;
};

export const WorkbookPage = () => {
  const say = useWorkbookWords();
  const { batch = '' } = useParams();
  const me = useMe();
  const registry = useRegistry();
  if (!me) return <PageLoading />;
  const place = deskFor(me, registry);
  return place ? <Found key={batch} place={place} id={batch} /> : <EmptyState title={say('none')} />;
};
