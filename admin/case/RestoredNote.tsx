/** Says that a draft stands in the form again, what has to be typed anew, and lets it be thrown away. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { FieldInfo } from '../../workflows/kit/form.ts';
import { useLang } from '../i18n/text.ts';
import { momentText } from './standing.ts';
import { fieldAt } from './typed.ts';
import type { Restored } from './use-kept.ts';
import { useWords } from './use-words.ts';

export const RestoredNote = ({ restored: { savedAt, older, lost }, fields, discard }: { restored: Restored; fields: readonly FieldInfo[]; discard: () => void }) => {
  const say = useWords();
  const lang = useLang();
  const anew = lost.map(({ path, masked }) => `${fieldAt(fields, path)?.label[lang] ?? path} ${masked}`).join(lang === 'zh' ? '、' : ', ');
  return (
    <Alert severity={older || lost.length > 0 ? 'warning' : 'info'} role="status" action={<Button color="inherit" size="small" onClick={discard}>{say('startAnew')}</Button>}>
      <div>{say('restored', { at: momentText(savedAt)[lang] })}</div>
      {older && <div>{say('restoredOlder')}</div>}
      {lost.length > 0 && <div>{say('restoredLost', { fields: anew })}</div>}
    </Alert>
  );
};
