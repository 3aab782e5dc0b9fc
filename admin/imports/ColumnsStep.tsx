/** Which column of the file is which field of the register; most are guessed from their names. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { required, targets, targetWords } from '../../workflows/office/import/columns.ts';
import type { Target } from '../../workflows/office/import/columns.ts';
import { useText } from '../i18n/text.ts';
import type { ImportRecord } from '../provider/records.ts';
import { FirstRows } from './FirstRows.tsx';
import { ImportTrouble } from './ImportTrouble.tsx';
import { useImportWords, useMove } from './use-imports.ts';

const NONE = '';

export const ColumnsStep = ({ one }: { one: ImportRecord }) => {
  const say = useImportWords();
  const text = useText();
  const move = useMove(one.id);
  const [mapping, setMapping] = useState(one.mapping);
  const choose = (target: Target, column: string) => {
    const { [target]: _before, ...others } = mapping;
    setMapping(column === NONE ? others : { ...others, [target]: Number(column) });
  };
  const columns = one.headers.flatMap((header, column) => (one.dropped.includes(column) ? [] : [{ column, label: header || say('column', { n: column + 1 }) }]));
  return (
    <Stack spacing={2}>
      {one.dropped.length > 0 && <Alert severity="info">{say('dropped', { smart_count: one.dropped.length })}</Alert>}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))', lg: 'repeat(3, minmax(0, 1fr))' } }}>
        {targets.map((target) => (
          <TextField key={target} select size="small" label={say('columnFor', { field: text(targetWords[target].label) })} value={mapping[target] === undefined ? NONE : String(mapping[target])}
            onChange={(event) => choose(target, event.target.value)} {...(required.includes(target) && { helperText: say('needed') })}>
            <MenuItem value={NONE}>{say('noColumn')}</MenuItem>
            {columns.map(({ column, label }) => <MenuItem key={column} value={String(column)}>{label}</MenuItem>)}
          </TextField>
        ))}
      </Box>
      <FirstRows one={one} />
      <ImportTrouble error={move.error} />
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        <Button variant="contained" disabled={move.isPending} onClick={() => move.mutate({ step: 'check', body: { mapping } })}>{say('check')}</Button>
        <Button disabled={move.isPending} onClick={() => move.mutate({ step: 'discard' })}>{say('discard')}</Button>
      </Stack>
    </Stack>
  );
};
