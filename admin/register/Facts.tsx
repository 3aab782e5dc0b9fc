/** The fields of an entry as label and value, two columns on a desk, one on a phone. */
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { Register } from '../../workflows/kit/words.ts';
import type { RegisterEntry } from '../provider/records.ts';
import { EntryValue } from './EntryValue.tsx';

/** Said only where there is something to say. */
const ASIDE = new Set(['idMissingReason']);

export const Facts = ({ register, entry, fields }: { register: Register; entry: RegisterEntry; fields: readonly string[] }) => {
  const translate = useTranslate();
  return (
    <Paper variant="outlined" component="section" aria-labelledby="entry-facts" sx={{ p: 2, mb: 2 }}>
      <Typography id="entry-facts" variant="h6" component="h2" gutterBottom>{translate('register.facts')}</Typography>
      <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: { xs: '8em 1fr', lg: '8em 1fr 8em 1fr' }, gap: 1, m: 0, '& dt': { color: 'text.secondary' }, '& dd': { m: 0, overflowWrap: 'anywhere' } }}>
        {fields.filter((field) => entry[field] !== undefined && (entry[field] !== null || !ASIDE.has(field))).map((field) => {
          const label = translate(`resources.${register}.fields.${field}`);
          return (
            <Box key={field} sx={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd><EntryValue register={register} field={field} label={label} entry={entry} /></dd>
            </Box>
          );
        })}
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>{translate('register.ruleNote')}</Typography>
    </Paper>
  );
};
