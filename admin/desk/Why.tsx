/** The reasons why a record cannot be verified, each under its digit. */
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { useText } from '../i18n/text.ts';
import { fieldsOfEvent, type DeskPlace } from '../../workflows/kit/desk.ts';
import { useDeskWords } from './use-desk-words.ts';
import { useKeys } from './use-keys.ts';

export const Why = ({ place: { items, desk }, because, close }: { place: DeskPlace; because: (reason: string) => void; close: () => void }) => {
  const say = useDeskWords();
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  const reasons = fieldsOfEvent(items, desk.unable).find(({ name }) => name === desk.reason)?.options ?? [];
  useEffect(() => box.current?.focus(), []);
  useKeys({ ...Object.fromEntries(reasons.map(({ value }, i) => [String(i + 1), () => because(value)])), Escape: close }, true);
  return (
    <Paper ref={box} tabIndex={-1} variant="outlined" role="group" aria-label={say('why')} sx={{ p: 1.5, mb: 1, borderColor: 'warning.main', outline: 'none' }}>
      <Typography variant="body2" sx={{ mb: 1 }}>{say('why')}</Typography>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        {reasons.map(({ value, label }, i) => <Button key={value} variant="outlined" onClick={() => because(value)} aria-keyshortcuts={String(i + 1)}>{i + 1} {text(label)}</Button>)}
        <Button onClick={close}>{say('cancel')}</Button>
      </Stack>
    </Paper>
  );
};
