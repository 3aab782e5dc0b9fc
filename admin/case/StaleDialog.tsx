/** The case changed under the form: who did what since, which fields differ, and the choice to send again. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { EventName } from '../../workflows/kit/words.ts';
import { useLang } from '../i18n/text.ts';
import { differencesOf } from './difference.ts';
import { DifferenceTable } from './DifferenceTable.tsx';
import { LogEntry } from './LogEntry.tsx';
import { useLog } from './use-case.ts';
import type { Stale } from './use-sending.ts';
import { useWords } from './use-words.ts';

const Since = ({ workflow, stale: { seen, current } }: { workflow: Workflow; stale: Stale }) => {
  const say = useWords();
  const { data: log, isError } = useLog(workflow.name, current.id, current.version);
  if (isError) return <Typography>{say('logFailed')}</Typography>;
  return (
    <>
      <Typography>{say('changedBy')}</Typography>
      <Box component="ol" sx={{ pl: 2.5 }}>
        {(log ?? []).filter(({ version }) => version > seen.version).map((row) => <li key={row.version}><LogEntry workflow={workflow} row={row} /></li>)}
      </Box>
    </>
  );
};

type Props = { readonly workflow: Workflow; readonly event: EventName; readonly stale: Stale; readonly back: () => void; readonly sendAgain: () => void };

export const StaleDialog = ({ workflow, event, stale, back, sendAgain }: Props) => {
  const say = useWords();
  const lang = useLang();
  const id = useId();
  const possible = stale.current.offers.some(({ type }) => type === event);
  return (
    <Dialog open onClose={back} fullWidth maxWidth="sm" aria-labelledby={id}>
      <DialogTitle id={id}>{say('changedTitle')}</DialogTitle>
      <DialogContent>
        <Alert severity="warning" sx={{ mb: 2 }}>{say(possible ? 'stale' : 'notAnyMore')}</Alert>
        <Since workflow={workflow} stale={stale} />
        <DifferenceTable title={say('changedFields')} differences={differencesOf(workflow, stale.seen.data, stale.current.data, lang)} />
      </DialogContent>
      <DialogActions>
        <Button onClick={back} autoFocus={!possible}>{say('backToForm')}</Button>
        {possible && <Button onClick={sendAgain} variant="contained" autoFocus>{say('sendAgain')}</Button>}
      </DialogActions>
    </Dialog>
  );
};
