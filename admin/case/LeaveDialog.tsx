/** Asks before typed text is thrown away. */
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { useWords } from './use-words.ts';

export const LeaveDialog = ({ stay, leave }: { stay: () => void; leave: () => void }) => {
  const say = useWords();
  const id = useId();
  return (
    <Dialog open onClose={stay} role="alertdialog" aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`}>
      <DialogTitle id={`${id}-title`}>{say('leaveTitle')}</DialogTitle>
      <DialogContent><DialogContentText id={`${id}-text`}>{say('leaveText')}</DialogContentText></DialogContent>
      <DialogActions>
        <Button onClick={leave} color="error">{say('leave')}</Button>
        <Button onClick={stay} variant="contained" autoFocus>{say('stay')}</Button>
      </DialogActions>
    </Dialog>
  );
};
