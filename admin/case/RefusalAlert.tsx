/** Why a sending came to nothing, and what to do about it. */
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { useText } from '../i18n/text.ts';
import { reasonOf } from './reasons.ts';
import type { Refusal } from './refusal.ts';
import { useWords } from './use-words.ts';

const sentences = {
  stale: 'stale', invalid: 'invalid', notOffered: 'notOffered', gone: 'gone', forbidden: 'forbidden', busy: 'busy',
  offline: 'offline', reused: 'reused', signedOut: 'signedOut', failed: 'failed', blocked: 'kept',
} as const;

export const RefusalAlert = ({ workflow, refusal }: { workflow: Workflow; refusal: Refusal }) => {
  const say = useWords();
  const text = useText();
  return (
    <Alert severity={refusal.kind === 'busy' || refusal.kind === 'offline' ? 'warning' : 'error'} role="alert">
      <AlertTitle>{say('refused')}</AlertTitle>
      {say(sentences[refusal.kind])}
      {refusal.kind === 'busy' && refusal.retryAfter !== null && ` ${say('busyAfter', { smart_count: refusal.retryAfter })}`}
      {refusal.kind === 'blocked' && (
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>{refusal.why.map((code) => <li key={code}>{text(reasonOf(workflow, code))}</li>)}</Box>
      )}
    </Alert>
  );
};
