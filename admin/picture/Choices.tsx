/** The unit and the period that are looked at. */
import EarlierIcon from '@mui/icons-material/ChevronLeft';
import LaterIcon from '@mui/icons-material/ChevronRight';
import PrintIcon from '@mui/icons-material/PrintOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { periodAround, spanOf, spans, type Span } from '../../workflows/office/periods.ts';
import { useUnits } from '../common/office.ts';
import { useText } from '../i18n/text.ts';
import type { Asked, Choose } from './asked.ts';
import type { PictureWord } from './messages.ts';
import { usePictureWords } from './use-picture.ts';

const SAID: Readonly<Record<Span, PictureWord>> = { month: 'byMonth', quarter: 'byQuarter', year: 'byYear' };
const ALL = 'all';
const OTHER = 'other';

/** `period` in words. */
export const Choices = ({ asked, choose, period }: { asked: Asked; choose: Choose; period: string }) => {
  const say = usePictureWords();
  const text = useText();
  const units = useUnits();
  const span = spanOf(asked);
  const unit = units.some(({ id }) => id === asked.unit) ? asked.unit : null;
  const turn = (later: number) => choose(periodAround(asked.from, span ?? 'month', later));
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 2, displayPrint: 'none' }}>
      <TextField select fullWidth={false} size="small" label={say('unit')} value={unit ?? ALL} onChange={({ target: { value } }) => choose({ unit: value === ALL ? null : value })} sx={{ minWidth: 150 }}>
        <MenuItem value={ALL}>{say('allUnits')}</MenuItem>
        {units.map(({ id, name }) => <MenuItem key={id} value={id}>{text(name)}</MenuItem>)}
      </TextField>
      <TextField select fullWidth={false} size="small" label={say('span')} value={span ?? OTHER} onChange={({ target: { value } }) => choose(periodAround(asked.to, value as Span))} sx={{ minWidth: 110 }}>
        {spans.map((one) => <MenuItem key={one} value={one}>{say(SAID[one])}</MenuItem>)}
        {span === null && <MenuItem value={OTHER} disabled>{say('other')}</MenuItem>}
      </TextField>
      <Stack direction="row" sx={{ alignItems: 'center' }}>
        <IconButton aria-label={say('earlier')} onClick={() => turn(-1)}><EarlierIcon /></IconButton>
        <Typography role="status" variant="body2">{period}</Typography>
        <IconButton aria-label={say('later')} onClick={() => turn(1)}><LaterIcon /></IconButton>
      </Stack>
      <Button variant="outlined" startIcon={<PrintIcon />} onClick={() => window.print()} sx={{ display: { xs: 'none', md: 'inline-flex' }, ml: 'auto' }}>{say('print')}</Button>
    </Stack>
  );
};
