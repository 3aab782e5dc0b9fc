/** The heading of a page, which also names the browser's tab. */
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';

export const PageTitle = ({ children }: { children: string }) => {
  const translate = useTranslate();
  return (
    <>
      <title>{`${children} · ${translate('app.title')}`}</title>
      <Typography variant="h5" component="h1" sx={{ fontWeight: 600, my: 2 }}>{children}</Typography>
    </>
  );
};
