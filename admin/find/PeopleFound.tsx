/** The people found, or why there are none. */
import List from '@mui/material/List';
import Typography from '@mui/material/Typography';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { PageLoading } from '../layout/PageLoading.tsx';
import { PersonLine } from './PersonLine.tsx';
import { useFindWords, type Found, type People } from './use-find.ts';

export type Answer = { readonly data: People | undefined; readonly error: unknown; readonly isFetching: boolean; readonly refetch: () => unknown };
type Shown = { readonly id: string; readonly answer: Answer; readonly at: number; readonly choose: (at: number) => void; readonly open: (person: Found) => void };

export const PeopleFound = ({ id, answer: { data, error, isFetching, refetch }, at, choose, open }: Shown) => {
  const say = useFindWords();
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return isFetching ? <PageLoading /> : null;
  if (data.people.length === 0) return <EmptyState title={say('nobody')} hint={say('nobodyHint')} />;
  return (
    <>
      <Typography role="status" variant="body2" color="textSecondary" sx={{ mt: 1 }}>{say(data.more ? 'many' : 'total', { smart_count: data.more ? data.people.length : data.total })}</Typography>
      <List id={id} role="listbox" aria-label={say('results')} disablePadding sx={{ opacity: isFetching ? 0.6 : 1 }}>
        {data.people.map((person, i) => <PersonLine key={person.id} id={`${id}-${i}`} person={person} chosen={i === at} open={open} choose={() => choose(i)} />)}
      </List>
    </>
  );
};
