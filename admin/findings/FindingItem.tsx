/** One finding: the rule, whom it concerns, what to do about it, and setting it aside. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import MuiLink from '@mui/material/Link';
import ListItem from '@mui/material/ListItem';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { momentText } from '../case/standing.ts';
import { useMe } from '../common/office.ts';
import { StateChip } from '../common/StateChip.tsx';
import { UnitName } from '../common/UnitName.tsx';
import { useText } from '../i18n/text.ts';
import type { FindingRecord } from '../provider/records.ts';
import { detailWords } from './messages.ts';
import { SayDialog } from './SayDialog.tsx';
import { maySay, useFindingWords } from './use-findings.ts';
import { indicatorText, levelColour, levelText, ruleWords } from './words.ts';

const SHOWN = 6;

const People = ({ finding: { residents, elsewhere } }: { finding: FindingRecord }) => {
  const say = useFindingWords();
  if (residents.length === 0 && elsewhere === 0) return null;
  return (
    <Box component="ul" aria-label={say('people')} sx={{ m: 0, pl: 2.5 }}>
      {residents.slice(0, SHOWN).map(({ id, name, unit, item }) => (
        <li key={id}>
          <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', minHeight: 32 }}>
            <MuiLink component={Link} to={`/residents/${encodeURIComponent(id)}/show`}>{name}</MuiLink>
            <UnitName id={unit} />
            {item && <><MuiLink component={Link} to={`/${item.workflow}/${encodeURIComponent(item.id)}/show`}>{say('item')}</MuiLink><StateChip workflow={item.workflow} state={item.state} /></>}
          </Stack>
        </li>
      ))}
      {residents.length > SHOWN && <li>{say('morePeople', { smart_count: residents.length })}</li>}
      {elsewhere > 0 && <li>{say('elsewhere', { smart_count: elsewhere })}</li>}
    </Box>
  );
};

/** The field, and what the rule counted. */
const useDetails = () => {
  const say = useFindingWords();
  const text = useText();
  const translate = useTranslate();
  return ({ level, field, occasion, params }: FindingRecord): string => [
    ...(field === null || field === 'at' ? [] : [level === 'monitoring' ? text(indicatorText(field)) : translate(`resources.residents.fields.${field}`, { _: '' })]),
    ...(occasion === null || !/^\d{4}-\d{2}/.test(occasion) ? [] : [occasion]),
    ...detailWords.flatMap((name) => (params[name] === undefined ? [] : [say(`details.${name}`, { n: params[name] })])),
  ].filter(Boolean).join(' · ');
};

export const FindingItem = ({ finding, brief = false }: { finding: FindingRecord; brief?: boolean }) => {
  const say = useFindingWords();
  const text = useText();
  const me = useMe();
  const details = useDetails();
  const [saying, setSaying] = useState<'suppress' | 'reopen' | null>(null);
  const words = ruleWords(finding.rule);
  const { state, suppressedName, suppressedAt, reason } = finding;
  return (
    <ListItem divider sx={{ display: 'block', px: { xs: 1, sm: 2 } }}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Chip size="small" variant="outlined" color={levelColour(finding.level)} label={text(levelText(finding.level))} />
        <Typography component="h3" sx={{ fontWeight: 600 }}>{finding.rule} {text(words?.title)}</Typography>
        {finding.residents.length === 0 && <UnitName id={finding.unit} />}
        {state !== 'open' && <Chip size="small" label={say(state)} />}
      </Stack>
      <Typography variant="body2">{details(finding)}</Typography>
      <People finding={finding} />
      {!brief && <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>{text(words?.explanation)}</Typography>}
      <Typography variant="body2" sx={{ mt: 0.5 }}><b>{say('remedy')}</b> {text(words?.remedy)}</Typography>
      {state === 'suppressed' && suppressedAt && <Typography variant="body2">{say('asideBy', { name: suppressedName ?? '', at: text(momentText(suppressedAt)), reason: reason ?? '' })}</Typography>}
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center', mt: 0.5 }}>
        <Typography variant="body2" color="textSecondary">{say('foundAt', { at: text(momentText(finding.foundAt)) })}</Typography>
        {maySay(me) && state !== 'gone' && <Button size="small" onClick={() => setSaying(state === 'open' ? 'suppress' : 'reopen')}>{say(state === 'open' ? 'suppress' : 'reopen')}</Button>}
      </Stack>
      {saying && <SayDialog finding={finding} act={saying} close={() => setSaying(null)} />}
    </ListItem>
  );
};
