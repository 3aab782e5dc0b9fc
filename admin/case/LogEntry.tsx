/** One row of the log, as a sentence with its reasons. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { PostName } from '../common/PostName.tsx';
import { UnitName } from '../common/UnitName.tsx';
import { useLang, useText } from '../i18n/text.ts';
import type { LogRow } from '../provider/records.ts';
import { actorText, reasonsIn } from './log-words.ts';
import { eventName, momentText, stateName } from './standing.ts';
import { useWords } from './use-words.ts';

/** A story told at length stands on the sheet; here is how it begins. */
const BEGINNING = { display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: 4, overflow: 'hidden' } as const;

export const LogEntry = ({ workflow, row }: { workflow: Workflow; row: LogRow }) => {
  const say = useWords();
  const text = useText();
  const lang = useLang();
  const to = text(stateName(workflow, row.to));
  const path = row.from === null ? to : row.from === row.to ? say('stayed', { to }) : say('moved', { from: text(stateName(workflow, row.from)), to });
  return (
    <Box sx={{ breakInside: 'avoid' }}>
      <Typography variant="body2" color="textSecondary"><time dateTime={row.at}>{text(momentText(row.at))}</time></Typography>
      <Typography>
        <strong>{text(eventName(workflow, row.type))}</strong>
        {' · '}
        {actorText(workflow, row, say)}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {row.post !== 'clock' && <><PostName posts={[row.post]} />{' · '}<UnitName id={row.unit} />{' · '}</>}
        {path}
      </Typography>
      {row.unseen && <Typography variant="body2" color="textSecondary">{say('unseen')}</Typography>}
      {reasonsIn(workflow, row, lang).map(({ label, text: said }) => <Typography key={label} variant="body2" sx={BEGINNING}>{`${label}${lang === 'zh' ? '：' : ': '}${said}`}</Typography>)}
    </Box>
  );
};
