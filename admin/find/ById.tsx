/** A person by the ID number, which is sent in the body of a request that is logged, and shown nowhere afterwards. */
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState, type FormEvent } from 'react';
import { checkId, normaliseId } from '../../workflows/office/citizen-id.ts';
import { PeopleFound } from './PeopleFound.tsx';
import { useFind, useFindWords, type Found } from './use-find.ts';

export const ById = ({ open }: { open: (person: Found) => void }) => {
  const say = useFindWords();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const [at, setAt] = useState(0);
  const answer = useFind(asked === null ? null : { idNumber: asked });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { ok } = checkId(normaliseId(typed));
    setWrong(!ok);
    setAsked(ok ? normaliseId(typed) : null);
    // Asked again only where it was another number, or the last answer failed.
    if (ok && asked === normaliseId(typed) && answer.error) void answer.refetch();
  };
  return (
    <form onSubmit={send} noValidate>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>{say('logged')}</Typography>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
        <TextField autoFocus required fullWidth label={say('idNumber')} value={typed} onChange={({ target }) => setTyped(target.value)} error={wrong} helperText={wrong ? say('idWrong') : ' '} slotProps={{ htmlInput: { autoComplete: 'off', maxLength: 30 } }} />
        <Button type="submit" variant="contained" sx={{ minHeight: 40, whiteSpace: 'nowrap' }}>{say('go')}</Button>
      </Stack>
      {asked !== null && <PeopleFound id={id} answer={answer} at={at} choose={setAt} open={open} />}
    </form>
  );
};
