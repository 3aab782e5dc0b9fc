/** The masked list of a quarter, to be looked over, printed and put up. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import GlobalStyles from '@mui/material/GlobalStyles';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useParams, useSearchParams } from 'react-router-dom';
import type { Disclosure } from '../../workflows/kit/published.ts';
import type { Data } from '../../workflows/kit/words.ts';
import { plainYuan } from '../../workflows/office/money.ts';
import { printSheet } from '../case/print-sheet.ts';
import { useFound } from '../case/registry.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { useOffice } from '../common/office.ts';
import { PageTitle } from '../common/PageTitle.tsx';
import { useText } from '../i18n/text.ts';
import { NotThere } from '../layout/NotThere.tsx';
import { PageLoading } from '../layout/PageLoading.tsx';
import type { Disclosed } from '../provider/records.ts';
import { quartersUpTo, useDisclosed, usePublishedWords, useSaveDisclosed } from './use-published.ts';

const QUARTERS = 8;

const Totals = ({ disclosure, totals }: { disclosure: Disclosure<Data>; totals: Disclosed['totals'] }) => {
  const say = usePublishedWords();
  const text = useText();
  return (
    <Table size="small" aria-label={say('totals')} sx={{ width: 'auto', mb: 2 }}>
      <TableHead><TableRow><TableCell>{say('programme')}</TableCell><TableCell align="right">{say('persons')}</TableCell><TableCell align="right">{say('amount')}</TableCell></TableRow></TableHead>
      <TableBody>{totals.map(({ group, count, fen }) => <TableRow key={group}><TableCell component="th" scope="row">{text(disclosure.groups[group])}</TableCell><TableCell align="right">{count ?? say('few')}</TableCell><TableCell align="right">{fen === null ? '—' : plainYuan(fen)}</TableCell></TableRow>)}</TableBody>
    </Table>
  );
};

const Lines = ({ disclosure, lines }: { disclosure: Disclosure<Data>; lines: Disclosed['lines'] }) => {
  const say = usePublishedWords();
  const text = useText();
  return (
    <TableContainer tabIndex={0} role="region" aria-label={say('list')}>
      <Table size="small" aria-label={say('list')}>
        <TableHead><TableRow>{(['unit', 'programme', 'name', 'amount', 'on'] as const).map((key) => <TableCell key={key} align={key === 'amount' ? 'right' : 'left'}>{say(key)}</TableCell>)}</TableRow></TableHead>
        <TableBody>
          {lines.map(({ unitName, group, name, fen, on }, i) => (
            <TableRow key={i}><TableCell>{text(unitName)}</TableCell><TableCell>{text(disclosure.groups[group])}</TableCell><TableCell>{name}</TableCell><TableCell align="right">{plainYuan(fen)}</TableCell><TableCell sx={{ whiteSpace: 'nowrap' }}>{on}</TableCell></TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};

const Page = ({ name, disclosure, now }: { name: string; disclosure: Disclosure<Data>; now: string }) => {
  const say = usePublishedWords();
  const text = useText();
  const [params, setParams] = useSearchParams();
  const quarters = quartersUpTo(now, QUARTERS);
  const quarter = params.get('quarter') ?? quarters[0] ?? '';
  const { data, error, refetch } = useDisclosed(name, quarter);
  const file = useSaveDisclosed(name, quarter);
  const named = (one: string): string => say('quarterName', { year: one.slice(0, 4), n: one.slice(-1) });
  return (
    <>
      <GlobalStyles styles={printSheet} />
      <Box sx={{ displayPrint: 'none' }}><PageTitle>{say('list')}</PageTitle></Box>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', mb: 2, displayPrint: 'none' }}>
        <TextField select size="small" label={say('quarter')} value={quarter} onChange={({ target }) => setParams({ quarter: target.value })} sx={{ width: 220 }}>{[...new Set([quarter, ...quarters])].map((one) => <MenuItem key={one} value={one}>{named(one)}</MenuItem>)}</TextField>
        <Button variant="contained" disabled={!data} onClick={() => window.print()}>{say('print')}</Button>
        {(['xlsx', 'csv'] as const).map((format) => <Button key={format} variant="outlined" disabled={!data || file.isPending} onClick={() => file.mutate(format)}>{say('save', { format })}</Button>)}
      </Stack>
      {file.error && <ErrorState error={file.error} />}
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : !data ? <PageLoading /> : data.totals.length === 0 ? <EmptyState title={say('none')} /> : (
        <Box component="article" aria-labelledby="list-title">
          <Typography id="list-title" variant="h6" component="h2">{`${text(disclosure.title)}（${named(quarter)}）`}</Typography>
          <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>{say('rule')}</Typography>
          <Totals disclosure={disclosure} totals={data.totals} />
          <Lines disclosure={disclosure} lines={data.lines} />
        </Box>
      )}
    </>
  );
};

export const DisclosurePage = () => {
  const { workflow: name = '' } = useParams();
  const found = useFound(name);
  const office = useOffice();
  if (!found?.disclosure) return <NotThere />;
  return office ? <Page name={name} disclosure={found.disclosure} now={office.now} /> : <PageLoading />;
};
