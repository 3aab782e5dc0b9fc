/** Says on every page that the data are made up, and what time it is in an office whose clock is moved by hand. */
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { dateText } from '../case/standing.ts';
import { useOffice } from '../common/office.ts';
import { useText } from '../i18n/text.ts';

export const DemoBanner = () => {
  const translate = useTranslate();
  const text = useText();
  const office = useOffice();
  if (office?.office !== 'demo') return null;
  return (
    <Box component="aside" aria-label={translate('app.demoLabel')} sx={{ bgcolor: '#ffe08a', color: '#332600', px: 2, py: 0.5, fontSize: 13, textAlign: 'center', textWrap: 'balance' }}>
      {translate('app.demo')}
      {office.clock === 'manual' && ` · ${translate('app.officeTime', { now: text(dateText(office.now)) })}`}
    </Box>
  );
};
