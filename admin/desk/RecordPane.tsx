/** One record: what was answered last month, and group by group what stood on that list beside what the register holds now. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { memo } from 'react';
import { dayText, stateName } from '../case/standing.ts';
import { Masked } from '../common/Masked.tsx';
import { UnitName } from '../common/UnitName.tsx';
import { useLang, useText } from '../i18n/text.ts';
import { isMasked, type CaseRecord } from '../provider/records.ts';
import { EntryLink } from '../register/EntryValue.tsx';
import { entryValue } from '../register/words.ts';
import { labelOf } from '../../workflows/office/codes.ts';
import { fieldsOfEvent, type DeskPlace } from '../../workflows/kit/desk.ts';
import { Refused } from './Refused.tsx';
import { flagText, sameRow, type Row } from './rows.ts';
import type { Refusal } from '../case/refusal.ts';
import type { DeskEntry } from './use-desk-data.ts';
import { useDeskWords } from './use-desk-words.ts';

type Shown = { readonly field: string; readonly value: unknown; readonly entry: DeskEntry; readonly reveal: boolean; readonly names: ReadonlyMap<string, DeskEntry> };

const UNITS = ['unit', 'hukouUnit'];

/** Words for a value; a spouse by name where both are on the same list. */
const Value = ({ field, value, entry, reveal, names }: Shown) => {
  const lang = useLang();
  const say = useDeskWords();
  const label = useTranslate()(`resources.residents.fields.${field}`);
  if (isMasked(value)) return <Masked value={value} label={label} {...(reveal && { from: { resource: 'residents', id: entry.id, field } })} />;
  if (UNITS.includes(field) && typeof value === 'string') return <UnitName id={value} />;
  if (field === 'household' && typeof value === 'string') return <EntryLink register="households" id={value}>{say('household')}</EntryLink>;
  if (field === 'spouse' && typeof value === 'string') return <span>{String(names.get(value)?.['name'] ?? value)}</span>;
  return <span>{entryValue(field, value, lang)}</span>;
};

const Line = ({ field, entry, names }: { field: string; entry: DeskEntry; names: Shown['names'] }) => {
  const say = useDeskWords();
  const translate = useTranslate();
  const changed = entry.was !== undefined && field in entry.was;
  return (
    <TableRow sx={{ '& td, & th': { py: 0.5, verticalAlign: 'baseline', overflowWrap: 'anywhere' }, ...(changed && { bgcolor: 'action.hover', '& td': { fontWeight: 600 } }) }}>
      <TableCell component="th" scope="row" sx={{ color: 'text.secondary', width: { md: '24%' } }}>{translate(`resources.residents.fields.${field}`)}</TableCell>
      <TableCell sx={{ width: '38%' }}><Value field={field} value={changed ? entry.was?.[field] : entry[field]} entry={entry} reveal={false} names={names} /></TableCell>
      <TableCell><Value field={field} value={entry[field]} entry={entry} reveal names={names} />{changed && <Chip size="small" color="warning" variant="outlined" label={say('differs')} sx={{ ml: 1 }} />}</TableCell>
    </TableRow>
  );
};

const LastAnswer = ({ place, row, before }: { place: DeskPlace; row: Row; before: CaseRecord | undefined }) => {
  const say = useDeskWords();
  const lang = useLang();
  const text = useText();
  const seen = row.entry?.['lastVerified'];
  const state = before?.state ?? row.last;
  const [day, method] = [before?.data['verifiedOn'], before?.data['method']];
  const how = [typeof method === 'string' ? labelOf('verifyMethod', method)[lang] : '', typeof day === 'string' ? dayText(day)[lang] : ''].filter(Boolean).join(lang === 'zh' ? '，' : ', ');
  return (
    <Typography variant="body2" color="textSecondary">
      {say('last')}{lang === 'zh' ? '：' : ': '}{state === null ? say('lastNone') : `${text(stateName(place.items, state))}${how && (lang === 'zh' ? `（${how}）` : ` (${how})`)}`}
      {' · '}{typeof seen === 'string' ? say('seen', { day: dayText(seen)[lang] }) : say('never')}
    </Typography>
  );
};

type Props = { readonly place: DeskPlace; readonly row: Row; readonly before: CaseRecord | undefined; readonly names: ReadonlyMap<string, DeskEntry>; readonly refusal: Refusal | undefined };

/** Drawn anew only when there is something new to show: acts are saved by the dozen while one record is looked at. */
export const RecordPane = memo(({ place, row, before, names, refusal }: Props) => {
  const say = useDeskWords();
  const text = useText();
  const { items, desk } = place;
  const ticks = fieldsOfEvent(items, desk.same).find(({ name }) => name === desk.asserts)?.fields ?? [];
  const { entry } = row;
  return (
    <Box component="article" aria-labelledby="desk-record">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.5 }}>
        <Typography id="desk-record" variant="h6" component="h2">{row.one.title}</Typography>
        <Typography color="textSecondary">{typeof entry?.['code'] === 'string' ? entry['code'] : row.one.subject}</Typography>
        <Chip size="small" variant="outlined" color={row.pending ? 'default' : 'success'} label={row.saving ? say('saving') : text(stateName(items, row.one.state))} />
        {row.flags.map((flag) => <Chip key={flag} size="small" color="warning" variant="outlined" label={text(flagText(place, flag, row.last))} />)}
      </Box>
      <LastAnswer place={place} row={row} before={before} />
      {refusal && <Alert severity="error" sx={{ mt: 1 }}><Refused workflow={items} refusal={refusal} /></Alert>}
      {entry && ticks.map(({ name, label }) => (
        <Table key={name} size="small" aria-label={text(label)} sx={{ mt: 1, tableLayout: 'fixed' }}>
          <TableHead>
            <TableRow sx={{ '& th': { py: 0.5 } }}>
              <TableCell sx={{ fontWeight: 600, width: { md: '24%' } }}>{text(label)}</TableCell>
              <TableCell sx={{ width: '38%', color: 'text.secondary' }}>{say('before')}</TableCell>
              <TableCell sx={{ color: 'text.secondary' }}>{say('now')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>{(desk.groups[name] ?? []).filter((field) => field !== 'idMissingReason' || entry[field] !== null).map((field) => <Line key={field} field={field} entry={entry} names={names} />)}</TableBody>
        </Table>
      ))}
    </Box>
  );
}, (a, b) => sameRow(a.row, b.row) && a.before === b.before && a.names === b.names && a.refusal === b.refusal);
