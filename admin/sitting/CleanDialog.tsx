/** Asked once more before many are signed at once: how many, and how many stay. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, type ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import type { SigningPlace } from './places.ts';
import { useSittingWords } from './use-sitting-words.ts';

type Props = { readonly clean: number; readonly flagged: number; readonly incomplete: readonly SigningPlace[]; readonly busy: boolean; readonly close: () => void; readonly sign: () => void; /** What they are signed with. */ readonly children: ReactNode };

export const CleanDialog = ({ clean, flagged, incomplete, busy, close, sign, children }: Props) => {
  const say = useSittingWords();
  const text = useText();
  const id = useId();
  return (
    <Dialog open onClose={close} fullWidth maxWidth="sm" aria-labelledby={id}>
      <DialogTitle id={id} component="h2">{say('cleanTitle')}</DialogTitle>
      <DialogContent>
        <DialogContentText>{say('cleanAsk', { clean, flagged })}</DialogContentText>
        {children}
        {incomplete.map(({ workflow, state }) => <Alert key={`${workflow.name}.${state}`} severity="warning" sx={{ mt: 1 }}>{say('cleanIncomplete', { process: text(workflow.title) })}</Alert>)}
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>{say('cancel')}</Button>
        <Button variant="contained" onClick={sign} aria-disabled={busy} disabled={clean === 0} autoFocus>{say('clean', { smart_count: clean })}</Button>
      </DialogActions>
    </Dialog>
  );
};
