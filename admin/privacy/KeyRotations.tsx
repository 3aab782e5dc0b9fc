/** The keys: how far a rotation is, those before it, and beginning one. */
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useRef, useState, type FormEvent } from 'react';
import { newId } from '../case/new-id.ts';
import { momentText } from '../case/standing.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { useText } from '../i18n/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import { useCasework } from '../provider/data-provider.ts';
import type { RotationRecord } from '../provider/records.ts';

const LOOKS_EVERY_MS = 1_500;
const SHORTEST_REASON = 5;
const KEY = ['key-rotations'];

const Rotation = ({ rotation }: { rotation: RotationRecord }) => {
  const translate = useTranslate();
  const text = useText();
  const { personName, startedAt, endedAt, reason, round, walked, total, sealedAnew } = rotation;
  return (
    <ListItem divider sx={{ display: 'block' }}>
      <Typography>{translate('privacy.by', { name: personName, at: text(momentText(startedAt)), reason })}</Typography>
      <Typography variant="body2" color="textSecondary">
        {endedAt === null ? translate('privacy.underWay', { round, walked, total, sealedAnew }) : translate('privacy.ended', { at: text(momentText(endedAt)), sealedAnew })}
      </Typography>
      {endedAt === null && <LinearProgress variant="determinate" value={total === 0 ? 0 : Math.min(100, (walked / total) * 100)} aria-label={translate('privacy.progress')} sx={{ mt: 0.5 }} />}
    </ListItem>
  );
};

/** The id stays the same until it was taken: pressed twice, the keys are rotated once. */
const Begin = () => {
  const translate = useTranslate();
  const casework = useCasework();
  const queries = useQueryClient();
  const id = useRef(newId());
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => casework.rotateKeys({ id: id.current, kinds: ['data', 'index'], reason: reason.trim() }),
    onSuccess: () => {
      id.current = newId();
      setReason('');
      setTried(false);
      return queries.invalidateQueries({ queryKey: KEY });
    },
  });
  const short = [...reason.trim()].length < SHORTEST_REASON;
  const begin = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!short) mutate();
  };
  return (
    <form onSubmit={begin} noValidate>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1} useFlexGap sx={{ p: 2, alignItems: { sm: 'flex-start' } }}>
        <TextField required size="small" margin="none" label={translate('privacy.rotateWhy')} value={reason} onChange={({ target }) => setReason(target.value)} error={tried && short} helperText={tried && short ? translate('privacy.short') : ' '} sx={{ flexGrow: 1 }} />
        <Button type="submit" variant="contained" disabled={isPending} sx={{ flexShrink: 0 }}>{translate('privacy.rotate')}</Button>
      </Stack>
      {error && <ErrorState error={error} />}
    </form>
  );
};

export const KeyRotations = ({ mayBegin }: { mayBegin: boolean }) => {
  const translate = useTranslate();
  const casework = useCasework();
  const { data, isPending, error, refetch } = useQuery({
    queryKey: KEY, queryFn: async ({ signal }) => (await casework.getRotations({ signal })).data, retry: false,
    refetchInterval: ({ state }) => (state.data?.some(({ endedAt }) => endedAt === null) ? LOOKS_EVERY_MS : false),
  });
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (isPending) return <PageLoading />;
  const underWay = data.some(({ endedAt }) => endedAt === null);
  return (
    <Paper>
      <Typography variant="body2" color="textSecondary" sx={{ px: 2, pt: 2 }}>{translate('privacy.keysHint')}</Typography>
      {mayBegin && !underWay && <Begin />}
      {data.length === 0 ? <EmptyState title={translate('privacy.neverRotated')} /> : <List disablePadding aria-label={translate('privacy.keys')}>{data.map((rotation) => <Rotation key={rotation.id} rotation={rotation} />)}</List>}
    </Paper>
  );
};
