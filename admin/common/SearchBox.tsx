/** Where one types what to look for; the list is asked when the typing pauses. */
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';

const PAUSE_MS = 400;

export const SearchBox = ({ label, words, look }: { label: string; words: string; look: (words: string) => void }) => {
  const [typed, setTyped] = useState(words);
  const [known, setKnown] = useState(words);
  if (words !== known) {
    setKnown(words);
    // The search was taken away elsewhere.
    if (words === '') setTyped('');
  }
  useEffect(() => {
    if (typed.trim() === words) return undefined;
    const pause = setTimeout(() => look(typed.trim()), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed, words, look]);
  return <TextField type="search" label={label} value={typed} onChange={({ target }) => setTyped(target.value)} sx={{ maxWidth: 420 }} slotProps={{ htmlInput: { autoComplete: 'off', maxLength: 100 } }} />;
};
