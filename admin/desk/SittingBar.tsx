/** What is chosen once for a sitting, and what each “same” states with it. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { valueText } from '../case/values.ts';
import { useLang, useText } from '../i18n/text.ts';
import { fieldsOfEvent, type DeskPlace } from '../../workflows/kit/desk.ts';
import type { Sitting } from './use-acts.ts';
import { useDeskWords } from './use-desk-words.ts';
import { useWords } from '../case/use-words.ts';

export const SITTING = 'desk-sitting';

export const SittingBar = ({ place: { items, desk }, sitting, today }: { place: DeskPlace; sitting: Sitting; today: string }) => {
  const say = useDeskWords();
  const { choose } = { choose: useWords()('choose') };
  const lang = useLang();
  const text = useText();
  const fields = fieldsOfEvent(items, desk.same);
  const mine = desk.sitting.flatMap((name) => fields.find((one) => one.name === name) ?? []);
  const [day, method] = mine.map((info) => valueText(info, sitting.values[info.name], lang));
  const groups = (fields.find(({ name }) => name === desk.asserts)?.fields ?? []).map(({ label }) => text(label)).join(lang === 'zh' ? '；' : '; ');
  return (
    <Box component="section" id={SITTING} aria-label={say('sitting')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
      {mine.map((info) => (
        <TextField key={info.name} size="small" label={text(info.label)} value={String(sitting.values[info.name] ?? '')} onChange={({ target }) => sitting.set(info.name, target.value)}
          select={info.options.length > 0} type={info.input === 'date' ? 'date' : 'text'} margin="none" sx={{ width: { xs: 'calc(50% - 6px)', md: 180 } }}
          slotProps={{ select: { native: true }, inputLabel: { shrink: true }, htmlInput: { name: info.name, ...(info.input === 'date' && { max: today }) } }}>
          {info.options.length > 0 && [<option key="" value="">{choose}</option>, ...info.options.map(({ value, label }) => <option key={value} value={value}>{text(label)}</option>)]}
        </TextField>
      ))}
      <Alert severity={sitting.ready ? 'info' : 'warning'} icon={false} sx={{ flex: '1 1 280px', py: 0 }}>
        {sitting.ready ? say('asserts', { method: method ?? '', day: day ?? '', groups }) : say('sittingFirst')}
      </Alert>
    </Box>
  );
};
