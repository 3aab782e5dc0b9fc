/** When all records were last checked, how far a check is, and beginning one. */
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { momentText } from '../case/standing.ts';
import { ErrorState } from '../common/ErrorState.tsx';
import { useText } from '../i18n/text.ts';
import { useFindingWords, useLastRun, useMayRun, useStartRun } from './use-findings.ts';

export const RunBar = () => {
  const say = useFindingWords();
  const text = useText();
  const mayRun = useMayRun();
  const { data: run, error } = useLastRun();
  const start = useStartRun();
  if (error) return <ErrorState error={error} />;
  const underWay = run !== undefined && run !== null && run.state !== 'finished';
  return (
    <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2} useFlexGap sx={{ alignItems: { sm: 'center' }, mb: 2 }}>
      <Stack sx={{ flexGrow: 1 }} role="status">
        {run === null && <Typography variant="body2">{say('neverRun')}</Typography>}
        {run?.state === 'finished' && <Typography variant="body2">{say('lastRun', { at: text(momentText(run.at)) })}</Typography>}
        {underWay && <Typography variant="body2">{say('running', { done: run.done, total: run.total })}</Typography>}
        {underWay && <LinearProgress variant="determinate" value={run.total === 0 ? 0 : (run.done / run.total) * 100} aria-label={say('progress')} />}
      </Stack>
      {mayRun && <Button variant="outlined" disabled={underWay || start.isPending} onClick={() => start.mutate()}>{say('run')}</Button>}
      {start.error && <ErrorState error={start.error} />}
    </Stack>
  );
};
