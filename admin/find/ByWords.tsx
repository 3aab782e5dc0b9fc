/** A person by what one knows of them, found while one types. */
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState, type KeyboardEvent } from 'react';
import { useSettled } from '../common/use-settled.ts';
import { PeopleFound } from './PeopleFound.tsx';
import { useFind, useFindWords, type Found } from './use-find.ts';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

export const ByWords = ({ open }: { open: (person: Found) => void }) => {
  const say = useFindWords();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const q = useSettled(typed.trim());
  const answer = useFind(q === '' ? null : { q });
  const people = answer.data?.people ?? [];
  const isFresh = q === typed.trim() && !answer.isFetching;
  const press = (event: KeyboardEvent) => {
    // While Chinese is being typed, Enter and the arrows belong to the input method.
    if (event.nativeEvent.isComposing) return;
    const step = STEPS[event.key];
    if (step !== undefined) setAt(Math.min(people.length - 1, Math.max(0, at + step)));
    else if (event.key !== 'Enter') return;
    else if (isFresh && people[at]) open(people[at]);
    event.preventDefault();
  };
  const type = (words: string) => {
    setTyped(words);
    setAt(0);
  };
  return (
    <>
      <TextField type="search" autoFocus fullWidth label={say('words')} value={typed} onChange={({ target }) => type(target.value)} onKeyDown={press} helperText={people.length > 0 ? say('keys') : say('hint')}
        slotProps={{ htmlInput: { role: 'combobox', autoComplete: 'off', maxLength: 100, 'aria-expanded': people.length > 0, 'aria-controls': id, 'aria-autocomplete': 'list', ...(people.length > 0 && { 'aria-activedescendant': `${id}-${at}` }) } }} />
      {q === '' ? <Typography id={id} sx={{ minHeight: 24 }} /> : <PeopleFound id={id} answer={answer} at={at} choose={setAt} open={open} />}
    </>
  );
};
