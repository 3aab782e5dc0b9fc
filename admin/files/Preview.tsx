/** Files one at a time over the page: pictures as they are, PDF where the browser can show it; arrows go from one to the next. */
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import { useId, type KeyboardEvent } from 'react';
import { fileKinds } from '../../workflows/office/files/kinds.ts';
import { PdfSheet } from './PdfSheet.tsx';
import { PictureSheet } from './PictureSheet.tsx';
import { useFileWords, type Shown } from './use-files.ts';

type Props = { readonly files: readonly Shown[]; readonly at: number; readonly go: (to: number) => void; readonly close: () => void };

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

export const Preview = ({ files, at, go, close }: Props) => {
  const say = useFileWords();
  const id = useId();
  const phone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const file = files[at];
  if (!file) return null;
  const step = (by: number) => { if (files[at + by]) go(at + by); };
  const onKeyDown = (pressed: KeyboardEvent) => {
    pressed.stopPropagation();
    if (pressed.key === 'Escape') close();
    else step(STEPS[pressed.key] ?? 0);
  };
  return (
    <Dialog open onClose={close} onKeyDown={onKeyDown} fullScreen={phone} fullWidth maxWidth="md" aria-labelledby={id}>
      <DialogTitle id={id} component="h2" sx={{ overflowWrap: 'anywhere', pb: 1 }}>{file.name}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1, alignContent: 'start' }}>
        {file.type === fileKinds.pdf.type ? <PdfSheet key={file.id} file={file} /> : <PictureSheet key={file.id} file={file} />}
        <Typography variant="caption" color="textSecondary">{`${files.length > 1 ? `${say('nth', { n: at + 1, all: files.length })} · ` : ''}${say('logged')}`}</Typography>
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap' }}>
        {files.length > 1 && <Button onClick={() => step(-1)} disabled={at === 0}>{say('previous')}</Button>}
        {files.length > 1 && <Button onClick={() => step(1)} disabled={at === files.length - 1}>{say('next')}</Button>}
        <Button component="a" href={file.whole} download={file.name}>{say('download')}</Button>
        <Button variant="contained" autoFocus onClick={close}>{say('close')}</Button>
      </DialogActions>
    </Dialog>
  );
};
