/** Usual phrases under a field: the office's for the post, and one's own, kept and taken off here. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'react-admin';
import { useCasework } from '../provider/data-provider.ts';

const MOST = 30;
const LONGEST = 200;

export const usePhrases = () => {
  const casework = useCasework();
  const queries = useQueryClient();
  const notify = useNotify();
  const { data } = useQuery({ queryKey: ['phrases'], queryFn: async ({ signal }) => (await casework.getPhrases({ signal })).data, staleTime: Number.POSITIVE_INFINITY, retry: false });
  const keep = async (own: readonly string[]): Promise<void> => {
    try {
      queries.setQueryData(['phrases'], (await casework.keepPhrases(own)).data);
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error' });
    }
  };
  return { known: data ?? null, own: data?.own ?? [], office: data?.office ?? [], keep };
};

export const Phrases = ({ value, put }: { value: string; put: (phrase: string) => void }) => {
  const translate = useTranslate();
  const { own, office, keep } = usePhrases();
  const typed = value.trim();
  const isNew = typed !== '' && typed.length <= LONGEST && own.length < MOST && ![...own, ...office].includes(typed);
  return (
    <Box role="group" aria-label={translate('phrases.usual')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, mt: 0.5 }}>
      {own.map((text) => (
        <Chip key={text} size="small" color="primary" variant="outlined" label={text} onClick={() => put(text)} onDelete={() => void keep(own.filter((one) => one !== text))}
          aria-label={translate('phrases.use', { text })} sx={{ maxWidth: '100%' }} />
      ))}
      {office.filter((text) => !own.includes(text)).map((text) => <Chip key={text} size="small" variant="outlined" label={text} onClick={() => put(text)} aria-label={translate('phrases.use', { text })} sx={{ maxWidth: '100%' }} />)}
      {isNew && <Button size="small" onClick={() => void keep([typed, ...own])} sx={{ minHeight: 24, py: 0 }}>{translate('phrases.add')}</Button>}
    </Box>
  );
};
