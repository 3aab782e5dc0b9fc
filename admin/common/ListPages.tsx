/** Pages of a list; of a very long one the server only estimates the number of rows, and the reader is told so. */
import Typography from '@mui/material/Typography';
import { Pagination, PaginationActions, useListContext, useTranslate, type PaginationActionsProps } from 'react-admin';

/** The pager's own words are English: what it reads aloud is said in the reader's language. */
const Pager = (props: PaginationActionsProps) => <PaginationActions {...props} aria-label={useTranslate()('cases.pages')} />;

export const ListPages = () => {
  const translate = useTranslate();
  const { meta } = useListContext();
  const onPhone = { getItemAriaLabel: (type: string) => translate(`ra.navigation.${type}`) };
  const estimated = Boolean((meta as { estimated?: boolean } | undefined)?.estimated);
  return (
    <>
      <Pagination rowsPerPageOptions={[25, 50, 100]} actions={Pager} {...onPhone} />
      {estimated && <Typography variant="body2" color="textSecondary" sx={{ textAlign: 'right' }}>{translate('cases.estimated')}</Typography>}
    </>
  );
};
