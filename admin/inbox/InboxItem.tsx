/** One case that waits: what it is, where it stands, and how long there is. */
import Box from '@mui/material/Box';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { dateText } from '../case/standing.ts';
import { useFound } from '../case/registry.ts';
import { titleText } from '../case/titles.ts';
import { DueText } from '../common/DueText.tsx';
import { StateChip } from '../common/StateChip.tsx';
import { useNow } from '../common/office.ts';
import { UnitName } from '../common/UnitName.tsx';
import { useLang, useText } from '../i18n/text.ts';
import type { InboxRow } from '../provider/records.ts';
import { shortMoment } from '../urging/times.ts';

const columns = { xs: 'minmax(0, 1fr) auto', md: 'minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr) 10em' };

export const InboxItem = ({ row }: { row: InboxRow }) => {
  const text = useText();
  const lang = useLang();
  const translate = useTranslate();
  const now = useNow();
  const workflow = useFound(row.workflow);
  return (
    <ListItem disablePadding divider>
      <ListItemButton component={Link} to={`/${row.workflow}/${encodeURIComponent(row.id)}/show`} data-row sx={{ display: 'grid', gap: 1, gridTemplateColumns: columns, alignItems: 'center', minHeight: 48 }}>
        <Stack sx={{ minWidth: 0, gridColumn: { xs: '1 / -1', md: 'auto' } }}>
          <Typography component="span" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{row.title ? titleText(workflow, row.title, lang) : row.id}</Typography>
          <Typography component="span" variant="body2" color="textSecondary">{workflow ? text(workflow.title) : row.workflow}{row.behalf && ` · ${translate('sitting.behalf', { name: row.behalf })}`}</Typography>
          {row.urged && <Typography component="span" variant="body2" sx={{ color: 'warning.dark', fontWeight: 600 }}>{translate(row.urged.words ? 'urging.bySaying' : 'urging.by', { name: row.urged.name, at: text(shortMoment(row.urged.at, now)), words: row.urged.words ?? '' })}</Typography>}
        </Stack>
        <Box component="span" sx={{ '& .MuiChip-root': { maxWidth: 1 } }}><StateChip workflow={row.workflow} state={row.state} /></Box>
        <Stack sx={{ alignItems: { xs: 'flex-end', md: 'flex-start' } }}>
          <UnitName id={row.unit} />
          <Typography component="span" variant="body2" color="textSecondary">{translate('inbox.since', { day: text(dateText(row.since)) })}</Typography>
        </Stack>
        <Typography component="span" sx={{ gridColumn: { xs: '1 / -1', md: 'auto' }, justifySelf: { md: 'end' } }}><DueText dueAt={row.dueAt} /></Typography>
      </ListItemButton>
    </ListItem>
  );
};
