/** Something failed: what, and a button to try again; but for what this office does not have, where trying again is no use. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { HttpError, useTranslate } from 'react-admin';

/** The key of the sentence for an error; anything but a refusal of the server is a fault of ours. */
export const sentenceKeyOf = (error: unknown): string => (error instanceof HttpError ? error.message : 'problem.other');

export const ErrorState = ({ error, retry }: { error: unknown; retry?: () => void }) => {
  const translate = useTranslate();
  const lacking = error instanceof HttpError && error.status === 501;
  return (
    <Alert severity={lacking ? 'info' : 'error'} sx={{ my: 2 }} action={retry && !lacking && <Button color="inherit" onClick={retry}>{translate('problem.retry')}</Button>}>
      {translate(sentenceKeyOf(error))}
    </Alert>
  );
};
