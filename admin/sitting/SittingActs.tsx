/** The keys of a sitting as buttons: beside their keys on a desk, large and under the thumb on a phone. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { NAVIGATION_PX } from '../case/navigation.ts';
import { useSittingWords } from './use-sitting-words.ts';

export type Acts = Readonly<Record<'sign' | 'back' | 'skip' | 'previous' | 'next', () => void>>;
const BUTTONS = [['sign', 'S'], ['back', 'R'], ['skip', 'N'], ['previous', 'K'], ['next', 'J']] as const;
const underThumb = { position: 'fixed', left: 0, right: 0, bottom: NAVIGATION_PX, zIndex: 2, p: 1, bgcolor: 'background.paper', borderTop: 1, borderColor: 'divider', display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: 1 } as const;

export const SittingActs = ({ acts, phone }: { acts: Acts; phone: boolean }) => {
  const say = useSittingWords();
  return (
    <Box role="group" aria-label={say('actions')} sx={{ displayPrint: 'none', ...(phone ? underThumb : { display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1 }) }}>
      {BUTTONS.filter(([name]) => !phone || (name !== 'previous' && name !== 'next')).map(([name, key]) => (
        <Button key={name} variant={name === 'sign' ? 'contained' : 'outlined'} color={name === 'sign' ? 'primary' : 'inherit'} onClick={acts[name]} aria-keyshortcuts={key} sx={{ minHeight: phone ? 48 : 36, ...(name !== 'sign' && { borderColor: 'divider' }) }}>
          {say(name)}{!phone && <Box component="kbd" aria-hidden sx={{ ml: 1, fontSize: '0.75em', opacity: 0.85, fontFamily: 'inherit' }}>{key}</Box>}
        </Button>
      ))}
    </Box>
  );
};
