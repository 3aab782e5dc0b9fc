/** For those who watch over personal data: who read whose, and the keys it is sealed with. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { holdsAny } from '../auth/me.ts';
import { useMe } from '../common/office.ts';
import { PageTitle } from '../common/PageTitle.tsx';
import { NotThere } from '../layout/NotThere.tsx';
import { PageLoading } from '../layout/PageLoading.tsx';
import { KeyRotations } from './KeyRotations.tsx';
import { Readings } from './Readings.tsx';
import { KEEPERS, WATCHERS } from './watchers.ts';

export const PrivacyPage = () => {
  const translate = useTranslate();
  const me = useMe();
  if (!me) return <PageLoading />;
  const [watches, keeps] = [holdsAny(me, WATCHERS), holdsAny(me, KEEPERS)];
  if (!watches && !keeps) return <NotThere />;
  return (
    <Box>
      <PageTitle>{translate('privacy.menu')}</PageTitle>
      {watches && (
        <Box component="section">
          <Typography variant="h6" component="h2">{translate('privacy.readings')}</Typography>
          <Typography variant="body2" color="textSecondary">{translate('privacy.readingsHint')}</Typography>
          <Readings />
        </Box>
      )}
      <Box component="section" sx={{ mt: 3 }}>
        <Typography variant="h6" component="h2" sx={{ mb: 1 }}>{translate('privacy.keys')}</Typography>
        <KeyRotations mayBegin={keeps} />
      </Box>
    </Box>
  );
};
