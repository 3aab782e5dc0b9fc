/** One thing somebody is told of: what it is, of which case, by whom and when. Pressing it opens the case. */
import Box from '@mui/material/Box';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useFound } from '../case/registry.ts';
import { eventName, stateName } from '../case/standing.ts';
import { titleText } from '../case/titles.ts';
import { DueText } from '../common/DueText.tsx';
import { useNow } from '../common/office.ts';
import { UnitName } from '../common/UnitName.tsx';
import { useLang, useText } from '../i18n/text.ts';
import type { NotificationRecord } from '../provider/records.ts';
import { shortMoment } from '../urging/times.ts';
import { useNotificationWords } from './use-notifications.ts';

/** Heard, not seen: the dot says it to the eye. */
const HEARD = { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' } as const;
const COLOURS = { urged: 'warning.dark', overdue: 'error.main', nearDue: 'warning.dark', returned: 'text.primary', decided: 'success.dark' } as const;

/** It came by time alone: when it is due is what counts. */
const isDue = ({ kind }: NotificationRecord): boolean => kind === 'overdue' || kind === 'nearDue';

const What = ({ one }: { one: NotificationRecord }) => {
  const say = useNotificationWords();
  const text = useText();
  const translate = useTranslate();
  const workflow = useFound(one.workflow);
  if (isDue(one)) return <DueText dueAt={one.dueAt} />;
  if (one.kind === 'urged') return <>{one.words ? translate('urging.saying', { name: one.name ?? '', words: one.words }) : one.name}</>;
  if (!workflow) return null;
  if (one.kind === 'returned') return <>{text(stateName(workflow, one.state))}</>;
  const name = one.name === null ? say('clock') : one.behalf ? say('behalf', { name: one.name, absent: one.behalf }) : one.name;
  return <>{say('decided', { name, event: text(eventName(workflow, one.event ?? '')), state: text(stateName(workflow, one.state)) })}</>;
};

export const NotificationItem = ({ one, open }: { one: NotificationRecord; open: () => void }) => {
  const say = useNotificationWords();
  const text = useText();
  const lang = useLang();
  const now = useNow();
  const workflow = useFound(one.workflow);
  return (
    <ListItem disablePadding divider>
      <ListItemButton component={Link} to={`/${one.workflow}/${encodeURIComponent(one.id)}/show`} onClick={open} sx={{ alignItems: 'flex-start', gap: 1, minHeight: 48 }}>
        <Box aria-hidden sx={{ width: 8, height: 8, mt: 1, borderRadius: '50%', flexShrink: 0, bgcolor: one.seen ? 'transparent' : 'primary.main' }} />
        <Stack sx={{ minWidth: 0, flex: 1 }}>
          <Stack direction="row" sx={{ justifyContent: 'space-between', gap: 1 }}>
            <Typography component="span" variant="body2" sx={{ fontWeight: 700, color: COLOURS[one.kind] }}>{say(`kinds.${one.kind}`)}{!one.seen && <Box component="span" sx={HEARD}>{` · ${say('unread')}`}</Box>}</Typography>
            {!isDue(one) && <Typography component="time" variant="body2" color="textSecondary" dateTime={one.at} sx={{ whiteSpace: 'nowrap' }}>{text(shortMoment(one.at, now))}</Typography>}
          </Stack>
          <Typography component="span" sx={{ fontWeight: one.seen ? 400 : 600, overflowWrap: 'anywhere' }}>{titleText(workflow, one.title, lang)}</Typography>
          <Typography component="span" variant="body2" sx={{ overflowWrap: 'anywhere' }}><What one={one} /></Typography>
          <Typography component="span" variant="body2" color="textSecondary">{workflow ? text(workflow.title) : one.workflow}{' · '}<UnitName id={one.unit} /></Typography>
        </Stack>
      </ListItemButton>
    </ListItem>
  );
};
