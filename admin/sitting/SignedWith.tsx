/** What each kind of case is signed with: an opinion and choices, filled in once for the sitting. */
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { Data } from '../../workflows/kit/words.ts';
import { Section } from '../case/Section.tsx';
import { stateName } from '../case/standing.ts';
import { useText } from '../i18n/text.ts';
import { Phrases } from './Phrases.tsx';
import { signingFields, type SigningPlace } from './places.ts';
import { useSittingWords } from './use-sitting-words.ts';

type Props = { readonly place: SigningPlace; readonly data: Data; readonly set: (data: Data) => void; readonly titled: boolean };

const OfPlace = ({ place, data, set, titled }: Props) => {
  const text = useText();
  return (
    <Stack component="fieldset" spacing={1} sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
      <Typography component="legend" variant="subtitle2" sx={{ p: 0, ...(!titled && { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }) }}>{text(place.workflow.title)} · {text(stateName(place.workflow, place.state))}</Typography>
      {signingFields(place).map((info) => (
        <Box key={info.name}>
          <TextField size="small" fullWidth margin="none" label={text(info.label)} value={String(data[info.name] ?? '')} onChange={({ target }) => set({ ...data, [info.name]: target.value })} helperText={text(info.help)}
            select={info.options.length > 0} multiline={info.input === 'lines'} slotProps={{ select: { native: true }, inputLabel: { shrink: true }, htmlInput: { name: `${place.workflow.name}.${info.name}`, ...(info.maxLength !== undefined && { maxLength: info.maxLength }) } }}>
            {info.options.length > 0 && info.options.map(({ value, label }) => <option key={value} value={value}>{text(label)}</option>)}
          </TextField>
          {info.input === 'lines' && <Phrases value={String(data[info.name] ?? '')} put={(phrase) => set({ ...data, [info.name]: phrase })} />}
        </Box>
      ))}
    </Stack>
  );
};

export const SignedWith = ({ places, forms, set }: { places: readonly SigningPlace[]; forms: Readonly<Record<string, Data>>; set: (key: string, data: Data) => void }) => {
  const say = useSittingWords();
  const asked = places.filter((place) => signingFields(place).length > 0);
  if (asked.length === 0) return null;
  return (
    <Section title={say('with')} print={false}>
      <Stack spacing={2}>
        {asked.map((place) => {
          const key = `${place.workflow.name}.${place.state}`;
          return <OfPlace key={key} place={place} data={forms[key] ?? {}} set={(data) => set(key, data)} titled={asked.length > 1} />;
        })}
      </Stack>
    </Section>
  );
};
