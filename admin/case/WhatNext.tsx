/** What happens next, said before one confirms. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { EventName, State } from '../../workflows/kit/words.ts';
import type { Passage } from './ahead.ts';
import { useText } from '../i18n/text.ts';
import { useWords } from './use-words.ts';
import { whatNext } from './what-next.ts';

export const WhatNext = ({ workflow, from, event, log = [] }: { workflow: Workflow; from: State | null; event: EventName; log?: readonly Passage[] }) => {
  const say = useWords();
  const text = useText();
  const id = useId();
  const ways = whatNext(workflow, from, event, log);
  const [only] = ways;
  return (
    <Box component="section" aria-labelledby={id} sx={{ borderLeft: 4, borderColor: 'primary.main', pl: 1.5 }}>
      <Typography id={id} variant="subtitle2" component="p">{say('next')}</Typography>
      {ways.length === 1 && only ? <Typography variant="body2">{text(only)}</Typography> : (
        <Typography variant="body2" component="div">
          {say('nextEither')}
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>{ways.map((way) => <li key={way.zh}>{text(way)}</li>)}</Box>
        </Typography>
      )}
    </Box>
  );
};
