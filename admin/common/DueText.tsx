/** How long a case still has, in working days: 剩 2 个工作日, 逾期 3 个工作日. */
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { Instant } from '../../workflows/kit/words.ts';
import { dateText, isOverdue, leftText } from '../case/standing.ts';
import { useText } from '../i18n/text.ts';
import { useNow } from './office.ts';

export const DueText = ({ dueAt }: { dueAt: Instant | null }) => {
  const translate = useTranslate();
  const text = useText();
  const now = useNow();
  if (dueAt === null) return <Box component="span" sx={{ color: 'text.secondary' }}>{translate('due.none')}</Box>;
  const day = text(dateText(dueAt));
  if (now === null) return <time dateTime={dueAt}>{translate('due.on', { day })}</time>;
  const over = isOverdue(dueAt, now);
  return (
    <Box component="time" dateTime={dueAt} title={translate(over ? 'due.wasOn' : 'due.on', { day })} sx={{ whiteSpace: 'nowrap', ...(over && { color: 'error.main', fontWeight: 700 }) }}>
      {text(leftText(dueAt, now))}
    </Box>
  );
};
