/** Each budget line, and each programme: what was granted, set aside, paid and is left, as a bar with its numbers; each opens its entries. */
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { Line, Part, PictureView } from '../../workflows/kit/picture.ts';
import { account } from '../../workflows/office/budget.ts';
import { plainYuan } from '../../workflows/office/money.ts';
import { Section } from '../case/Section.tsx';
import { useText } from '../i18n/text.ts';
import { lineText } from '../ledger/lines.ts';
import { accountOf, useLedgerWords, usePartWords } from '../ledger/use-ledger.ts';
import { Count } from './Counts.tsx';
import { dense } from './look.ts';
import { entriesPath } from './openings.ts';
import { usePictureWords } from './use-picture.ts';

const SIDES = ['granted', 'committed', 'paid', 'left'] as const;
type Money = NonNullable<PictureView['money']>;

const percent = (used: number, of: number): number => (of > 0 ? Math.round((used / of) * 1000) / 10 : 0);

/** Paid is filled, set aside is hatched: told apart without colour. The numbers stand beside it. */
const Bar = ({ paid, committed, of }: { paid: number; committed: number; of: number }) => (
  <Box aria-hidden sx={{ display: 'flex', height: 14, minWidth: 90, border: 1, borderColor: 'text.secondary', borderRadius: 0.5, overflow: 'hidden', printColorAdjust: 'exact' }}>
    <Box sx={{ width: `${percent(paid, of)}%`, bgcolor: 'primary.main', '@media print': { background: '#444 !important' } }} />
    <Box sx={({ palette: { primary } }) => ({ width: `${percent(committed, of)}%`, background: `repeating-linear-gradient(45deg, ${primary.main} 0 2px, transparent 2px 5px)`, '@media print': { background: 'repeating-linear-gradient(45deg, #444 0 2px, transparent 2px 5px) !important' } })} />
  </Box>
);

const Row = ({ line }: { line: Line }) => {
  const say = usePictureWords();
  const sayLedger = useLedgerWords();
  const text = useText();
  const name = text(lineText(line.id));
  return (
    <TableRow>
      <TableCell component="th" scope="row">{name}</TableCell>
      {SIDES.map((side) => <TableCell key={side} align="right"><Count to={entriesPath([accountOf(side, line.id)])} label={say('amountOf', { of: name, side: sayLedger(side), yuan: plainYuan(line[side]) })}>{plainYuan(line[side])}</Count></TableCell>)}
      <TableCell><Bar paid={line.paid} committed={line.committed} of={line.granted} /></TableCell>
      <TableCell align="right">{percent(line.paid + line.committed, line.granted)}%</TableCell>
    </TableRow>
  );
};

const Lines = ({ lines }: { lines: readonly Line[] }) => {
  const say = usePictureWords();
  const sayLedger = useLedgerWords();
  return (
    <TableContainer tabIndex={0} role="region" aria-label={say('money')}>
      <Table size="small" aria-label={say('money')} sx={dense}>
        <TableHead><TableRow><TableCell>{say('line')}</TableCell>{SIDES.map((side) => <TableCell key={side} align="right">{sayLedger(side)}</TableCell>)}<TableCell colSpan={2}>{say('share')}</TableCell></TableRow></TableHead>
        <TableBody>{lines.map((line) => <Row key={line.id} line={line} />)}</TableBody>
      </Table>
    </TableContainer>
  );
};

const Parts = ({ money: { lines, parts } }: { money: Money }) => {
  const say = usePictureWords();
  const sayLedger = useLedgerWords();
  const partWords = usePartWords();
  const partName = ({ workflow, part }: Part): string => partWords(workflow, part);
  const budget = lines.reduce((sum, { granted }) => sum + granted, 0);
  return (
    <TableContainer tabIndex={0} role="region" aria-label={say('byProgramme')} sx={{ mt: 1.5 }}>
      <Table size="small" aria-label={say('byProgramme')} sx={dense}>
        <TableHead><TableRow><TableCell>{say('programme')}</TableCell>{(['committed', 'paid'] as const).map((side) => <TableCell key={side} align="right">{sayLedger(side)}</TableCell>)}<TableCell colSpan={2}>{say('ofBudget')}</TableCell></TableRow></TableHead>
        <TableBody>
          {parts.map((part) => (
            <TableRow key={part.workflow + part.part}>
              <TableCell component="th" scope="row">{partName(part)}</TableCell>
              {(['committed', 'paid'] as const).map((side) => <TableCell key={side} align="right"><Count to={entriesPath(lines.map(({ id }) => account(side, id)), part)} label={say('amountOf', { of: partName(part), side: sayLedger(side), yuan: plainYuan(part[side]) })}>{plainYuan(part[side])}</Count></TableCell>)}
              <TableCell><Bar paid={part.paid} committed={part.committed} of={budget} /></TableCell>
              <TableCell align="right">{percent(part.paid + part.committed, budget)}%</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};

export const MoneySection = ({ money }: { money: Money }) => {
  const say = usePictureWords();
  return (
    <Section title={say('money')}>
      {money.lines.length === 0 ? <Typography>{say('noMoney')}</Typography> : <><Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>{say('moneyHint')}</Typography><Lines lines={money.lines} />{money.parts.length > 0 && <Parts money={money} />}</>}
    </Section>
  );
};
