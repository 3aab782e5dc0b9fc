/** What is still on its way to the office. */
import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import type { Standing } from './outbox.ts';
import { useDeskWords } from './use-desk-words.ts';

export const Unsaved = ({ standing: { waiting, trouble } }: { standing: Standing }) => {
  const say = useDeskWords();
  if (trouble) return <Alert severity="warning" role="status">{say(trouble, { smart_count: waiting.length })}</Alert>;
  return <Typography variant="body2" color="textSecondary" role="status" data-desk-saved={waiting.length === 0}>{waiting.length > 0 ? say('unsaved', { smart_count: waiting.length }) : say('saved')}</Typography>;
};
