/** Who read whose data, when and why: the newest first; on a phone one card each. */
import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import MuiList from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import { DataTable, DateInput, FilterButton, List, TextInput, TopToolbar, useListContext, useTranslate } from 'react-admin';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { momentText } from '../case/standing.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { ListEmpty } from '../common/ListEmpty.tsx';
import { listLook } from '../common/list-look.ts';
import { ListFailed } from '../common/ListFailed.tsx';
import { ListPages } from '../common/ListPages.tsx';
import { ExportButton } from '../export/ExportButton.tsx';
import { useText } from '../i18n/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import type { ReadingRecord } from '../provider/records.ts';
import { useReadingWords } from './reading-words.ts';

const SHOWN = 3;
/** WCAG 2.2, 2.5.8: no target is lower than 24 px. */
const TOUCHED = { display: 'inline-block', lineHeight: '24px', whiteSpace: 'nowrap' } as const;

const Whom = ({ reading: { resource, ids } }: { reading: ReadingRecord }) => {
  const translate = useTranslate();
  const { pathTo } = useReadingWords();
  return (
    <span>
      {ids.slice(0, SHOWN).map((id, i) => {
        const path = pathTo(resource, id);
        return <span key={id}>{i > 0 && ' · '}{path === null ? <Box component="span" sx={TOUCHED}>{id}</Box> : <MuiLink component={Link} to={path} sx={TOUCHED}>{id}</MuiLink>}</span>;
      })}
      {ids.length > SHOWN && ` ${translate('privacy.andMore', { smart_count: ids.length })}`}
    </span>
  );
};

const Card = ({ reading }: { reading: ReadingRecord }) => {
  const text = useText();
  const { what, fields } = useReadingWords();
  return (
    <ListItem divider>
      <Stack sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography sx={{ fontWeight: 600 }}>{reading.personName} · {what(reading.resource)}</Typography>
        <Typography variant="body2"><Whom reading={reading} /></Typography>
        <Typography variant="body2" color="textSecondary">{fields(reading.resource, reading.fields)}</Typography>
        {reading.reason && <Typography variant="body2">{reading.reason}</Typography>}
        <Typography variant="body2" color="textSecondary">{text(momentText(reading.at))}</Typography>
      </Stack>
    </ListItem>
  );
};

const NoReadings = () => {
  const translate = useTranslate();
  return <ListEmpty none={translate('privacy.none')}><EmptyState title={translate('privacy.noneYet')} hint={translate('privacy.noneYetHint')} /></ListEmpty>;
};

const Cards = () => {
  const { data, isPending } = useListContext<ReadingRecord>();
  if (isPending) return <PageLoading />;
  if (!data || data.length === 0) return <NoReadings />;
  return <MuiList disablePadding>{data.map((reading) => <Card key={reading.id} reading={reading} />)}</MuiList>;
};

/** Rows of a table stand in one line each, but for the longest. */
const Wide = ({ children, least = 120 }: { children: ReactNode; least?: number }) => <Box sx={{ minWidth: least, whiteSpace: 'normal', overflowWrap: 'anywhere' }}>{children}</Box>;

const Table = () => {
  const translate = useTranslate();
  const text = useText();
  const { what, fields } = useReadingWords();
  return (
    <DataTable<ReadingRecord> rowClick={false} bulkActionButtons={false} empty={<NoReadings />}>
      <DataTable.Col source="at" label={translate('privacy.at')} disableSort render={({ at }: ReadingRecord) => text(momentText(at))} />
      <DataTable.Col source="person" label={translate('privacy.person')} disableSort render={({ person, personName }: ReadingRecord) => `${personName} (${person})`} />
      <DataTable.Col source="resource" label={translate('privacy.resource')} disableSort render={({ resource }: ReadingRecord) => what(resource)} />
      <DataTable.Col source="ids" label={translate('privacy.whom')} disableSort render={(reading: ReadingRecord) => <Wide least={216}><Whom reading={reading} /></Wide>} />
      <DataTable.Col source="fields" label={translate('privacy.fields')} disableSort render={(reading: ReadingRecord) => <Wide>{fields(reading.resource, reading.fields)}</Wide>} />
      <DataTable.Col source="reason" label={translate('privacy.reason')} disableSort render={({ reason }: ReadingRecord) => <Wide>{reason ?? ''}</Wide>} />
    </DataTable>
  );
};

export const Readings = () => {
  const translate = useTranslate();
  const phone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'), { noSsr: true });
  const filters = [
    <TextInput key="subject" source="subject" label={translate('privacy.subject')} alwaysOn resettable />,
    <TextInput key="reason" source="reason" label={translate('privacy.why')} resettable />,
    <TextInput key="person" source="person" label={translate('privacy.personId')} alwaysOn resettable />,
    <DateInput key="from" source="at_gte" label={translate('privacy.from')} />,
    <DateInput key="to" source="at_lte" label={translate('privacy.to')} />,
  ];
  return (
    <List resource="reads" title={false} sx={listLook} empty={false} exporter={false} perPage={25} sort={{ field: 'at', order: 'DESC' }} filters={filters} pagination={<ListPages />}
      error={<ListFailed />} actions={<TopToolbar sx={{ alignItems: { xs: 'center', md: 'flex-end' } }}><FilterButton /><ExportButton list={translate('privacy.readings')} /></TopToolbar>} queryOptions={{ retry: false }}>
      {phone ? <Cards /> : <Table />}
    </List>
  );
};
