/** Chooses the cases on the page of a list, or lets them go; nothing where there is none. */
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useListContext } from 'react-admin';
import type { CaseRecord } from '../provider/records.ts';
import { useBulkWords } from './use-bulk.ts';

export const PageTick = () => {
  const say = useBulkWords();
  const { data = [], selectedIds, onSelect } = useListContext<CaseRecord>();
  const here = data.map(({ id }) => id);
  const chosen = here.filter((id) => selectedIds.includes(id));
  if (here.length === 0) return null;
  const all = chosen.length === here.length;
  const choose = (on: boolean): void => onSelect([...selectedIds.filter((id) => !here.includes(id)), ...(on ? here : [])]);
  return (
    <FormControlLabel label={say('page')} sx={{ ml: 0, pl: { xs: 0, md: 1.4 }, position: 'sticky', left: 0 }}
      slotProps={{ typography: { variant: 'body2' } }}
      control={<Checkbox size="small" checked={all} indeterminate={!all && chosen.length > 0} onChange={(_, on) => choose(on)} />} />
  );
};
