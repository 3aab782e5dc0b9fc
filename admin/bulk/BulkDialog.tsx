/** One event for many cases: filled in once, tried out, then done; what was refused may be tried again. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import { useEffect, useId, useRef, useState } from 'react';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { EventName } from '../../workflows/kit/words.ts';
import { EventForm } from '../case/EventForm.tsx';
import { LeaveDialog } from '../case/LeaveDialog.tsx';
import { RefusalAlert } from '../case/RefusalAlert.tsx';
import { eventName } from '../case/standing.ts';
import { useLeaving } from '../case/use-leaving.ts';
import { ErrorState } from '../common/ErrorState.tsx';
import { useText } from '../i18n/text.ts';
import type { Chosen } from './chosen.ts';
import { JobProgress } from './JobProgress.tsx';
import { JobResults } from './JobResults.tsx';
import { useBulkWords, useJob } from './use-bulk.ts';
import { useSteps, type Steps } from './use-steps.ts';

type Props = { readonly workflow: Workflow; readonly event: EventName; readonly chosen: Chosen; readonly unit: string; readonly close: () => void; readonly done: () => void };
const Watched = ({ workflow, id, steps, close, done }: { workflow: Workflow; id: string; steps: Steps; close: () => void; done: () => void }) => {
  const say = useBulkWords();
  const { job, error, again } = useJob(id);
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLDivElement>(null);
  const ended = job?.state === 'finished';
  const isDone = ended && !job.dryRun;
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => { if (isDone) done(); }, [isDone, done]);
  const once = (work: () => Promise<void>) => () => {
    if (busy) return;
    setBusy(true);
    void work().finally(() => setBusy(false));
  };
  const able = job ? job.done - job.refused : 0;
  return (
    <Stack spacing={2} ref={heading} tabIndex={-1} sx={{ outline: 'none', pb: 2 }}>
      {error ? <ErrorState error={error} retry={again} /> : <JobProgress job={job} />}
      {steps.refusal && <RefusalAlert workflow={workflow} refusal={steps.refusal} />}
      {ended && <JobResults key={id} workflow={workflow} job={job} />}
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', position: 'sticky', bottom: 0, bgcolor: 'background.paper', py: 1.5, borderTop: 1, borderColor: 'divider' }}>
        {ended && job.dryRun && <Button variant="contained" disabled={able === 0} aria-disabled={busy} onClick={once(steps.doIt)}>{say('doIt', { smart_count: able })}</Button>}
        {ended && job.dryRun && <Button onClick={steps.back}>{say('back')}</Button>}
        {isDone && job.refused > 0 && <Button variant="outlined" aria-disabled={busy} onClick={once(() => steps.retry(id))}>{say('retry')}</Button>}
        <Button onClick={close}>{say('close')}</Button>
      </Stack>
    </Stack>
  );
};

export const BulkDialog = ({ workflow, event, chosen, unit, close, done }: Props) => {
  const say = useBulkWords();
  const text = useText();
  const phone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const titleId = useId();
  const steps = useSteps(workflow, event, chosen);
  const { setTyped, leave, asking, stay } = useLeaving(close);
  const { at } = steps;
  return (
    <Dialog open onClose={at.form ? leave : close} fullScreen={phone} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId} component="h2">{say('title', { event: text(eventName(workflow, event)), smart_count: steps.chosen.count })}</DialogTitle>
      <DialogContent sx={{ pb: 0 }}>
        <Box sx={{ display: at.form ? 'block' : 'none' }}>
          <EventForm workflow={workflow} event={event} unit={unit} send={steps.tryOut} cancel={leave} onTyped={setTyped} confirm={say('preview')}>
            <Typography>{say('first')}</Typography>
          </EventForm>
        </Box>
        {!at.form && <Watched key={at.job} workflow={workflow} id={at.job} steps={steps} close={close} done={done} />}
      </DialogContent>
      {asking && <LeaveDialog stay={stay} leave={close} />}
    </Dialog>
  );
};
