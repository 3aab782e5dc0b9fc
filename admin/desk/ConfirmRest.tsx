/** The one act on many: asked once more, then a bulk job whose progress is shown. */
import { useQueryClient } from '@tanstack/react-query';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useEffect, useId, useState } from 'react';
import type { Data } from '../../workflows/kit/words.ts';
import { JobProgress } from '../bulk/JobProgress.tsx';
import { useJob, useStart } from '../bulk/use-bulk.ts';
import { newId } from '../case/new-id.ts';
import type { Refusal } from '../case/refusal.ts';
import { valueText } from '../case/values.ts';
import { useLang } from '../i18n/text.ts';
import type { CaseRecord } from '../provider/records.ts';
import { fieldsOfEvent, type DeskPlace } from '../../workflows/kit/desk.ts';
import { Refused } from './Refused.tsx';
import type { Row, Sample } from './rows.ts';
import { useDeskWords } from './use-desk-words.ts';
import { inSet, restOf } from './use-sample.ts';

type Props = { readonly place: DeskPlace; readonly batch: CaseRecord; readonly sample: Sample; readonly rows: readonly Row[]; readonly form: Data };

/** Of what is chosen for the sitting, what the form of the act asks for. */
const formOf = ({ items, desk }: DeskPlace, sitting: Data): Data => {
  const names = fieldsOfEvent(items, desk.sampled).map(({ name }) => name);
  return Object.fromEntries(Object.entries(sitting).filter(([name]) => names.includes(name)));
};

export const ConfirmRest = ({ place, batch, sample, rows, form }: Props) => {
  const say = useDeskWords();
  const lang = useLang();
  const id = useId();
  const queries = useQueryClient();
  const start = useStart(place.items);
  const [asking, setAsking] = useState(false);
  const [job, setJob] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { job: running } = useJob(job);
  const rest = rows.filter((row) => inSet(place, sample.set, row) && !sample.drawn.includes(row.one.id)).length;
  const data = formOf(place, form);
  const ended = running?.state === 'finished';
  useEffect(() => {
    if (ended) void queries.invalidateQueries({ queryKey: ['desk', 'items', batch.id] });
  }, [ended, queries, batch.id]);
  const confirm = async (): Promise<void> => {
    setAsking(false);
    const asked = newId();
    const outcome = await start({ id: asked, event: place.desk.sampled, data, chosen: { count: rest, filter: restOf(place, batch, sample) }, dryRun: false });
    if (outcome.kind === 'sent') setJob(asked);
    else setRefusal(outcome);
  };
  const [info] = fieldsOfEvent(place.items, place.desk.sampled);
  return (
    <Box sx={{ my: 1 }}>
      {job === '' && rest > 0 && <Button variant="contained" onClick={() => setAsking(true)}>{say('confirmRest', { smart_count: rest })}</Button>}
      {job !== '' && <JobProgress job={running} />}
      {refusal && <Alert severity="error" role="alert"><Refused workflow={place.items} refusal={refusal} /></Alert>}
      {asking && (
        <Dialog open onClose={() => setAsking(false)} aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`}>
          <DialogTitle id={`${id}-title`} component="h2">{say('confirmTitle', { smart_count: rest })}</DialogTitle>
          <DialogContent><DialogContentText id={`${id}-text`}>{say('confirmText', { day: info ? valueText(info, data[info.name], lang) : '' })}</DialogContentText></DialogContent>
          <DialogActions>
            <Button onClick={() => setAsking(false)}>{say('cancel')}</Button>
            <Button variant="contained" autoFocus onClick={() => void confirm()}>{say('doIt')}</Button>
          </DialogActions>
        </Dialog>
      )}
    </Box>
  );
};
