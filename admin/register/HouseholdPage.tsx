/** A household's entry with its members. */
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useGetList, useTranslate } from 'react-admin';
import { ErrorState } from '../common/ErrorState.tsx';
import { useLang } from '../i18n/text.ts';
import type { RegisterEntry } from '../provider/records.ts';
import { EntryLink } from './EntryValue.tsx';
import { EntryPage } from './EntryPage.tsx';
import { entryValue } from './words.ts';

const FIELDS = ['id', 'unit', 'head', 'address'];
const MOST = 100;

const Members = ({ household }: { household: string }) => {
  const translate = useTranslate();
  const lang = useLang();
  const { data, error } = useGetList<RegisterEntry>('residents', { filter: { household }, pagination: { page: 1, perPage: MOST }, sort: { field: 'relation', order: 'ASC' } }, { retry: false });
  return (
    <Paper variant="outlined" component="section" aria-labelledby="members" sx={{ p: 2, mb: 2 }}>
      <Typography id="members" variant="h6" component="h2">{translate('register.members')}</Typography>
      {error && <ErrorState error={error} />}
      <List dense disablePadding>
        {data?.map((one) => <ListItem key={one.id} disableGutters sx={{ gap: 2 }}><EntryLink register="residents" id={one.id}>{String(one.name)}</EntryLink><span>{entryValue('relation', one.relation, lang)}</span></ListItem>)}
      </List>
    </Paper>
  );
};

const membersOf = ({ id }: { id: string }) => <Members household={id} />;

export const HouseholdPage = () => {
  const translate = useTranslate();
  return <EntryPage register="households" fields={FIELDS} title={({ id }) => translate('register.titled', { register: translate('resources.households.name'), entry: id })} more={membersOf} />;
};
