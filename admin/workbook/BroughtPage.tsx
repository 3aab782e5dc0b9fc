/** A workbook that came back: what was found in it, row by row, and the act that does it. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { HttpError, NotFound } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { JobProgress } from '../bulk/JobProgress.tsx';
import { JobResults } from '../bulk/JobResults.tsx';
import { useJob } from '../bulk/use-bulk.ts';
import { useFound } from '../case/registry.ts';
import { eventName } from '../case/standing.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { PageTitle } from '../common/PageTitle.tsx';
import { useText } from '../i18n/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import type { WorkbookRecord } from '../provider/records.ts';
import { BookRows } from './BookRows.tsx';
import { countsOf, homePath, useMoveBook, useWorkbook, useWorkbookWords } from './use-workbooks.ts';

/** As many as rule D30 lets pass within ten minutes. */
const MOST_AT_ONCE = 30;

const Found = ({ workflow, one }: { workflow: Workflow; one: WorkbookRecord }) => {
  const say = useWorkbookWords();
  const text = useText();
  const { counts } = one;
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }} role="group" aria-label={say('found')}>
      <Chip label={say('records', { smart_count: counts.records })} />
      <Chip variant="outlined" label={say('nothing', { smart_count: counts.nothing })} />
      {Object.entries(counts.answers).map(([event, n]) => <Chip key={event} color="primary" variant="outlined" label={`${text(eventName(workflow, event))} ${n}`} />)}
      {counts.already > 0 && <Chip variant="outlined" label={say('already', { smart_count: counts.already })} />}
      {counts.conflicts > 0 && <Chip color="warning" variant="outlined" label={say('kinds.conflict', { smart_count: counts.conflicts })} />}
      {counts.faulty > 0 && <Chip color="error" variant="outlined" label={say('kinds.fault', { smart_count: counts.faulty })} />}
    </Stack>
  );
};

const Act = ({ workflow, one }: { workflow: Workflow; one: WorkbookRecord }) => {
  const say = useWorkbookWords();
  const text = useText();
  const move = useMoveBook(one.id);
  const { answer, conflict, fault } = countsOf(one);
  const same = workflow.desk?.same ?? '';
  const apply = (body = {}) => move.mutate({ step: 'apply', body });
  return (
    <Stack spacing={1.5}>
      {conflict > 0 && <Alert severity="warning">{say('conflictsStay', { smart_count: conflict })}</Alert>}
      {fault > 0 && <Alert severity="error">{say('mend', { smart_count: fault })}</Alert>}
      {(one.counts.answers[same] ?? 0) > MOST_AT_ONCE && <Alert severity="info">{say('many', { event: text(eventName(workflow, same)) })}</Alert>}
      {answer === 0 && <Alert severity="info">{say('nothingToDo')}</Alert>}
      {move.error && <ErrorState error={move.error} />}
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        {answer > 0 && fault === 0 && <Button variant="contained" disabled={move.isPending} onClick={() => apply()}>{say('apply', { smart_count: answer })}</Button>}
        {answer > 0 && fault > 0 && <Button variant="outlined" disabled={move.isPending} onClick={() => apply({ leaveFaulty: true })}>{say('leaveOut', { smart_count: answer })}</Button>}
        <Button disabled={move.isPending} onClick={() => move.mutate({ step: 'discard' })}>{say('discard')}</Button>
      </Stack>
    </Stack>
  );
};

const Came = ({ workflow, job: id }: { workflow: Workflow; job: string }) => {
  const { job, error, again } = useJob(id);
  if (error) return <ErrorState error={error} retry={again} />;
  return <Stack spacing={2}><JobProgress job={job} />{job?.state === 'finished' && <JobResults workflow={workflow} job={job} />}</Stack>;
};

const Brought = ({ workflow, one }: { workflow: Workflow; one: WorkbookRecord }) => {
  const say = useWorkbookWords();
  return (
    <Stack spacing={2}>
      <Box><PageTitle>{one.name || say('noName')}</PageTitle><Button component={Link} to={homePath(one.parent)}>{say('open')}</Button></Box>
      <Paper sx={{ p: 2 }}>
        <Stack spacing={2}>
          <Found workflow={workflow} one={one} />
          {one.state === 'checked' && <Act workflow={workflow} one={one} />}
          {one.state === 'discarded' && <Alert severity="info" role="status">{say('discarded')}</Alert>}
        </Stack>
      </Paper>
      {one.job && <Paper component="section" aria-label={say('results')} sx={{ p: 2 }}><Typography variant="h6" component="h2" sx={{ mb: 1 }}>{say('results')}</Typography><Came workflow={workflow} job={one.job} /></Paper>}
      {one.state !== 'discarded' && <Paper sx={{ p: 2 }}><BookRows workflow={workflow} one={one} /></Paper>}
    </Stack>
  );
};

const Known = ({ one }: { one: WorkbookRecord }) => {
  const workflow = useFound(one.workflow);
  return workflow ? <Brought workflow={workflow} one={one} /> : <NotFound />;
};

export const BroughtPage = () => {
  const { id = '' } = useParams();
  const say = useWorkbookWords();
  const { data, error, refetch } = useWorkbook(id);
  if (data) return <Known key={data.id} one={data} />;
  if (!error) return <PageLoading />;
  return <><PageTitle>{say('open')}</PageTitle>{error instanceof HttpError && error.status === 404 ? <EmptyState title={say('none')} /> : <ErrorState error={error} retry={() => void refetch()} />}</>;
};
