/** A switch that leaves only cases whose term has run out by the office's clock. */
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { useInput, useTranslate } from 'react-admin';
import { useNow } from '../common/office.ts';

/** `source` is `dueAt_lte`: an open term is the only one that is stored. */
export const OverdueInput = ({ source }: { source: string; alwaysOn?: boolean }) => {
  const translate = useTranslate();
  const now = useNow();
  const { field } = useInput({ source, defaultValue: '' });
  return (
    <FormControlLabel label={translate('cases.overdueOnly')} sx={{ minHeight: 48, mx: 0 }}
      control={<Switch checked={Boolean(field.value)} disabled={now === null} onChange={(_event, on) => field.onChange(on ? now : '')} slotProps={{ input: { ref: field.ref } }} />} />
  );
};
