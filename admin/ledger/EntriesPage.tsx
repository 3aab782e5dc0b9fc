/** The entries behind a number of the ledger or of the picture, newest first, each with the case it came from. */
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useGetList } from 'react-admin';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { plainYuan } from '../../workflows/office/money.ts';
import { momentText } from '../case/standing.ts';
import { CaseLink } from '../case/Value.tsx';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { PageTitle } from '../common/PageTitle.tsx';
import { Pages } from '../exchange/Pages.tsx';
import { useText } from '../i18n/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import type { LedgerEntry } from '../provider/records.ts';
import { useAccountWords, useLedgerWords, useStepWords } from './use-ledger.ts';

const PER_PAGE = 25;
const HEADS = ['at', 'step', 'case', 'amount'] as const;

const Rows = ({ rows }: { rows: readonly LedgerEntry[] }) => {
  const say = useLedgerWords();
  const stepName = useStepWords();
  const text = useText();
  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={say('entries')}>
      <Table size="small" aria-label={say('entries')}>
        <TableHead><TableRow>{HEADS.map((head) => <TableCell key={head} align={head === 'amount' ? 'right' : 'left'}>{say(head)}</TableCell>)}</TableRow></TableHead>
        <TableBody>
          {rows.map(({ id, at, step, workflow, caseId, fen }) => (
            <TableRow key={id}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{text(momentText(at))}</TableCell>
              <TableCell>{stepName(step)}</TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>{workflow ? <CaseLink of={workflow} id={caseId} /> : caseId}</TableCell>
              <TableCell align="right">{plainYuan(fen)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};

export const EntriesPage = () => {
  const say = useLedgerWords();
  const text = useText();
  const nameOf = useAccountWords();
  const [params] = useSearchParams();
  const accounts = params.getAll('account');
  const [workflow, part] = [params.get('workflow'), params.get('part')];
  const [page, turn] = useState(1);
  const { data, total = 0, error, refetch } = useGetList<LedgerEntry>('ledger/entries', { filter: { account: accounts, ...(workflow !== null && part !== null && { workflow, part }) }, pagination: { page, perPage: PER_PAGE }, sort: { field: 'id', order: 'DESC' } }, { retry: false });
  return (
    <>
      <PageTitle>{nameOf(accounts, workflow, part)}</PageTitle>
      {accounts.length > 1 && <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>{accounts.map((account) => nameOf([account])).join(text({ zh: '、', en: ', ' }))}</Typography>}
      <Stack spacing={1} sx={{ alignItems: 'start', minWidth: 0 }}>
        <Button component={Link} to="/ledger" size="small">{say('back')}</Button>
        {error ? <ErrorState error={error} retry={() => void refetch()} /> : !data ? <PageLoading /> : data.length === 0 ? <EmptyState title={say('noEntries')} /> : <Rows rows={data} />}
        <Pages page={page} pages={Math.max(1, Math.ceil(total / PER_PAGE))} turn={turn} />
      </Stack>
    </>
  );
};
