/** Confirming the rest at once: the sample is drawn, looked at one by one, closed; only then, and only if it is in order. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { Data } from '../../workflows/kit/words.ts';
import { useText } from '../i18n/text.ts';
import type { CaseRecord } from '../provider/records.ts';
import { ConfirmRest } from './ConfirmRest.tsx';
import type { DeskPlace } from '../../workflows/kit/desk.ts';
import { Refused } from './Refused.tsx';
import type { Row, Sample } from './rows.ts';
import { useDeskWords } from './use-desk-words.ts';
import { inSet, sampleOf, setsOf, useSampleEvents } from './use-sample.ts';

type Props = { readonly place: DeskPlace; readonly batch: CaseRecord; readonly rows: readonly Row[]; readonly form: Data; readonly drawn: () => void };

/** Sets that hold anything now. */
const Draw = ({ place, rows, draw }: Pick<Props, 'place' | 'rows'> & { draw: (set: string) => void }) => {
  const say = useDeskWords();
  const text = useText();
  const id = useId();
  const sets = (setsOf(place)?.options ?? []).map((option) => ({ ...option, count: rows.filter((row) => inSet(place, option.value, row)).length })).filter(({ count }) => count > 0);
  const [set, setSet] = useState('');
  const chosen = sets.find(({ value }) => value === set) ?? sets[0];
  if (!chosen) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <TextField select size="small" id={id} label={text(setsOf(place)?.label)} value={chosen.value} onChange={({ target }) => setSet(target.value)} margin="none" sx={{ width: { xs: 1, md: 280 } }}>
        {sets.map(({ value, label, count }) => <MenuItem key={value} value={value}>{text(label)} · {say('count', { smart_count: count })}</MenuItem>)}
      </TextField>
      <Button variant="outlined" onClick={() => draw(chosen.value)}>{say('draw')}</Button>
      <Typography variant="body2" color="textSecondary" sx={{ flex: '1 1 260px' }}>{say('sampleWhy')}</Typography>
    </Box>
  );
};

const rateOf = ({ wrong, drawn }: Sample): string => (drawn.length === 0 ? '0' : (((wrong ?? 0) / drawn.length) * 100).toFixed(1));

export const SampleBar = ({ place, batch, rows, form, drawn }: Props) => {
  const say = useDeskWords();
  const { desk, parent } = place;
  const sample = sampleOf(place, batch);
  const { send, refusal } = useSampleEvents(place, batch);
  const draw = async (set: string): Promise<void> => {
    if (await send(desk.draw, { [setsOf(place)?.name ?? '']: set })) drawn();
  };
  const left = sample ? rows.filter(({ one, pending, saving }) => sample.drawn.includes(one.id) && (pending || saving)).length : 0;
  const said = sample && { drawn: sample.drawn.length, wrong: sample.wrong ?? 0, rate: rateOf(sample) };
  return (
    <Box component="section" aria-label={say('sample')} sx={{ my: 1 }}>
      {!sample && <Draw place={place} rows={rows} draw={(set) => void draw(set)} />}
      {sample?.passed === null && (
        <Alert severity="info" action={<Button color="inherit" size="small" disabled={left > 0} onClick={() => void send(desk.close, {})}>{say('closeSample')}</Button>}>
          {say('sampleOpen', { of: sample.of, drawn: sample.drawn.length, seed: sample.seed, left })}
        </Alert>
      )}
      {sample?.passed === false && said && <Alert severity="error">{say('sampleFailed', said)}</Alert>}
      {sample?.passed === true && said && (
        <>
          <Alert severity="success">{say('samplePassed', said)}</Alert>
          <ConfirmRest place={place} batch={batch} sample={sample} rows={rows} form={form} />
          <Draw place={place} rows={rows.filter((row) => !inSet(place, sample.set, row))} draw={(set) => void draw(set)} />
        </>
      )}
      {refusal && <Alert severity="error" role="alert"><Refused workflow={parent} refusal={refusal} /></Alert>}
    </Box>
  );
};
