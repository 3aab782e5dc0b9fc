/** How far the village is, as a whole and group by group; a group is also a filter. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import type { Progress } from './rows.ts';
import { useDeskWords } from './use-desk-words.ts';

export const ProgressBar = ({ whole, groups, chosen, choose }: { whole: Progress; groups: readonly Progress[]; chosen: string; choose: (group: string) => void }) => {
  const say = useDeskWords();
  const named = groups.filter(({ group }) => group !== '');
  return (
    <Box component="section" aria-label={say('progress')} sx={{ mb: 1 }}>
      <Typography variant="body2" data-desk-progress>{say('progressOf', { done: whole.done, total: whole.total })}</Typography>
      <LinearProgress variant="determinate" value={whole.total === 0 ? 0 : (whole.done / whole.total) * 100} aria-label={say('progress')} sx={{ my: 0.5, height: 6, borderRadius: 3 }} />
      {named.length > 1 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, maxHeight: 76, overflowY: 'auto' }}>
          <Button size="small" variant={chosen === '' ? 'contained' : 'text'} aria-pressed={chosen === ''} onClick={() => choose('')} sx={{ minWidth: 0, py: 0 }}>{say('allGroups')}</Button>
          {named.map(({ group, done, total }) => (
            <Button key={group} size="small" variant={chosen === group ? 'contained' : 'text'} aria-pressed={chosen === group} onClick={() => choose(chosen === group ? '' : group)} sx={{ minWidth: 0, py: 0 }}>{say('group', { n: group })} {done}/{total}</Button>
          ))}
        </Box>
      )}
    </Box>
  );
};
