/** What happened to the case, the latest first; a case that was born with its parent says so, though the parent's log holds it. */
import Box from '@mui/material/Box';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { CaseRecord, LogRow } from '../provider/records.ts';
import { LogEntry } from './LogEntry.tsx';
import { Section } from './Section.tsx';
import { useWords } from './use-words.ts';

const bornOf = (workflow: Workflow, { id, openedAt, openedBy, unit }: CaseRecord): LogRow =>
  ({ id: `${id}@born`, version: 0, type: 'open', from: null, to: String(workflow.open.ways.at(-1)?.to), at: openedAt, by: openedBy, name: '', post: 'clock', unit, behalf: null, form: {} });

/** `log`: not there while it is on its way. */
export const Timeline = ({ workflow, one, log }: { workflow: Workflow; one: CaseRecord; log: readonly LogRow[] | undefined }) => {
  const say = useWords();
  const rows = log === undefined || log.some(({ from }) => from === null) ? log : [bornOf(workflow, one), ...log];
  return (
    <Section title={say('timeline')}>
      <Box component="ol" reversed sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows?.toReversed().map((row) => (
          <Box component="li" key={row.id} sx={{ borderLeft: 3, borderColor: 'divider', pl: 1.5, pb: 2, '&:last-child': { pb: 0 } }}>
            <LogEntry workflow={workflow} row={row} />
          </Box>
        ))}
      </Box>
    </Section>
  );
};
