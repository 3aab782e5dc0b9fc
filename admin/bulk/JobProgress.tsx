/** How far a bulk job is, and what came of it. */
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { BulkJob } from '../provider/records.ts';
import { useBulkWords } from './use-bulk.ts';

export const JobProgress = ({ job }: { job: BulkJob | undefined }) => {
  const say = useBulkWords();
  const { state = 'waiting', dryRun = false, total = 0, done = 0, refused = 0 } = job ?? {};
  if (job && state === 'finished') return <Typography role="status">{say(dryRun ? 'wouldBe' : 'were', { done: done - refused, refused })}</Typography>;
  return (
    <Stack spacing={1}>
      <Typography role="status">{say(state === 'waiting' ? 'waiting' : dryRun ? 'trying' : 'doing')}</Typography>
      <LinearProgress variant={state === 'waiting' ? 'indeterminate' : 'determinate'} value={total === 0 ? 0 : (done / total) * 100} aria-label={say('progressBar')} />
      {job && <Typography variant="body2" color="textSecondary">{say('progress', { done, total })}</Typography>}
    </Stack>
  );
};
