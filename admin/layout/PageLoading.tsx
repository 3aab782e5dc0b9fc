/** A page is on its way. */
import LinearProgress from '@mui/material/LinearProgress';
import { useTranslate } from 'react-admin';

export const PageLoading = () => <LinearProgress aria-label={useTranslate()('ra.page.loading')} sx={{ my: 2 }} />;
