/** Asks why somebody takes a file away, and in which format; then saves it. */
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useMutation } from '@tanstack/react-query';
import { HttpError, useNotify, useTranslate } from 'react-admin';
import { useId, useState, type FormEvent } from 'react';
import { isReason } from '../../workflows/office/tables.ts';
import { ErrorState } from '../common/ErrorState.tsx';
import { saveFile } from '../common/save-file.ts';
import type { Refused } from '../provider/client.ts';
import type { ToTake } from '../provider/data-provider.ts';
import type { ExportWord } from './messages.ts';

const FORMATS = ['xlsx', 'csv'] as const;

export const useExportWords = () => {
  const translate = useTranslate();
  return (key: ExportWord, fill?: Record<string, string>): string => translate(`export.${key}`, fill);
};

const errorsIn = (error: unknown): Readonly<Record<string, string>> => (error instanceof HttpError ? ((error.body as Refused | undefined)?.errors ?? {}) : {});

type How = Pick<ToTake, 'format' | 'reason'>;
type Taken = { readonly name: string; readonly file: Blob };
type Asked = {
  readonly title: string; readonly what: string;
  /** What a format is for here, where that is not the same everywhere; and the one that is proposed. */
  readonly formatWords?: Partial<Record<ToTake['format'], string>>; readonly first?: ToTake['format'];
  readonly take: (how: How) => Promise<{ data: Taken }>; readonly taken?: () => void; readonly close: () => void;
};

export const TakeDialog = ({ title, what, formatWords, first = 'xlsx', take, taken, close }: Asked) => {
  const say = useExportWords();
  const notify = useNotify();
  const id = useId();
  const [format, setFormat] = useState<ToTake['format']>(first);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => take({ format, reason: reason.trim() }),
    onSuccess: ({ data }) => {
      saveFile(data);
      notify('export.done', { type: 'info', messageArgs: { name: data.name } });
      taken?.();
      close();
    },
  });
  const said = errorsIn(error);
  const missing = tried && !isReason(reason) ? say('missing') : said.reason;
  const send = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setTried(true);
    if (isReason(reason) && !isPending) mutate();
  };
  return (
    <Dialog open onClose={close} fullWidth maxWidth="xs" aria-labelledby={id}>
      <form onSubmit={send} noValidate>
        <DialogTitle id={id} component="h2">{title}</DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ mb: 1.5 }}>{what}</DialogContentText>
          <FormControl error={said.format !== undefined} sx={{ mb: 1 }}>
            <FormLabel id={`${id}-format`}>{say('format')}</FormLabel>
            <RadioGroup aria-labelledby={`${id}-format`} value={format} onChange={({ target }) => setFormat(FORMATS.find((one) => one === target.value) ?? 'xlsx')}>
              {FORMATS.map((one) => <FormControlLabel key={one} value={one} control={<Radio />} label={formatWords?.[one] ?? say(one)} />)}
            </RadioGroup>
            {said.format && <DialogContentText role="alert" color="error">{said.format}</DialogContentText>}
          </FormControl>
          <TextField autoFocus required multiline minRows={2} fullWidth label={say('reason')} value={reason} onChange={({ target }) => setReason(target.value)} error={missing !== undefined} helperText={missing ?? ' '} slotProps={{ htmlInput: { maxLength: 500 } }} />
          <DialogContentText variant="body2">{say('logged')}</DialogContentText>
          {error !== null && Object.keys(said).length === 0 && <ErrorState error={error} />}
        </DialogContent>
        <DialogActions>
          <Cancel close={close} />
          <Button type="submit" variant="contained" aria-disabled={isPending}>{say(isPending ? 'busy' : 'go')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};

const Cancel = ({ close }: { close: () => void }) => <Button onClick={close}>{useTranslate()('ra.action.cancel')}</Button>;
