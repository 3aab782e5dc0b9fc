/** What one can do to the case now; and what a rule keeps from one, with its reason in plain sight. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { EventName } from '../../workflows/kit/words.ts';
import { useText } from '../i18n/text.ts';
import type { Blocked, CaseRecord } from '../provider/records.ts';
import { NAVIGATION_PX } from './navigation.ts';
import { reasonOf } from './reasons.ts';
import { Section } from './Section.tsx';
import { eventName, isAside } from './standing.ts';
import { useWords } from './use-words.ts';

/** Where there is no room beside the sentence the bar lies above the navigation; the page ends higher by as much. */
const footOfPhone = {
  position: { xs: 'fixed', md: 'static' }, left: 0, right: 0, bottom: NAVIGATION_PX, zIndex: 2, py: { xs: 1, md: 0 }, px: { xs: 1.5, md: 0 },
  bgcolor: { xs: 'background.paper', md: 'transparent' }, borderTop: { xs: 1, md: 0 }, borderColor: 'divider', maxHeight: '30vh', overflowY: 'auto',
} as const;

type Acting = { readonly workflow: Workflow; readonly one: CaseRecord; readonly act: (event: EventName) => void };

/** Duties before asides; on a phone they stay under the thumb. */
export const ActionBar = ({ workflow, one, act }: Acting) => {
  const say = useWords();
  const text = useText();
  const offered = one.offers.map(({ type }) => type).toSorted((a, b) => Number(isAside(workflow, one, a)) - Number(isAside(workflow, one, b)));
  return (
    <Box role="group" aria-label={say('actions')}
      sx={{ ...footOfPhone, mb: { md: 2 }, displayPrint: 'none' }}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        {offered.length === 0 && <Typography color="textSecondary">{say('noActions')}</Typography>}
        {offered.map((event, i) => (
          <Button key={event} variant={i === 0 && !isAside(workflow, one, event) ? 'contained' : 'outlined'} color={isAside(workflow, one, event) ? 'inherit' : 'primary'} onClick={() => act(event)} sx={isAside(workflow, one, event) ? { borderColor: 'divider' } : {}}>
            {text(eventName(workflow, event))}
          </Button>
        ))}
      </Stack>
    </Box>
  );
};

const BlockedItem = ({ workflow, blocked: { type, why }, pressed }: { workflow: Workflow; blocked: Blocked; pressed: (sentence: string) => void }) => {
  const say = useWords();
  const text = useText();
  const id = useId();
  const reasons = why.map((code) => text(reasonOf(workflow, code)));
  const event = text(eventName(workflow, type));
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5, py: 0.5 }}>
      <Button variant="outlined" color="inherit" size="small" aria-disabled aria-describedby={id} onClick={() => pressed(say('blockedNow', { event, why: reasons.join(' ') }))}
        sx={{ color: 'text.secondary', borderStyle: 'dashed', cursor: 'not-allowed' }}>
        {event}
      </Button>
      <Typography id={id} variant="body2" component="div">{reasons.map((reason) => <div key={reason}>{reason}</div>)}</Typography>
    </Box>
  );
};

/** Grey, but not gone: they take the focus, and say why when pressed. */
export const BlockedActions = ({ workflow, one }: { workflow: Workflow; one: CaseRecord }) => {
  const say = useWords();
  const [said, setSaid] = useState('');
  const blocked = one.blocked ?? [];
  if (blocked.length === 0) return null;
  return (
    <Section title={say('blocked')} print={false}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {blocked.map((item) => <BlockedItem key={item.type} workflow={workflow} blocked={item} pressed={setSaid} />)}
      </Box>
      <Typography role="status" variant="body2" sx={{ mt: 1, '&:empty': { display: 'none' } }}>{said}</Typography>
    </Section>
  );
};
