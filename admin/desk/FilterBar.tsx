/** Which records the list shows. */
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import type { Ref } from 'react';
import type { Filter, Shown } from './rows.ts';
import { useDeskWords } from './use-desk-words.ts';

const SHOWS: readonly Shown[] = ['pending', 'all', 'flagged', 'sample', 'refused'];

type Props = { readonly filter: Filter; readonly set: (filter: Filter) => void; readonly counted: number; readonly sampled: boolean; readonly input: Ref<HTMLInputElement>; readonly back: () => void };

export const FilterBar = ({ filter, set, counted, sampled, input, back }: Props) => {
  const say = useDeskWords();
  return (
    <Box role="search" aria-label={say('filter')} sx={{ display: 'flex', gap: 1, p: 1, alignItems: 'flex-start' }}>
      <TextField size="small" select label={say('show')} value={filter.show} onChange={({ target }) => set({ ...filter, show: target.value as Shown })} sx={{ minWidth: 130 }} slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}>
        {SHOWS.filter((show) => show !== 'sample' || sampled).map((show) => <option key={show} value={show}>{say(`shows.${show}`)}</option>)}
      </TextField>
      <TextField size="small" fullWidth label={say('filter')} value={filter.typed} inputRef={input} onChange={({ target }) => set({ ...filter, typed: target.value })} helperText={say('count', { smart_count: counted })}
        onKeyDown={(pressed) => { if (pressed.key === 'Escape' || pressed.key === 'Enter') { pressed.preventDefault(); back(); } }} slotProps={{ formHelperText: { sx: { mx: 0 } } }} />
    </Box>
  );
};
