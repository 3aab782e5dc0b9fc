/** One file chosen for a form: on its way, arrived, or not; what can be done about it stands beside it. */
import DescriptionIcon from '@mui/icons-material/DescriptionOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import ListItem from '@mui/material/ListItem';
import Typography from '@mui/material/Typography';
import { HttpError } from 'react-admin';
import type { Chosen } from './chosen.ts';
import { sizeText } from './size.ts';
import { Thumbnail } from './Thumbnail.tsx';
import type { Way } from './use-bringing.ts';
import { shownMine, useFileWords, useMyFile, type Shown } from './use-files.ts';

type Props = { readonly one: Chosen; readonly way: Way | undefined; readonly again: () => void; readonly remove: () => void; readonly view: (file: Shown) => void };

/** What is wrong with it, in a sentence; null where nothing is. */
const useTrouble = ({ id }: Chosen, way: Way | undefined): string | null => {
  const say = useFileWords();
  const { error } = useMyFile(id);
  if (way) return way.failed?.said ?? null;
  if (id === '') return say('cut');
  return error instanceof HttpError && error.status === 404 ? say('expired') : null;
};

const OnItsWay = ({ name, share }: { name: string; share: number }) => {
  const say = useFileWords();
  const percent = Math.round(share * 100);
  return (
    <Box sx={{ mt: 0.5 }}>
      <LinearProgress variant={share < 1 ? 'determinate' : 'indeterminate'} {...(share < 1 && { value: percent })} aria-label={say('progress', { name })} />
      <Typography variant="caption" color="textSecondary">{share < 1 ? say('sending', { percent }) : say('looking')}</Typography>
    </Box>
  );
};

export const ChosenFile = ({ one, way, again, remove, view }: Props) => {
  const say = useFileWords();
  const { data } = useMyFile(one.id);
  const trouble = useTrouble(one, way);
  const name = data?.name ?? one.name;
  const shown = data ? shownMine(data) : null;
  return (
    <ListItem disableGutters divider sx={{ gap: 1.5, alignItems: 'center', py: 1 }}>
      {shown ? <Thumbnail file={shown} open={() => view(shown)} /> : <DescriptionIcon color="disabled" sx={{ width: 48, flexShrink: 0 }} />}
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>{name}</Typography>
        {way && !way.failed && <OnItsWay name={name} share={way.share} />}
        {trouble && <Typography variant="caption" color="error" role="alert" sx={{ display: 'block' }}>{trouble}</Typography>}
        {!way && !trouble && <Typography variant="caption" color="textSecondary" role="status">{say('arrived', { size: sizeText(data?.bytes ?? one.bytes) })}</Typography>}
      </Box>
      <Box sx={{ display: 'flex', flexDirection: { xs: 'column', sm: 'row' }, flexShrink: 0 }}>
        {way?.failed?.again && <Button size="small" onClick={again} aria-label={say('againName', { name })}>{say('again')}</Button>}
        <Button size="small" color="inherit" onClick={remove} aria-label={say('removeName', { name })}>{say('remove')}</Button>
      </Box>
    </ListItem>
  );
};
