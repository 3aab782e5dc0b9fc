/** Over a list: takes what its filter finds away as a file. */
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import { lazy, Suspense, useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import type { Data } from '../../workflows/kit/words.ts';

const ExportDialog = lazy(() => import('./ExportDialog.tsx').then(({ ExportDialog: dialog }) => ({ default: dialog })));

/** `list`: what the list is called. */
export const ExportButton = ({ list }: { list: string }) => {
  const translate = useTranslate();
  const { resource, filter, filterValues, sort } = useListContext();
  const [open, setOpen] = useState(false);
  const asked = { filter: { ...(filterValues as Data), ...(filter as Data | undefined) }, sort: [sort.field, sort.order] as const };
  return (
    <>
      <Button size="small" startIcon={<DownloadIcon />} onClick={() => setOpen(true)}>{translate('export.open')}</Button>
      {open && <Suspense fallback={null}><ExportDialog resource={resource} list={list} asked={asked} close={() => setOpen(false)} /></Suspense>}
    </>
  );
};
