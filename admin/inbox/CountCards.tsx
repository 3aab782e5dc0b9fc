/** Four numbers that say how the day looks; each is a button that shows its cases. */
import ButtonBase from '@mui/material/ButtonBase';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { useInboxTotal } from './use-inbox.ts';
import type { Only, View } from './view.ts';

const CountCard = ({ only, chosen, choose }: { only: Only; chosen: boolean; choose: () => void }) => {
  const translate = useTranslate();
  const total = useInboxTotal({ only, process: null });
  const alarm = only === 'overdue' && (total ?? 0) > 0;
  return (
    <ButtonBase onClick={choose} aria-pressed={chosen} sx={{ flex: '1 1 76px', '@media (max-width: 359px)': { flexBasis: '40%' }, flexDirection: 'column', alignItems: 'flex-start', justifyContent: 'flex-start', textAlign: 'left', py: 1.5, px: { xs: 1, md: 1.5 }, bgcolor: 'background.paper', borderRadius: 1, border: 2, borderColor: chosen ? 'primary.main' : 'divider' }}>
      <Typography component="span" sx={{ fontSize: '1.8rem', fontWeight: 700, lineHeight: 1.2, fontVariantNumeric: 'tabular-nums', color: alarm ? 'error.main' : 'text.primary' }}>{total ?? '…'}</Typography>
      <Typography component="span" variant="body2" sx={{ color: alarm ? 'error.main' : 'text.secondary', fontWeight: alarm ? 700 : 400 }}>{translate(`inbox.${only}`)}</Typography>
    </ButtonBase>
  );
};

export const CountCards = ({ view, look }: { view: View; look: (change: Partial<View>) => void }) => (
  <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }} role="group" aria-label={useTranslate()('inbox.counts')}>
    {(['waiting', 'overdue', 'returned', 'urged'] as const).map((only) => <CountCard key={only} only={only} chosen={view.only === only} choose={() => look({ only })} />)}
  </Stack>
);
