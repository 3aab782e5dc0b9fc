/** Findings one below the other, some to a page. */
import List from '@mui/material/List';
import Pagination from '@mui/material/Pagination';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { useState } from 'react';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { PageLoading } from '../layout/PageLoading.tsx';
import { FindingItem } from './FindingItem.tsx';
import { useFindings, useFindingWords, type FindingFilter } from './use-findings.ts';

const PER_PAGE = 25;

export const Worklist = ({ filter, empty, label, brief = false }: { filter: FindingFilter; empty: string; label: string; brief?: boolean }) => {
  const say = useFindingWords();
  const translate = useTranslate();
  const [page, setPage] = useState(1);
  const { data, total = 0, error, isPending, refetch } = useFindings(filter, page, PER_PAGE);
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (isPending || !data) return <PageLoading />;
  if (total === 0) return <EmptyState title={empty} />;
  return (
    <>
      <Typography role="status" variant="body2" color="textSecondary">{say('count', { smart_count: total })}</Typography>
      <Paper variant="outlined"><List disablePadding aria-label={label}>{data.map((finding) => <FindingItem key={finding.id} finding={finding} brief={brief} />)}</List></Paper>
      {total > PER_PAGE && (
        <Pagination count={Math.ceil(total / PER_PAGE)} page={page} onChange={(_event, to) => setPage(to)} siblingCount={0} aria-label={say('pages')} sx={{ my: 1 }}
          getItemAriaLabel={(type, number) => (type === 'page' ? translate('ra.navigation.page', { page: number, _: `${number ?? ''}` }) : translate(`ra.navigation.${type}`, { _: type }))} />
      )}
    </>
  );
};
