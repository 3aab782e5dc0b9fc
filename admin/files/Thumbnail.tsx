/** A small picture of a file, or a sign for what has none; pressing it opens the file. */
import PictureAsPdfIcon from '@mui/icons-material/PictureAsPdfOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useFileWords, type Shown } from './use-files.ts';

export const Thumbnail = ({ file, open }: { file: Shown; open: () => void }) => (
  <ButtonBase onClick={open} aria-label={useFileWords()('open', { name: file.name })} aria-haspopup="dialog"
    sx={{ width: 48, height: 48, flexShrink: 0, borderRadius: 0.5, border: 1, borderColor: 'divider', overflow: 'hidden', bgcolor: 'background.default' }}>
    {file.small ? <Box component="img" src={file.small} alt="" loading="lazy" sx={{ width: 1, height: 1, objectFit: 'cover' }} /> : <PictureAsPdfIcon color="action" />}
  </ButtonBase>
);
