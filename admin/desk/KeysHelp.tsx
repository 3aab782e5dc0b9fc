/** The keys of the desk. */
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { deskMessages } from './messages.ts';
import { useDeskWords } from './use-desk-words.ts';

export const KeysHelp = ({ close }: { close: () => void }) => {
  const say = useDeskWords();
  return (
    <Dialog open onClose={close} aria-labelledby="desk-keys">
      <DialogTitle id="desk-keys" component="h2">{say('help')}</DialogTitle>
      <DialogContent><ul>{Object.keys(deskMessages.desk.keys).map((key) => <li key={key}>{say(`keys.${key}`)}</li>)}</ul></DialogContent>
      <DialogActions><Button onClick={close} autoFocus>{say('close')}</Button></DialogActions>
    </Dialog>
  );
};
