/** What each tier was granted in a year, and how much of it is left, set aside and paid; each number leads to its entries. */
import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { plainYuan } from '../../workflows/office/money.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { PageTitle } from '../common/PageTitle.tsx';
import { useText } from '../i18n/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import type { LedgerLine } from '../provider/records.ts';
import { byYear, lineText } from './lines.ts';
import { accountOf, useLedger, useLedgerWords } from './use-ledger.ts';

const SIDES = ['granted', 'left', 'committed', 'paid'] as const;

const Sum = ({ line, side }: { line: LedgerLine; side: (typeof SIDES)[number] }) => {
  const say = useLedgerWords();
  const text = useText();
  return <MuiLink component={Link} to={`/ledger/entries?${new URLSearchParams({ account: accountOf(side, line.id) }).toString()}`} aria-label={`${text(lineText(line.id))} ${say(side)} ${plainYuan(line[side])}`} sx={{ display: 'inline-block', py: 0.5 }}>{plainYuan(line[side])}</MuiLink>;
};

/** `sums`: in the order of the sides. */
const Card = ({ name, sums }: { name: string; sums: readonly ReactNode[] }) => {
  const say = useLedgerWords();
  return (
    <Box sx={{ py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Typography component="h3" sx={{ fontWeight: 600 }}>{name}</Typography>
      <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: '1fr auto', alignItems: 'center', m: 0, '& dd': { m: 0, textAlign: 'right' }, '& dt': { color: 'text.secondary' } }}>
        {SIDES.map((side, i) => <Fragment key={side}><dt>{say(side)}</dt><dd>{sums[i]}</dd></Fragment>)}
      </Box>
    </Box>
  );
};

const totalOf = (lines: readonly LedgerLine[], side: (typeof SIDES)[number]): string => plainYuan(lines.reduce((sum, line) => sum + line[side], 0));

/** On a phone the four sums of a line stand below its name: beside it they would be out of sight. */
const LineCards = ({ year, lines }: { year: string; lines: readonly LedgerLine[] }) => {
  const say = useLedgerWords();
  const text = useText();
  return (
    <>
      {lines.map((line) => <Card key={line.id} name={text(lineText(line.id))} sums={SIDES.map((side) => <Sum key={side} line={line} side={side} />)} />)}
      <Card name={say('total', { year })} sums={SIDES.map((side) => totalOf(lines, side))} />
    </>
  );
};

const LineTable = ({ year, name, lines }: { year: string; name: string; lines: readonly LedgerLine[] }) => {
  const say = useLedgerWords();
  const text = useText();
  return (
    <TableContainer tabIndex={0} role="region" aria-label={name}>
      <Table size="small" aria-label={name}>
        <TableHead><TableRow><TableCell>{say('line')}</TableCell>{SIDES.map((side) => <TableCell key={side} align="right">{say(side)}</TableCell>)}</TableRow></TableHead>
        <TableBody>
          {lines.map((line) => (
            <TableRow key={line.id}>
              <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>{text(lineText(line.id))}</TableCell>
              {SIDES.map((side) => <TableCell key={side} align="right"><Sum line={line} side={side} /></TableCell>)}
            </TableRow>
          ))}
          <TableRow>
            <TableCell component="th" scope="row" sx={{ fontWeight: 600 }}>{say('total', { year })}</TableCell>
            {SIDES.map((side) => <TableCell key={side} align="right" sx={{ fontWeight: 600 }}>{totalOf(lines, side)}</TableCell>)}
          </TableRow>
        </TableBody>
      </Table>
    </TableContainer>
  );
};

const Year = ({ year, lines }: { year: string; lines: readonly LedgerLine[] }) => {
  const name = useLedgerWords()('year', { year });
  const phone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'), { noSsr: true });
  return (
    <Paper variant="outlined" component="section" sx={{ p: { xs: 1, sm: 2 }, mb: 2, minWidth: 0 }}>
      <Typography variant="h6" component="h2" sx={{ mb: 1 }}>{name}</Typography>
      {phone ? <LineCards year={year} lines={lines} /> : <LineTable year={year} name={name} lines={lines} />}
    </Paper>
  );
};

export const LedgerPage = () => {
  const say = useLedgerWords();
  const { data, error, refetch } = useLedger();
  return (
    <>
      <PageTitle>{say('menu')}</PageTitle>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>{say('hint')}</Typography>
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : !data ? <PageLoading /> : data.length === 0 ? <EmptyState title={say('none')} /> : byYear(data).map((one) => <Year key={one.year} {...one} />)}
    </>
  );
};
