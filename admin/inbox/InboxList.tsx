/** The cases looked at, soonest due first, with the states a list can be in: loading, failed, empty, full. */
import Button from '@mui/material/Button';
import List from '@mui/material/List';
import Pagination, { type PaginationProps } from '@mui/material/Pagination';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useDeferredValue } from 'react';
import { useTranslate } from 'react-admin';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { useRowKeys } from '../common/use-row-keys.ts';
import type { InboxRow } from '../provider/records.ts';
import { InboxItem } from './InboxItem.tsx';
import { PER_PAGE, useInbox } from './use-inbox.ts';
import type { View } from './view.ts';

const Waiting = () => {
  const translate = useTranslate();
  return <Stack role="status" aria-label={translate('ra.page.loading')} spacing={1} sx={{ p: 2 }}>{[0, 1, 2].map((row) => <Skeleton key={row} variant="rounded" height={48} />)}</Stack>;
};

/** The pager's own words are English: what it reads aloud is said in the reader's language. */
const useSpoken = (): NonNullable<PaginationProps['getItemAriaLabel']> => {
  const translate = useTranslate();
  return (type, page, chosen) => (type === 'page' ? translate(chosen ? 'ra.navigation.current_page' : 'ra.navigation.page', { page }) : translate(`ra.navigation.${type}`));
};

/** About as many as a screen shows are painted at once; those below follow. */
const AT_ONCE = 8;

const Rows = ({ rows }: { rows: readonly InboxRow[] }) =>
  useDeferredValue(rows, rows.slice(0, AT_ONCE)).map((row) => <InboxItem key={`${row.workflow}/${row.id}`} row={row} />);

export const InboxList = ({ view, look }: { view: View; look: (change: Partial<View>) => void }) => {
  const translate = useTranslate();
  const spoken = useSpoken();
  const list = useRowKeys<HTMLUListElement>();
  const { data, total = 0, isPending, error, refetch } = useInbox(view);
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (isPending) return <Paper variant="outlined"><Waiting /></Paper>;
  if (data.length === 0) {
    const all = view.only === 'waiting' && view.process === null;
    return <Paper variant="outlined">{all ? <EmptyState title={translate('inbox.empty')} hint={translate('inbox.emptyHint')} /> : <EmptyState title={translate('inbox.noneChosen')}><Button onClick={() => look({ only: 'waiting', process: null })}>{translate('inbox.showAll')}</Button></EmptyState>}</Paper>;
  }
  const pages = Math.ceil(total / PER_PAGE);
  return (
    <>
      <Paper variant="outlined">
        <List ref={list} disablePadding aria-label={translate('inbox.list')}><Rows rows={data} /></List>
      </Paper>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', flexWrap: 'wrap', mt: 1 }}>
        <Typography variant="body2" color="textSecondary" sx={{ display: { xs: 'none', md: 'block' } }}>{translate('inbox.keys')}</Typography>
        {pages > 1 && <Pagination count={pages} page={view.page} onChange={(_event, page) => look({ page })} aria-label={translate('inbox.pages')} getItemAriaLabel={spoken} />}
      </Stack>
    </>
  );
};
