/** Why the workbook is taken home; then the file. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { HttpError, useNotify } from 'react-admin';
import { useState, type FormEvent } from 'react';
import { isReason } from '../../workflows/office/tables.ts';
import { ErrorState } from '../common/ErrorState.tsx';
import { useExportWords } from '../export/TakeDialog.tsx';
import { saveFile } from '../common/save-file.ts';
import type { Refused } from '../provider/client.ts';
import { useCasework } from '../provider/data-provider.ts';
import { useWorkbookWords } from './use-workbooks.ts';

const Trouble = ({ error }: { error: unknown }) => {
  const say = useWorkbookWords();
  const { reason }: Refused = error instanceof HttpError ? (error.body as Refused) : {};
  return reason === 'nothing-waits' ? <Alert severity="info">{say('nothingWaits')}</Alert> : <ErrorState error={error} />;
};

export const TakeForm = ({ workflow, batch }: { workflow: string; batch: string }) => {
  const say = useWorkbookWords();
  const sayExport = useExportWords();
  const notify = useNotify();
  const casework = useCasework();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => casework.takeWorkbook(workflow, batch, reason.trim()),
    onSuccess: ({ data }) => {
      saveFile(data);
      notify('workbooks.taken', { type: 'info', messageArgs: { name: data.name } });
    },
  });
  const missing = tried && !isReason(reason);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isReason(reason) && !isPending) mutate();
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack spacing={1.5} sx={{ alignItems: 'start' }}>
        <Typography>{say('takeText')}</Typography>
        <TextField required fullWidth size="small" label={say('reason')} value={reason} onChange={({ target }) => setReason(target.value)} error={missing} helperText={missing ? sayExport('missing') : sayExport('logged')} slotProps={{ htmlInput: { maxLength: 500 } }} sx={{ maxWidth: 560 }} />
        <Button type="submit" variant="contained" aria-disabled={isPending}>{say(isPending ? 'busy' : 'go')}</Button>
        {error && <Trouble error={error} />}
      </Stack>
    </form>
  );
};
