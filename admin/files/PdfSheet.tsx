/** One PDF in the browser's own viewer, from memory: nothing is left in the folder for downloads of a shared machine. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { fileKinds } from '../../workflows/office/files/kinds.ts';
import { useCasework } from '../provider/data-provider.ts';
import { useFileWords, type Shown } from './use-files.ts';

/** Its type is said here and nowhere else: whatever the bytes are, they are handed to the viewer of PDF. */
const useAddress = (bytes: Blob | undefined): string | null => {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!bytes) return undefined;
    const made = URL.createObjectURL(new Blob([bytes], { type: fileKinds.pdf.type }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  return address;
};

const InViewer = ({ file }: { file: Shown }) => {
  const say = useFileWords();
  const casework = useCasework();
  const { data, isError } = useQuery({ queryKey: ['file-bytes', file.whole], gcTime: 0, retry: false, queryFn: async ({ signal }) => (await casework.getBytes(file.whole, { signal })).data });
  const address = useAddress(data);
  if (isError) return <Alert severity="error">{say('notShown')}</Alert>;
  return address === null ? <Typography role="status">{say('loading')}</Typography> : <Box component="iframe" src={`${address}#navpanes=0`} title={file.name} sx={{ width: 1, height: '70vh', border: 0 }} />;
};

export const PdfSheet = ({ file }: { file: Shown }) => {
  const say = useFileWords();
  return navigator.pdfViewerEnabled ? <InViewer file={file} /> : <Alert severity="info">{say('noViewer')}</Alert>;
};
