/** The same on a phone: a card for each unit, or for each process. */
import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { Amount, PictureView } from '../../workflows/kit/picture.ts';
import type { Asked, Choose } from './asked.ts';
import { LateCount, OpenCount } from './Counts.tsx';
import type { Matrix } from './matrix.ts';
import { usePictureWords } from './use-picture.ts';

type Names = { readonly unit: (id: string) => string; readonly process: (name: string) => string };
type Row = { readonly unit: string; readonly workflow: string; readonly name: string; readonly amount: Amount };
type Group = { readonly id: string; readonly name: string; readonly amount: Amount; readonly rows: readonly Row[] };

const groupsOf = ({ units, processes, cell, ofUnit, ofProcess }: Matrix, names: Names, by: Asked['by']): Group[] => {
  const full = (group: Group): Group => ({ ...group, rows: group.rows.filter(({ amount }) => amount.open > 0) });
  return (by === 'unit'
    ? units.map((unit) => full({ id: unit, name: names.unit(unit), amount: ofUnit(unit), rows: processes.map((workflow) => ({ unit, workflow, name: names.process(workflow), amount: cell(unit, workflow) })) }))
    : processes.map((workflow) => full({ id: workflow, name: names.process(workflow), amount: ofProcess(workflow), rows: units.map((unit) => ({ unit, workflow, name: names.unit(unit), amount: cell(unit, workflow) })) })))
    .filter(({ amount }) => amount.open > 0);
};

const Card = ({ view, group: { name, amount, rows } }: { view: PictureView; group: Group }) => {
  const say = usePictureWords();
  return (
    <Box component="li" sx={{ listStyle: 'none', border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5, mb: 1 }}>
      <Typography component="h3" variant="subtitle1" sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, fontWeight: 600 }}>
        <span>{name}</span><span>{amount.open}{amount.overdue > 0 && <Box component="span" sx={{ color: 'error.main', ml: 1 }}>{say('late', { count: amount.overdue })}</Box>}</span>
      </Typography>
      {rows.map((row) => {
        const shown = { view, workflow: row.workflow, of: `${name} ${row.name}`, amount: row.amount, place: { unit: row.unit } };
        return <Box key={`${row.unit}${row.workflow}`} sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, minHeight: 28 }}><span>{row.name}</span><Box component="span" sx={{ whiteSpace: 'nowrap' }}><LateCount {...shown} /> <OpenCount {...shown} /></Box></Box>;
      })}
    </Box>
  );
};

export const MatrixCards = ({ view, matrix, names, by, choose }: { view: PictureView; matrix: Matrix; names: Names; by: Asked['by']; choose: Choose }) => {
  const say = usePictureWords();
  const id = useId();
  const groups = groupsOf(matrix, names, by);
  return (
    <>
      <Tabs value={by} onChange={(_event, chosen: Asked['by']) => choose({ by: chosen })} aria-label={say('by')} sx={{ mb: 1 }}>
        {(['unit', 'process'] as const).map((one) => <Tab key={one} value={one} id={`${id}${one}`} aria-controls={`${id}cards`} label={say(one === 'unit' ? 'byUnit' : 'byProcess')} />)}
      </Tabs>
      <Box role="tabpanel" id={`${id}cards`} aria-labelledby={id + by}>
        <Box component="ul" aria-label={say('matrix')} sx={{ m: 0, p: 0 }}>{groups.map((group) => <Card key={group.id} view={view} group={group} />)}</Box>
      </Box>
    </>
  );
};
