/** The lines of a case as three sides tell of them: what differs stands out in colour and in words. */
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Roster, RosterLine } from '../../workflows/kit/exchange.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Data } from '../../workflows/kit/words.ts';
import { plainYuan } from '../../workflows/office/money.ts';
import { asCase } from '../case/as-case.ts';
import { Section } from '../case/Section.tsx';
import { CaseLink } from '../case/Value.tsx';
import { StateChip } from '../common/StateChip.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { useText } from '../i18n/text.ts';
import type { CaseRecord } from '../provider/records.ts';
import { Pages, usePages } from './Pages.tsx';
import { useExchangeWords, useOthers } from './use-exchange.ts';

type Compared = RosterLine & { readonly other: CaseRecord | undefined; readonly said: number | null; readonly same: boolean };

/** Without an answer the claim must say what the batch says; with one, what the bank says. */
const compare = (roster: Roster<Data>, one: CaseRecord, line: RosterLine, other: CaseRecord | undefined): Compared => {
  const said = other ? roster.saidBy(asCase(one), other) : null;
  return { ...line, other, said, same: line.answer ? said === line.answer.fen : said === line.fen };
};

const money = (fen: number | null): string => (fen === null ? '—' : plainYuan(fen));
const sum = (values: readonly (number | null)[]): number => values.reduce<number>((all, fen) => all + (fen ?? 0), 0);

const Verdict = ({ same, answered }: { same: boolean; answered: boolean }) => {
  const say = useExchangeWords();
  if (!same) return <Chip size="small" color="error" label={say('differs')} />;
  return <Chip size="small" variant="outlined" color={answered ? 'success' : 'default'} label={say(answered ? 'same' : 'waiting')} />;
};

const Line = ({ line, of }: { line: Compared; of: string }) => {
  const text = useText();
  const bad = !line.same;
  return (
    <TableRow>
      <TableCell>{line.no}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}><CaseLink of={of} id={line.id} /><Typography variant="caption" component="div" color="textSecondary">{line.id}</Typography></TableCell>
      <TableCell align="right" sx={bad ? { color: 'error.main', fontWeight: 600 } : {}}>{money(line.said)}</TableCell>
      <TableCell align="right">{money(line.fen)}</TableCell>
      <TableCell align="right">{line.answer ? <>{money(line.answer.fen)}<Typography variant="caption" component="div" sx={{ color: line.answer.tone === 'bad' ? 'error.main' : 'text.secondary' }}>{text(line.answer.label)}</Typography></> : '—'}</TableCell>
      <TableCell>{line.other && <StateChip workflow={of} state={line.other.state} />}</TableCell>
      <TableCell><Verdict same={line.same} answered={line.answer !== null} /></TableCell>
    </TableRow>
  );
};

const Sums = ({ roster, one, lines }: { roster: Roster<Data>; one: CaseRecord; lines: readonly Compared[] }) => {
  const say = useExchangeWords();
  const text = useText();
  const answered = lines.some(({ answer }) => answer !== null);
  const differing = lines.filter(({ same }) => !same).length;
  const sides = [
    { label: roster.sides.other, count: lines.filter(({ said }) => said !== null).length, fen: sum(lines.map(({ said }) => said)) },
    { label: roster.sides.own, count: lines.length, fen: sum(lines.map(({ fen }) => fen)) },
    { label: roster.sides.answer, count: lines.filter(({ answer }) => answer !== null).length, fen: answered ? sum(lines.map(({ answer }) => answer?.fen ?? null)) : null },
  ];
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, mb: 1.5 }}>
      <Table size="small" sx={{ width: 'auto' }} aria-label={say('match')}>
        <TableHead><TableRow><TableCell component="td" />{sides.map(({ label }) => <TableCell key={label.zh} align="right" component="th" scope="col">{text(label)}</TableCell>)}</TableRow></TableHead>
        <TableBody>
          <TableRow><TableCell component="th" scope="row">{say('lines')}</TableCell>{sides.map(({ label, count }) => <TableCell key={label.zh} align="right">{count}</TableCell>)}</TableRow>
          <TableRow><TableCell component="th" scope="row">{say('sum')}</TableCell>{sides.map(({ label, fen }) => <TableCell key={label.zh} align="right">{money(fen)}</TableCell>)}</TableRow>
          <TableRow><TableCell component="th" scope="row">{say('match')}</TableCell><TableCell colSpan={3} align="right" sx={differing > 0 ? { color: 'error.main', fontWeight: 600 } : {}}>{differing > 0 ? say('differ', { count: differing }) : say(answered ? 'agree' : 'waiting')}</TableCell></TableRow>
        </TableBody>
      </Table>
      <Table size="small" sx={{ width: 'auto' }} aria-label={say('byTier')}>
        <TableHead><TableRow><TableCell component="th" scope="col">{say('byTier')}</TableCell><TableCell align="right" component="th" scope="col">{say('amount')}</TableCell></TableRow></TableHead>
        <TableBody>{roster.parts(asCase(one)).map(({ label, fen }) => <TableRow key={label.zh}><TableCell component="th" scope="row">{text(label)}</TableCell><TableCell align="right">{money(fen)}</TableCell></TableRow>)}</TableBody>
      </Table>
    </Box>
  );
};

const Lines = ({ roster, lines }: { roster: Roster<Data>; lines: readonly Compared[] }) => {
  const say = useExchangeWords();
  const text = useText();
  const [only, setOnly] = useState(false);
  const differing = lines.filter(({ same }) => !same);
  const pages = usePages(only ? differing : lines);
  const heads = [say('no'), say('ref'), text(roster.sides.other), text(roster.sides.own), text(roster.sides.answer), say('state'), say('match')];
  return (
    <>
      {differing.length > 0 && <FormControlLabel control={<Switch checked={only} onChange={(_, on) => setOnly(on)} />} label={say('onlyDiffering')} />}
      <TableContainer tabIndex={0} role="region" aria-label={say('table')}>
        <Table size="small" sx={{ minWidth: 760 }}>
          <TableHead><TableRow>{heads.map((head, i) => <TableCell key={head} align={i > 1 && i < 5 ? 'right' : 'left'}>{head}</TableCell>)}</TableRow></TableHead>
          <TableBody>{pages.shown.map((line) => <Line key={line.id} line={line} of={roster.workflow} />)}</TableBody>
        </Table>
      </TableContainer>
      <Pages {...pages} />
    </>
  );
};

const Known = ({ roster, one, listed }: { roster: Roster<Data>; one: CaseRecord; listed: readonly RosterLine[] }) => {
  const say = useExchangeWords();
  const { data, error, refetch } = useOthers(one, roster.workflow, listed.map(({ id }) => id));
  if (error) return <><Typography>{say('unread')}</Typography><ErrorState error={error} retry={() => void refetch()} /></>;
  if (!data) return <Typography role="status">…</Typography>;
  const lines = listed.map((line) => compare(roster, one, line, data.get(line.id)));
  return <><Sums roster={roster} one={one} lines={lines} /><Lines roster={roster} lines={lines} /></>;
};

export const RosterSection = ({ workflow: { roster }, one }: { workflow: Workflow; one: CaseRecord }) => {
  const text = useText();
  const listed = roster?.lines(asCase(one)) ?? [];
  if (!roster || listed.length === 0) return null;
  return <Section title={text(roster.title)}><Known roster={roster} one={one} listed={listed} /></Section>;
};
