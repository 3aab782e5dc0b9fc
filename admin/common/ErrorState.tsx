/** Something failed: what, and a button to try again. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { HttpError, useTranslate } from 'react-admin';

/** The key of the sentence for an error; anything but a refusal of the server is a fault of ours. */
export const sentenceKeyOf = (error: unknown): string => (error instanceof HttpError ? error.message : 'problem.other');

export const ErrorState = ({ error, retry }: { error: unknown; retry?: () => void }) => {
  const translate = useTranslate();
  return (
    <Alert severity="error" sx={{ my: 2 }} action={retry && <Button color="inherit" onClick={retry}>{translate('problem.retry')}</Button>}>
      {translate(sentenceKeyOf(error))}
    </Alert>
  );
};
