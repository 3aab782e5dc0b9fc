/** What the check found, before anything is loaded. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type { ImportRecord } from '../provider/records.ts';
import { Faults } from './Faults.tsx';
import { ImportTrouble } from './ImportTrouble.tsx';
import { useImportWords, useMove } from './use-imports.ts';

export const PreviewStep = ({ one, back }: { one: ImportRecord; back: () => void }) => {
  const say = useImportWords();
  const move = useMove(one.id);
  const { rows, good, wrong, problems } = one;
  return (
    <Stack spacing={2}>
      <Alert severity={wrong > 0 ? 'warning' : 'success'}>{say('counts', { rows, good, wrong, problems })}</Alert>
      {one.dropped.length > 0 && <Alert severity="info">{say('dropped', { smart_count: one.dropped.length })}</Alert>}
      <Faults one={one} />
      {good === 0 && <Alert severity="error">{say('nothing')}</Alert>}
      <ImportTrouble error={move.error} />
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        {good > 0 && <Button variant="contained" disabled={move.isPending} onClick={() => move.mutate({ step: 'load' })}>{say('load', { smart_count: good })}</Button>}
        <Button variant="outlined" disabled={move.isPending} onClick={back}>{say('back')}</Button>
        <Button disabled={move.isPending} onClick={() => move.mutate({ step: 'discard' })}>{say('discard')}</Button>
      </Stack>
    </Stack>
  );
};
