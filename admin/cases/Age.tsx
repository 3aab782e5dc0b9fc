/** How many days ago a case was opened. */
import { useTranslate } from 'react-admin';
import type { Instant } from '../../workflows/kit/words.ts';
import { dayOf } from '../../workflows/office/working-days.ts';
import { useNow } from '../common/office.ts';
import { daysSince } from './values.ts';

export const Age = ({ openedAt }: { openedAt: Instant }) => {
  const translate = useTranslate();
  const now = useNow();
  return <time dateTime={openedAt}>{now ? translate('cases.days', { smart_count: daysSince(openedAt, now) }) : dayOf(openedAt)}</time>;
};
