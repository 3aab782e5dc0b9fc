/** One way by which the digest may come: a tick, and where to. What is known is shown masked, and stays unless it is typed anew. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import type { MaskedValue } from '../provider/records.ts';
import { useNotificationWords } from './use-notifications.ts';

export type Way = { readonly on: boolean; readonly typed: string };
type Props = {
  readonly tick: string; readonly label: string; readonly type: 'email' | 'tel'; readonly way: Way; readonly known: MaskedValue | null; readonly error: string | undefined;
  readonly change: (way: Way) => void; readonly forget: () => void;
};

export const WayFields = ({ tick, label, type, way, known, error, change, forget }: Props) => {
  const say = useNotificationWords();
  return (
    <Box sx={{ mb: 2 }}>
      <FormControlLabel control={<Checkbox checked={way.on} onChange={({ target }) => change({ ...way, on: target.checked })} />} label={tick} />
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
        <TextField type={type} autoComplete={type} label={label} value={way.typed} onChange={({ target }) => change({ ...way, typed: target.value })} error={error !== undefined}
          helperText={error ?? (known ? say('known', { masked: known.masked }) : ' ')} sx={{ flex: 1, maxWidth: 360 }} />
        {known && !way.on && <Button onClick={forget} sx={{ mt: 1 }}>{say('forget')}</Button>}
      </Box>
    </Box>
  );
};
