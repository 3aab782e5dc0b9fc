/** What a case erased, and that the logs it touched still hold. */
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { ERASED } from '../../workflows/kit/erased.ts';
import type { ErasedNote as Note } from '../../workflows/kit/erased.ts';
import { useLang } from '../i18n/text.ts';
import type { CaseRecord } from '../provider/records.ts';
import { dayText } from './standing.ts';
import { useWords } from './use-words.ts';

export const ErasedNote = ({ one }: { one: CaseRecord }) => {
  const say = useWords();
  const translate = useTranslate();
  const lang = useLang();
  const note = one.data[ERASED] as Note | undefined;
  if (!note) return null;
  const fields = note.fields.map((name) => translate(`resources.residents.fields.${name}`)).join(lang === 'zh' ? '、' : ', ') || say('nothing');
  return <Typography variant="body2" sx={{ mt: 1 }}>{say('erased', { on: dayText(note.on)[lang], fields, rows: note.rows.length })}</Typography>;
};
