/** Tells the administrator in time that the State Council's notice on a year's holidays is not in the calendar: until it is, terms leave lunar days and shifted workdays out. */
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { unsettledYear } from '../../workflows/office/working-days.ts';
import { useMe, useNow } from '../common/office.ts';

export const CalendarBanner = () => {
  const translate = useTranslate();
  const [me, now] = [useMe(), useNow()];
  const year = now !== null && me?.posts.some(({ post }) => post === 'admin') ? unsettledYear(now) : null;
  if (year === null) return null;
  return (
    <Box component="aside" aria-label={translate('app.calendarLabel')} sx={{ bgcolor: '#ffd1a3', color: '#3a1d00', px: 2, py: 0.5, fontSize: 13, textAlign: 'center', textWrap: 'balance' }}>
      {translate('app.calendar', { year, file: `workflows/office/calendars/${year}.ts` })}
    </Box>
  );
};
