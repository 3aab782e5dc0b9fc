/** My bulk jobs: those under way and those that have ended, each with its results. */
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router-dom';
import { useFound } from '../case/registry.ts';
import { momentText } from '../case/standing.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { PageTitle } from '../common/PageTitle.tsx';
import { useText } from '../i18n/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import type { BulkJob } from '../provider/records.ts';
import { jobName } from './job-name.ts';
import { useBulkWords, useMyJobs } from './use-bulk.ts';

const Job = ({ job }: { job: BulkJob }) => {
  const say = useBulkWords();
  const text = useText();
  const workflow = useFound(job.workflow);
  const { done, refused, total } = job;
  return (
    <ListItem disablePadding divider>
      <ListItemButton component={Link} to={`/bulk/${encodeURIComponent(job.id)}`} sx={{ display: 'block' }}>
        <Stack direction="row" sx={{ justifyContent: 'space-between', gap: 1, flexWrap: 'wrap' }}>
          <Typography component="span" sx={{ fontWeight: 600 }}>
            {workflow ? `${text(workflow.title)} · ${text(jobName(workflow, job))}` : `${job.workflow} · ${job.type}`} {job.dryRun && <Chip size="small" label={say('preview')} />}
          </Typography>
          <time dateTime={job.madeAt}>{text(momentText(job.madeAt))}</time>
        </Stack>
        <Typography component="span" variant="body2" color="textSecondary">
          {job.state === 'finished' ? say(job.dryRun ? 'wouldBe' : 'were', { done: done - refused, refused }) : say('progress', { done, total })}
        </Typography>
      </ListItemButton>
    </ListItem>
  );
};

const Jobs = () => {
  const say = useBulkWords();
  const { data, isPending, error, refetch } = useMyJobs();
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (isPending) return <PageLoading />;
  if (data.length === 0) return <EmptyState title={say('none')} hint={say('noneHint')} />;
  return <Paper><List disablePadding aria-label={say('mine')}>{data.map((job) => <Job key={job.id} job={job} />)}</List></Paper>;
};

export const JobsPage = () => (
  <Box><PageTitle>{useBulkWords()('mine')}</PageTitle><Jobs /></Box>
);
