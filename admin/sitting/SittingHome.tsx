/** `/sitting`: begin one, or look at what came of an earlier one. */
import { useQuery } from '@tanstack/react-query';
import Link from '@mui/material/Link';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import Typography from '@mui/material/Typography';
import { Link as To, useNavigate } from 'react-router-dom';
import { newId } from '../case/new-id.ts';
import { useRegistry } from '../case/registry.ts';
import { Section } from '../case/Section.tsx';
import { momentText } from '../case/standing.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { useMe } from '../common/office.ts';
import { PageTitle } from '../common/PageTitle.tsx';
import { useText } from '../i18n/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import { useCasework } from '../provider/data-provider.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { signsSomething } from './places.ts';
import { sentenceOf } from './use-sitting.ts';
import { useSittingWords } from './use-sitting-words.ts';

export const sittingPath = (id: string): string => `/sitting/${encodeURIComponent(id)}`;

const Earlier = () => {
  const say = useSittingWords();
  const text = useText();
  const casework = useCasework();
  const { data, error, refetch } = useQuery({ queryKey: ['sittings'], queryFn: async ({ signal }) => (await casework.getSittings({ signal })).data, retry: false });
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data || data.length === 0) return null;
  return (
    <Section title={say('earlier')}>
      <List dense disablePadding>
        {data.map(({ id, at, signed, total }) => <ListItem key={id} disableGutters><Link component={To} to={sittingPath(id)}>{say('earlierOf', { at: text(momentText(at)), signed, total })}</Link></ListItem>)}
      </List>
    </Section>
  );
};

export const SittingHome = () => {
  const say = useSittingWords();
  const me = useMe();
  const registry = useRegistry();
  const casework = useCasework();
  const navigate = useNavigate();
  const begin = async (password: string): Promise<string | null> => {
    const id = newId();
    try {
      await casework.beginSitting(id, password);
      await navigate(sittingPath(id));
      return null;
    } catch (error) {
      return sentenceOf(error, (minutes) => say('locked', { minutes }));
    }
  };
  if (!me) return <PageLoading />;
  if (!signsSomething(me, registry)) return <EmptyState title={say('nobody')} />;
  return (
    <>
      <PageTitle>{say('menu')}</PageTitle>
      <Section title={say('begin')}>
        <Typography sx={{ mb: 2 }}>{say('about')}</Typography>
        <PasswordForm label={say('begin')} send={begin} />
      </Section>
      <Earlier />
    </>
  );
};
