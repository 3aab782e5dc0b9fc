/** Finds a person and leads to their entry: by words as they are typed, or by the ID number. */
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { ById } from './ById.tsx';
import { ByWords } from './ByWords.tsx';
import { useFindWords, type Found } from './use-find.ts';

export const FindDialog = ({ close }: { close: () => void }) => {
  const say = useFindWords();
  const translate = useTranslate();
  const go = useNavigate();
  const titleId = useId();
  const phone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'), { noSsr: true });
  const [byId, setById] = useState(false);
  const open = ({ id }: Found) => {
    close();
    void go(`/residents/${encodeURIComponent(id)}/show`);
  };
  return (
    <Dialog open onClose={close} fullScreen={phone} fullWidth maxWidth="sm" aria-labelledby={titleId} slotProps={{ container: { sx: { alignItems: 'flex-start' } } }}>
      <DialogTitle id={titleId} component="h2">{say('open')}</DialogTitle>
      <DialogContent sx={{ '&&': { pt: 1 } }}>{byId ? <ById open={open} /> : <ByWords open={open} />}</DialogContent>
      <DialogActions>
        <Button onClick={() => setById(!byId)} sx={{ mr: 'auto' }}>{say(byId ? 'byWords' : 'byId')}</Button>
        <Button onClick={close}>{translate('ra.action.close')}</Button>
      </DialogActions>
    </Dialog>
  );
};
