/** One PDF in the browser's own viewer, from memory: nothing is left in the folder for downloads of a shared machine. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { fileKinds } from '../../workflows/office/files/kinds.ts';
import { useCasework } from '../provider/data-provider.ts';
import { useFileWords, type Shown } from './use-files.ts';

const InViewer = ({ file }: { file: Shown }) => {
  const say = useFileWords();
  const casework = useCasework();
  const frame = useRef<HTMLIFrameElement>(null);
  const { data, isError } = useQuery({ queryKey: ['file-bytes', file.whole], gcTime: 0, retry: false, queryFn: async ({ signal }) => (await casework.getBytes(file.whole, { signal })).data });
  useEffect(() => {
    if (!data || !frame.current) return undefined;
    // Its type is said here and nowhere else: whatever the bytes are, they are handed to the viewer of PDF.
    const address = URL.createObjectURL(new Blob([data], { type: fileKinds.pdf.type }));
    frame.current.src = `${address}#navpanes=0`;
    return () => URL.revokeObjectURL(address);
  }, [data]);
  if (isError) return <Alert severity="error">{say('notShown')}</Alert>;
  return data ? <Box component="iframe" ref={frame} title={file.name} sx={{ width: 1, height: '70vh', border: 0 }} /> : <Typography role="status">{say('loading')}</Typography>;
};

export const PdfSheet = ({ file }: { file: Shown }) => {
  const say = useFileWords();
  return navigator.pdfViewerEnabled ? <InViewer file={file} /> : <Alert severity="info">{say('noViewer')}</Alert>;
};
