/** A batch's shares beside the town's: a table, and on demand the funnel chart of an indicator. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { lazy, Suspense, useState } from 'react';
import { isShown, type Share, type Verdict } from '../../workflows/office/monitoring/mean.ts';
import { Section } from '../case/Section.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { useText } from '../i18n/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import type { CaseRecord, SharesRecord } from '../provider/records.ts';
import { useFindingWords, useShares } from './use-findings.ts';
import { indicatorText } from './words.ts';

const Funnel = lazy(() => import('./Funnel.tsx').then((loaded) => ({ default: loaded.Funnel })));

const HEADS = ['indicator', 'records', 'rate', 'townRate', 'measure', 'flag', 'explanation'] as const;
const COLOUR = { none: 'default', yellow: 'warning', red: 'error' } as const;

export const rateText = (share: Share): string | null => (isShown(share) ? `${((share.hits / share.of) * 100).toFixed(1)}%` : null);
const measureText = (verdict: Verdict): string => (verdict.by === 'z' ? `z=${verdict.z.toFixed(1)}` : verdict.by === 'exact' ? `p=${verdict.p.toPrecision(2)}` : '—');

const explanationsOf = ({ data }: CaseRecord): Readonly<Record<string, unknown>> => (typeof data['explanations'] === 'object' && data['explanations'] !== null ? (data['explanations'] as Record<string, unknown>) : {});

const Row = ({ one, held }: { one: CaseRecord; held: SharesRecord }) => {
  const say = useFindingWords();
  const text = useText();
  const mine = held.of.find((share) => share.case === one.id);
  if (!mine) return null;
  const explanation = explanationsOf(one)[held.indicator];
  const { colour } = mine.verdict;
  return (
    <TableRow>
      <TableCell component="th" scope="row">{text(indicatorText(held.indicator))}</TableCell>
      <TableCell>{mine.of}</TableCell>
      <TableCell>{rateText(mine) ?? say('few')}</TableCell>
      <TableCell>{rateText(held.all) ?? say('few')}</TableCell>
      <TableCell>{measureText(mine.verdict)}</TableCell>
      <TableCell><Chip size="small" variant="outlined" color={COLOUR[colour]} label={say(`colours.${colour}`)} /></TableCell>
      <TableCell>{typeof explanation === 'string' ? explanation : colour === 'red' ? say('unexplained') : '—'}</TableCell>
    </TableRow>
  );
};

const Charts = ({ one, shares }: { one: CaseRecord; shares: readonly SharesRecord[] }) => {
  const say = useFindingWords();
  const [shown, setShown] = useState(false);
  return (
    <Box sx={{ mt: 1 }}>
      <Button variant="outlined" aria-expanded={shown} onClick={() => setShown(!shown)}>{say(shown ? 'hideFunnel' : 'showFunnel')}</Button>
      {shown && <Suspense fallback={<PageLoading />}>{shares.map((held) => <Funnel key={held.indicator} held={held} mine={one.id} />)}</Suspense>}
    </Box>
  );
};

export const Monitoring = ({ one }: { one: CaseRecord }) => {
  const say = useFindingWords();
  const { data, error, isPending, refetch } = useShares(one.workflow, one.id, one.version);
  return (
    <Section title={say('monitoring')} print={false}>
      <Typography variant="body2" color="textSecondary">{say('monitoringHint')}</Typography>
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {isPending && <PageLoading />}
      {data && (
        <>
          <TableContainer tabIndex={0} role="region" aria-label={say('monitoring')}>
            <Table size="small" aria-label={say('monitoring')}>
              <TableHead><TableRow>{HEADS.map((key) => <TableCell key={key}>{say(key)}</TableCell>)}</TableRow></TableHead>
              <TableBody>{data.map((held) => <Row key={held.indicator} one={one} held={held} />)}</TableBody>
            </Table>
          </TableContainer>
          <Charts one={one} shares={data} />
        </>
      )}
    </Section>
  );
};
