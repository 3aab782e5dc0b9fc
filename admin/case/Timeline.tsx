/** What happened to the case, the latest first. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { LogRow } from '../provider/records.ts';
import { LogEntry } from './LogEntry.tsx';
import { Section } from './Section.tsx';
import { useWords } from './use-words.ts';

export const Timeline = ({ workflow, log }: { workflow: Workflow; log: readonly LogRow[] }) => {
  const say = useWords();
  return (
    <Section title={say('timeline')}>
      {log.length === 0 && <Typography>{say('noLog')}</Typography>}
      <Box component="ol" reversed sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {log.toReversed().map((row) => (
          <Box component="li" key={row.version} sx={{ borderLeft: 3, borderColor: 'divider', pl: 1.5, pb: 2, '&:last-child': { pb: 0 } }}>
            <LogEntry workflow={workflow} row={row} />
          </Box>
        ))}
      </Box>
    </Section>
  );
};
