/** Units down, processes across: how many cases are open, and how many of them overdue; its heads stay in sight. */
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { Amount, PictureView } from '../../workflows/kit/picture.ts';
import { Count, LateCount, OpenCount } from './Counts.tsx';
import type { Matrix } from './matrix.ts';
import { usePictureWords } from './use-picture.ts';

type Names = { readonly unit: (id: string) => string; readonly process: (name: string) => string };
/** `ofUnitAlone`: the address of the picture of one unit. */
type Props = { readonly view: PictureView; readonly matrix: Matrix; readonly names: Names; readonly ofUnitAlone: (unit: string) => string };

const paper = 'background.paper';
const left = { position: 'sticky', left: 0, zIndex: 1, bgcolor: paper, whiteSpace: 'nowrap' } as const;
const look = {
  '& td, & th': { px: 0.75 }, '& tr > :last-child': { position: 'sticky', right: 0, zIndex: 1, bgcolor: paper, borderLeft: 1, borderLeftColor: 'divider' }, '& thead th': { position: 'sticky', top: 0, zIndex: 2, bgcolor: paper, verticalAlign: 'bottom', lineHeight: 1.3, minWidth: 56, textWrap: 'balance' }, '& thead th:first-of-type, & thead th:last-of-type': { zIndex: 3 }, '& thead th:first-of-type': { left: 0 },
  '@media print': { '& td, & th': { px: '3px', py: '1px', fontSize: '8pt', lineHeight: 1.25, position: 'static !important', minWidth: '0 !important' }, '& a': { minWidth: '0 !important', lineHeight: '1.25 !important' } },
} as const;

/** Over several processes there is no one list: the sum of a unit opens the picture of that unit, where each process opens its own. */
const Sum = ({ amount: { open, overdue }, unit }: { amount: Amount; unit?: { readonly to: string; readonly name: string } }) => {
  const say = usePictureWords();
  return <>{unit && open > 0 ? <Count to={unit.to} label={say('sumOf', { unit: unit.name, count: open })}>{open}</Count> : open}{overdue > 0 && <Box sx={{ color: 'error.main', whiteSpace: 'nowrap' }}>{say('late', { count: overdue })}</Box>}</>;
};

export const MatrixTable = ({ view, matrix, names, ofUnitAlone }: Props) => {
  const say = usePictureWords();
  const { units, processes, cell, ofUnit, ofProcess, all } = matrix;
  const whole = { '& th, & td': { fontWeight: 600, position: 'sticky', bottom: 0, bgcolor: paper, zIndex: 1, borderTop: 1, borderTopColor: 'divider' }, '& th': { zIndex: 2 } };
  return (
    <TableContainer tabIndex={0} role="region" aria-label={say('matrix')} sx={{ maxHeight: '85vh', '@media print': { maxHeight: 'none', overflow: 'visible' } }}>
      <Table size="small" aria-label={say('matrix')} sx={look}>
        <TableHead><TableRow>
          <TableCell sx={left}>{say('unit')}</TableCell>
          {processes.map((name) => <TableCell key={name} align="right">{names.process(name)}</TableCell>)}
          <TableCell align="right">{say('sum')}</TableCell>
        </TableRow></TableHead>
        <TableBody>
          {units.map((unit) => (
            <TableRow key={unit}>
              <TableCell component="th" scope="row" sx={left}>{names.unit(unit)}</TableCell>
              {processes.map((workflow) => {
                const shown = { view, workflow, of: `${names.unit(unit)} ${names.process(workflow)}`, amount: cell(unit, workflow), place: { unit } };
                return <TableCell key={workflow} align="right" sx={shown.amount.open === 0 ? { color: 'text.secondary' } : {}}><OpenCount {...shown} /> <LateCount {...shown} /></TableCell>;
              })}
              <TableCell align="right" sx={{ fontWeight: 600 }}><Sum amount={ofUnit(unit)} {...(view.unit === null && { unit: { to: ofUnitAlone(unit), name: names.unit(unit) } })} /></TableCell>
            </TableRow>
          ))}
          <TableRow sx={whole}>
            <TableCell component="th" scope="row" sx={left}>{say('sum')}</TableCell>
            {processes.map((workflow) => {
              const shown = { view, workflow, of: names.process(workflow), amount: ofProcess(workflow) };
              return <TableCell key={workflow} align="right"><OpenCount {...shown} /> <LateCount {...shown} /></TableCell>;
            })}
            <TableCell align="right"><Sum amount={all} /></TableCell>
          </TableRow>
        </TableBody>
      </Table>
    </TableContainer>
  );
};
