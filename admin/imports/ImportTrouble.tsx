/** Why an import does not go on: the server's own sentence where it has one. */
import Alert from '@mui/material/Alert';
import { HttpError, useTranslate } from 'react-admin';
import { sentenceKeyOf } from '../common/ErrorState.tsx';
import type { Refused } from '../provider/client.ts';
import type { ImportWord } from './messages.ts';
import { useImportWords } from './use-imports.ts';

const whys: Readonly<Record<string, ImportWord>> = { changed: 'whyChanged', cases: 'whyCases', people: 'whyPeople', relations: 'whyRelations', failed: 'whyFailed' };

export const Why = ({ why }: { why: string }) => {
  const say = useImportWords();
  const word = whys[why];
  return word ? <Alert severity="warning">{why === 'failed' ? say(word) : say('inUse', { why: say(word) })}</Alert> : null;
};

export const ImportTrouble = ({ error }: { error: unknown }) => {
  const translate = useTranslate();
  const say = useImportWords();
  if (!error) return null;
  const { reason, why: [why] = [], errors }: Refused = error instanceof HttpError ? (error.body as Refused) : {};
  if (reason === 'in-use' && why) return <Why why={why} />;
  return <Alert severity="error">{errors?.['file'] ?? (reason === 'unmapped' ? say('unmapped') : translate(sentenceKeyOf(error)))}</Alert>;
};
