/** The rows of a workbook that say something: what each would change, why it cannot be done, or what is wrong in which cell. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as To } from 'react-router-dom';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { reasonOf } from '../case/reasons.ts';
import { eventName, stateName } from '../case/standing.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { useText } from '../i18n/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import type { WorkbookKind, WorkbookRecord, WorkbookRowRecord } from '../provider/records.ts';
import { countsOf, PAGE, useWorkbookRows, useWorkbookWords } from './use-workbooks.ts';

const KINDS = ['fault', 'conflict', 'answer'] as const;
const bare = { m: 0, p: 0, listStyle: 'none' } as const;

const Why = ({ workflow, row }: { workflow: Workflow; row: WorkbookRowRecord }) => {
  const say = useWorkbookWords();
  const text = useText();
  const sentence = (code: string): string => {
    if (code === 'moved-on') return say('movedOn', { state: row.state === null ? '' : text(stateName(workflow, row.state)) });
    return code === 'entry-changed' ? say('entryChanged') : text(reasonOf(workflow, code));
  };
  return (
    <>
      {row.why.map((code) => <Typography key={code}>{sentence(code)}</Typography>)}
      {row.moved.map(({ label, was, now }) => (
        <Typography key={label} variant="body2" color="textSecondary">{label}{' · '}{was === now ? say('maskedChange') : `${say('was', { value: was || say('emptyBefore') })}；${say('now', { value: now || say('emptyBefore') })}`}</Typography>
      ))}
    </>
  );
};

const Cells = ({ row }: { row: WorkbookRowRecord }) => {
  const say = useWorkbookWords();
  // A confirmation has little to say: one line keeps the list short.
  if (row.cells.every(({ before }) => before === null)) return <Typography variant="body2" color="textSecondary">{row.cells.map(({ label, after }) => `${label} ${after}`).join(' · ')}</Typography>;
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: { xs: '1fr', sm: 'max-content 1fr' }, columnGap: 2, rowGap: 0.25 }}>
      {row.cells.map(({ label, before, after }) => (
        <Box key={label} sx={{ display: 'contents' }}>
          <Typography component="dt" variant="body2" color="textSecondary">{label}</Typography>
          <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere', fontWeight: before === null ? 400 : 600 }}>{before === null ? after : say('changes', { before: before || say('emptyBefore'), after })}</Typography>
        </Box>
      ))}
    </Box>
  );
};

const Faults = ({ row }: { row: WorkbookRowRecord }) => {
  const say = useWorkbookWords();
  return (
    <Box component="ul" sx={bare}>
      {row.faults.map(({ at, header, text }) => <Typography component="li" key={at}><Box component="span" sx={{ fontWeight: 600 }}>{say('cell', { at, header })}</Box>{' '}{text}</Typography>)}
    </Box>
  );
};

const Row = ({ workflow, row }: { workflow: Workflow; row: WorkbookRowRecord }) => {
  const say = useWorkbookWords();
  const text = useText();
  return (
    <Box component="li" sx={{ py: 1.5, borderTop: 1, borderColor: 'divider' }}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', mb: 0.5 }}>
        <Typography component="span" color="textSecondary">{say('row', { n: row.row })}</Typography>
        {row.case === null ? <Typography component="span">{row.title}</Typography> : <Link component={To} target="_blank" to={`/${workflow.name}/${encodeURIComponent(row.case)}/show`} sx={{ py: 0.25 }}>{row.title || row.case}</Link>}
        <Typography component="span" variant="body2" color="textSecondary">{row.code}</Typography>
        {row.event && <Chip size="small" variant="outlined" label={text(eventName(workflow, row.event))} />}
      </Stack>
      <Why workflow={workflow} row={row} />
      <Faults row={row} />
      {row.kind !== 'fault' && <Cells row={row} />}
    </Box>
  );
};

export const BookRows = ({ workflow, one }: { workflow: Workflow; one: WorkbookRecord }) => {
  const say = useWorkbookWords();
  const counts = countsOf(one);
  const [kind, setKind] = useState<WorkbookKind>(KINDS.find((each) => counts[each] > 0) ?? 'answer');
  const [count, setCount] = useState(PAGE);
  const { data, error, refetch } = useWorkbookRows(one.id, kind, count);
  return (
    <Stack spacing={1}>
      <ToggleButtonGroup exclusive size="small" value={kind} aria-label={say('which')} onChange={(_, chosen: WorkbookKind | null) => { if (chosen) { setKind(chosen); setCount(PAGE); } }} sx={{ flexWrap: 'wrap' }}>
        {KINDS.map((each) => <ToggleButton key={each} value={each} sx={{ textTransform: 'none' }}>{say(`kinds.${each}`, { smart_count: counts[each] })}</ToggleButton>)}
      </ToggleButtonGroup>
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : !data ? <PageLoading /> : data.length === 0 ? <EmptyState title={say('noRows')} /> : (
        <Box component="ul" aria-label={say(`kinds.${kind}`, { smart_count: counts[kind] })} sx={bare}>{data.map((row) => <Row key={row.row} workflow={workflow} row={row} />)}</Box>
      )}
      {counts[kind] > count && <Button sx={{ alignSelf: 'start' }} onClick={() => setCount(count + PAGE)}>{say('more', { smart_count: Math.min(PAGE, counts[kind] - count) })}</Button>}
    </Stack>
  );
};
