/** The parts of a report on the screen, each under its heading. */
import Chip from '@mui/material/Chip';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { lazy, Suspense } from 'react';
import type { PartView } from '../../workflows/kit/report-view.ts';
import { Section } from '../case/Section.tsx';
import { useLang, useText } from '../i18n/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import { Figure } from './Figure.tsx';
import { useReportWords } from './use-report.ts';

const Bars = lazy(() => import('./Bars.tsx').then(({ Bars: chart }) => ({ default: chart })));

type Of<Kind extends PartView['kind']> = Extract<PartView, { kind: Kind }>;
const FLAG = { none: 'default', yellow: 'warning', red: 'error' } as const;
/** Names stay in sight while a phone scrolls the numbers. */
const stuck = { position: 'sticky', left: 0, zIndex: 1, bgcolor: 'background.paper', whiteSpace: 'nowrap', '@media print': { position: 'static' } } as const;
const dense = { '& td, & th': { px: { xs: 1, sm: 1.5 } }, '@media print': { '& td, & th': { px: 0.5, py: 0.25, fontSize: '9pt' } } } as const;

const Sentences = ({ part }: { part: Of<'text'> }) => {
  const lang = useLang();
  return part.says.map((sentence, n) => (
    <Typography key={n} sx={{ mb: 1, lineHeight: 1.9, maxWidth: '48em' }}>
      {sentence[lang].map((piece, i, all) => (typeof piece === 'string' ? piece : <Figure key={i} inline cell={piece} label={String(all[i - 1] ?? '').split(/[。，；,.;:：]/).at(-1)?.trim() ?? ''} />))}
    </Typography>
  ));
};

const Numbers = ({ part }: { part: Of<'table'> }) => {
  const say = useReportWords();
  const text = useText();
  return (
    <TableContainer tabIndex={0} role="region" aria-label={text(part.title)}>
      <Table size="small" aria-label={text(part.title)} sx={dense}>
        <TableHead><TableRow><TableCell sx={stuck}>{say('village')}</TableCell>{part.columns.map((column) => <TableCell key={text(column)} align="right" sx={{ whiteSpace: 'nowrap' }}>{text(column)}</TableCell>)}</TableRow></TableHead>
        <TableBody>
          {part.rows.map(({ unit, name, cells }) => (
            <TableRow key={unit ?? 'all'} sx={unit === null ? { '& th, & td': { fontWeight: 600 } } : {}}>
              <TableCell component="th" scope="row" sx={stuck}>{text(name)}</TableCell>
              {cells.map((cell, i) => <TableCell key={i} align="right" sx={{ whiteSpace: 'nowrap' }}><Figure cell={cell} label={`${text(name)} ${text(part.columns[i])}`} /></TableCell>)}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};

const HEADS = ['village', 'indicator', 'records', 'rate', 'all', 'colour', 'said'] as const;
const Flags = ({ part }: { part: Of<'monitoring'> }) => {
  const say = useReportWords();
  const text = useText();
  if (part.flags.length === 0) return <Typography>{say('noFlags')}</Typography>;
  return (
    <TableContainer tabIndex={0} role="region" aria-label={text(part.title)}>
      <Table size="small" aria-label={text(part.title)} sx={dense}>
        <TableHead><TableRow>{HEADS.map((key) => <TableCell key={key} sx={key === 'village' ? stuck : {}}>{say(key)}</TableCell>)}</TableRow></TableHead>
        <TableBody>
          {part.flags.map(({ unit, name, indicator, records, rate, all, colour, said }) => (
            <TableRow key={`${unit}${text(indicator)}`}>
              <TableCell component="th" scope="row" sx={stuck}>{text(name)}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{text(indicator)}</TableCell>
              <TableCell><Figure cell={records} label={`${text(name)} ${text(indicator)}`} /></TableCell>
              <TableCell>{text(rate.shown)}</TableCell>
              <TableCell>{text(all.shown)}</TableCell>
              <TableCell><Chip size="small" variant="outlined" color={FLAG[colour]} label={colour === 'none' ? '' : say(colour)} /></TableCell>
              <TableCell sx={{ minWidth: 160 }}>{said ?? '—'}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};

const Content = ({ part }: { part: PartView }) => {
  const say = useReportWords();
  switch (part.kind) {
    case 'text': return <Sentences part={part} />;
    case 'written': return <Typography color={part.words === null ? 'textSecondary' : 'textPrimary'} sx={{ whiteSpace: 'pre-wrap', maxWidth: '48em' }}>{part.words ?? say('notYet')}</Typography>;
    case 'table': return <Numbers part={part} />;
    case 'bars': return <Suspense fallback={<PageLoading />}><Bars chart={part} /></Suspense>;
    case 'monitoring': return <Flags part={part} />;
  }
};

export const Part = ({ part }: { part: PartView }) => {
  const text = useText();
  return <Section title={text(part.title)}><Content part={part} /></Section>;
};
