/** The acts as buttons: beside their keys on a desk, large and under the thumb on a phone. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { NAVIGATION_PX } from '../case/navigation.ts';
import type { Acts } from './use-acts.ts';
import { useDeskWords } from './use-desk-words.ts';

const BUTTONS = [['same', 'Enter'], ['change', 'C'], ['unable', 'U'], ['undo', 'Z'], ['previous', '↑'], ['next', '↓']] as const;

const underThumb = { position: 'fixed', left: 0, right: 0, bottom: NAVIGATION_PX, zIndex: 2, p: 1, bgcolor: 'background.paper', borderTop: 1, borderColor: 'divider', display: 'grid', gridTemplateColumns: '1fr 1fr 1fr', gap: 1 } as const;

export const ActBar = ({ acts, phone }: { acts: Acts; phone: boolean }) => {
  const say = useDeskWords();
  return (
    <Box role="group" aria-label={say('actions')} sx={phone ? underThumb : { display: 'flex', flexWrap: 'wrap', gap: 1, my: 1 }}>
      {BUTTONS.map(([name, key]) => (
        <Button key={name} variant={name === 'same' ? 'contained' : 'outlined'} color={name === 'same' ? 'primary' : 'inherit'} onClick={() => acts[name]()} aria-keyshortcuts={key} sx={{ minHeight: phone ? 48 : 36, ...(name !== 'same' && { borderColor: 'divider' }) }}>
          {say(name)}{!phone && <Box component="kbd" aria-hidden sx={{ ml: 1, fontSize: '0.75em', opacity: 0.85, fontFamily: 'inherit' }}>{key}</Box>}
        </Button>
      ))}
    </Box>
  );
};
