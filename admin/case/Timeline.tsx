/** What happened to the case and who urged it, the latest first; a case that was born with its parent says so, though the parent's log holds it. */
import Box from '@mui/material/Box';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Instant } from '../../workflows/kit/words.ts';
import type { CaseRecord, LogRow, UrgeRecord } from '../provider/records.ts';
import { UrgeEntry } from '../urging/UrgeEntry.tsx';
import { useUrges } from '../urging/use-urges.ts';
import { LogEntry } from './LogEntry.tsx';
import { Section } from './Section.tsx';
import { useWords } from './use-words.ts';

const bornOf = (workflow: Workflow, { id, openedAt, openedBy, unit }: CaseRecord): LogRow =>
  ({ id: `${id}@born`, version: 0, type: 'open', from: null, to: String(workflow.open.ways.at(-1)?.to), at: openedAt, by: openedBy, name: '', post: 'clock', unit, behalf: null, form: {} });

type Entry = { readonly id: string; readonly at: Instant } & ({ readonly row: LogRow; readonly urge?: undefined } | { readonly row?: undefined; readonly urge: UrgeRecord });

/** What happened keeps its own order, whatever the clock said. */
const mixed = (rows: readonly LogRow[], urges: readonly UrgeRecord[]): Entry[] => {
  const told: Entry[] = rows.toReversed().map((row) => ({ id: row.id, at: row.at, row }));
  return [...told, ...urges.map((urge): Entry => ({ id: `urge/${urge.person}/${urge.id}`, at: urge.at, urge }))].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
};

/** `log`: not there while it is on its way. */
export const Timeline = ({ workflow, one, log }: { workflow: Workflow; one: CaseRecord; log: readonly LogRow[] | undefined }) => {
  const say = useWords();
  const { data } = useUrges(one);
  const rows = log === undefined || log.some(({ from }) => from === null) ? log : [bornOf(workflow, one), ...log];
  const entries = rows ? mixed(rows, data?.urges ?? []) : [];
  return (
    <Section title={say('timeline')}>
      <Box component="ol" reversed sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {entries.map(({ id, row, urge }) => (
          <Box component="li" key={id} sx={{ borderLeft: 3, borderColor: urge ? 'warning.main' : 'divider', pl: 1.5, pb: 2, '&:last-child': { pb: 0 } }}>
            {row ? <LogEntry workflow={workflow} row={row} /> : <UrgeEntry workflow={workflow} urge={urge} />}
          </Box>
        ))}
      </Box>
    </Section>
  );
};
