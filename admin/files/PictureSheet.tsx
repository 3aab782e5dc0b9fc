/** One picture, as large as the page lets it be. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useFileWords, type Shown } from './use-files.ts';

export const PictureSheet = ({ file }: { file: Shown }) => {
  const say = useFileWords();
  const [standing, setStanding] = useState<'loading' | 'there' | 'failed'>('loading');
  return (
    <>
      {standing === 'failed' && <Alert severity="error">{say('notShown')}</Alert>}
      {standing === 'loading' && <Typography role="status">{say('loading')}</Typography>}
      <Box component="img" src={file.whole} alt={file.name} onLoad={() => setStanding('there')} onError={() => setStanding('failed')}
        sx={{ display: standing === 'failed' ? 'none' : 'block', maxWidth: 1, maxHeight: '70vh', mx: 'auto', objectFit: 'contain' }} />
    </>
  );
};
