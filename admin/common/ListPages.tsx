/** Pages of a list; of a very long one the server only estimates the number of rows, and the reader is told so. */
import Typography from '@mui/material/Typography';
import { Pagination, useListContext, useTranslate } from 'react-admin';

export const ListPages = () => {
  const translate = useTranslate();
  const { meta } = useListContext();
  const estimated = Boolean((meta as { estimated?: boolean } | undefined)?.estimated);
  return (
    <>
      <Pagination rowsPerPageOptions={[25, 50, 100]} />
      {estimated && <Typography variant="body2" color="text.secondary" sx={{ textAlign: 'right' }}>{translate('cases.estimated')}</Typography>}
    </>
  );
};
