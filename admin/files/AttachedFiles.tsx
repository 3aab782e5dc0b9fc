/** The files that a field of a sent form names: small pictures and names, opened one by one. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Preview } from './Preview.tsx';
import { sizeText } from './size.ts';
import { Thumbnail } from './Thumbnail.tsx';
import { shownOf, useAttached, useCasePlace, useFileWords } from './use-files.ts';

export const AttachedFiles = ({ ids }: { ids: readonly string[] }) => {
  const say = useFileWords();
  const place = useCasePlace();
  const { data, isError, isPlaceholderData } = useAttached(place);
  const [viewed, setViewed] = useState<number | null>(null);
  const files = place ? ids.flatMap((id) => (data ?? []).filter((file) => file.id === id).slice(0, 1)).map((file) => shownOf(file, place)) : [];
  const missing = data && !isPlaceholderData ? ids.length - files.length : 0;
  if (isError) return <Typography variant="body2" color="error">{say('notListed')}</Typography>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {files.map((file, i) => (
        <Box component="li" key={file.id} sx={{ display: 'flex', gap: 1, alignItems: 'center', breakInside: 'avoid' }}>
          <Thumbnail file={file} open={() => setViewed(i)} />
          <Box sx={{ minWidth: 0 }}>
            <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>{file.name}</Typography>
            <Typography variant="caption" color="textSecondary">{sizeText(file.bytes)}</Typography>
          </Box>
        </Box>
      ))}
      {missing > 0 && <Typography component="li" variant="body2" color="textSecondary">{say('erased', { smart_count: missing })}</Typography>}
      {viewed !== null && <Preview files={files} at={viewed} go={setViewed} close={() => setViewed(null)} />}
    </Box>
  );
};
