/** One bulk job of mine: how far it is, what came of each case, and another try for those refused. */
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import { useCallback, useState } from 'react';
import { NotFound } from 'react-admin';
import { useParams } from 'react-router-dom';
import { useFound } from '../case/registry.ts';
import { ErrorState } from '../common/ErrorState.tsx';
import { useMe } from '../common/office.ts';
import { PageTitle } from '../common/PageTitle.tsx';
import { useText } from '../i18n/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import type { BulkJob } from '../provider/records.ts';
import { BulkDialog } from './BulkDialog.tsx';
import type { Chosen } from './chosen.ts';
import { hasOwnEvents, jobName } from './job-name.ts';
import { JobProgress } from './JobProgress.tsx';
import { JobResults } from './JobResults.tsx';
import { useBulkWords, useJob, useRefusedIds } from './use-bulk.ts';

const Ended = ({ job }: { job: BulkJob }) => {
  const say = useBulkWords();
  const text = useText();
  const me = useMe();
  const refusedIds = useRefusedIds();
  const workflow = useFound(job.workflow);
  const [retrying, setRetrying] = useState<Chosen | null>(null);
  const close = useCallback(() => setRetrying(null), []);
  const nothing = useCallback(() => undefined, []);
  if (!workflow) return <NotFound />;
  const retry = () => void refusedIds(job.id).then((ids) => setRetrying({ ids, count: ids.length }), () => undefined);
  return (
    <>
      <PageTitle>{say('title', { event: text(jobName(workflow, job)), smart_count: job.total })}</PageTitle>
      <Paper sx={{ p: 2 }}>
        <Stack spacing={2}>
          <JobProgress job={job} />
          {job.state === 'finished' && <JobResults workflow={workflow} job={job} />}
          {job.state === 'finished' && !job.dryRun && !hasOwnEvents(workflow, job) && job.refused > 0 && <Button variant="outlined" onClick={retry} sx={{ alignSelf: 'start' }}>{say('retry')}</Button>}
        </Stack>
      </Paper>
      {retrying && <BulkDialog workflow={workflow} event={job.type} chosen={retrying} unit={me?.posts[0]?.unit ?? ''} close={close} done={nothing} />}
    </>
  );
};

export const JobPage = () => {
  const { id = '' } = useParams();
  const { job, error, again } = useJob(id);
  if (error) return <ErrorState error={error} retry={again} />;
  return job ? <Ended job={job} /> : <PageLoading />;
};
