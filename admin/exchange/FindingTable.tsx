/** Lines of a file that came back, each with what was found and, where the file does not settle it, what is decided and why. */
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import MenuItem from '@mui/material/MenuItem';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { Finding, Settlement } from '../../workflows/kit/exchange.ts';
import { plainYuan } from '../../workflows/office/money.ts';
import { CaseLink } from '../case/Value.tsx';
import { useText } from '../i18n/text.ts';
import { Pages, usePages } from './Pages.tsx';
import type { Decided } from './ReturnPreview.tsx';
import { useExchangeWords } from './use-exchange.ts';

type Decide = (ref: string, change: Partial<Omit<Settlement, 'ref'>>) => void;

const Deciding = ({ finding, decided, decide }: { finding: Finding; decided: Decided; decide: Decide }) => {
  const say = useExchangeWords();
  const text = useText();
  const { ref, decisions } = finding;
  if (decisions.length === 0) return <>—</>;
  return (
    <Box sx={{ display: 'grid', gap: 1, minWidth: 300, py: 0.5 }}>
      <TextField select size="small" label={say('decision')} slotProps={{ select: { SelectDisplayProps: { 'aria-label': `${say('decision')} ${ref}` } } }} value={decided[ref]?.decision ?? ''} onChange={({ target }) => decide(ref, { decision: target.value })}>
        <MenuItem value="">{say('decide')}</MenuItem>
        {decisions.map(({ value, label }) => <MenuItem key={value} value={value}>{text(label)}</MenuItem>)}
      </TextField>
      <TextField size="small" label={say('basis')} value={decided[ref]?.basis ?? ''} onChange={({ target }) => decide(ref, { basis: target.value })} slotProps={{ htmlInput: { maxLength: 120, 'aria-label': `${say('basis')} ${ref}` } }} />
    </Box>
  );
};

export const FindingTable = ({ of, findings, decided, decide }: { of: string | undefined; findings: readonly Finding[]; decided: Decided; decide: Decide }) => {
  const say = useExchangeWords();
  const text = useText();
  const pages = usePages(findings);
  return (
    <>
      <TableContainer tabIndex={0} role="region" aria-label={say('result')}>
        <Table size="small" sx={{ minWidth: 760 }}>
          <TableHead><TableRow>{(['no', 'ref', 'amount', 'result', 'decision'] as const).map((key) => <TableCell key={key} align={key === 'amount' ? 'right' : 'left'}>{say(key)}</TableCell>)}</TableRow></TableHead>
          <TableBody>
            {pages.shown.map((finding) => (
              <TableRow key={`${finding.found}${finding.ref}`}>
                <TableCell>{finding.no ?? '—'}</TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{of && finding.no !== null && <div><CaseLink of={of} id={finding.ref} /></div>}<Typography variant="body2" color="textSecondary">{finding.ref}</Typography></TableCell>
                <TableCell align="right">{finding.fen === null ? '—' : plainYuan(finding.fen)}</TableCell>
                <TableCell>
                  <Chip size="small" variant="outlined" color={finding.tone === 'good' ? 'success' : 'error'} label={text(finding.label)} />
                  {finding.detail && <Typography variant="body2">{text(finding.detail)}</Typography>}
                </TableCell>
                <TableCell><Deciding finding={finding} decided={decided} decide={decide} /></TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      <Pages {...pages} />
    </>
  );
};
