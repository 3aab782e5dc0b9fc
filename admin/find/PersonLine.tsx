/** One person found: the name, and what tells people of one name apart. */
import ListItem from '@mui/material/ListItem';
import Typography from '@mui/material/Typography';
import { UnitName } from '../common/UnitName.tsx';
import { useLang } from '../i18n/text.ts';
import { entryValue } from '../register/words.ts';
import { useFindWords, type Found } from './use-find.ts';

type Line = { readonly id: string; readonly person: Found; readonly chosen: boolean; readonly open: (person: Found) => void; readonly choose: () => void };

export const PersonLine = ({ id, person, chosen, open, choose }: Line) => {
  const say = useFindWords();
  const lang = useLang();
  const { name, unit, group, birthYear, headName, status } = person;
  const apart = [
    group && say('group', { group }), birthYear && say('born', { year: birthYear }), headName && say('head', { name: headName }), status !== 'active' && entryValue('status', status, lang),
  ].filter((one) => typeof one === 'string');
  return (
    <ListItem id={id} role="option" aria-selected={chosen} onClick={() => open(person)} onMouseMove={choose} divider
      sx={{ display: 'block', cursor: 'pointer', minHeight: 48, ...(chosen && { bgcolor: 'action.selected' }) }}>
      <Typography component="span" sx={{ fontWeight: 600, mr: 1.5 }}>{name}</Typography>
      <Typography component="span" variant="body2" color="textSecondary"><UnitName id={unit} />{apart.map((one) => ` · ${one}`)}</Typography>
    </ListItem>
  );
};
