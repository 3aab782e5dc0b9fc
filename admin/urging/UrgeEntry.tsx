/** An urging among what happened to the case. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { momentText, postNames, stateName } from '../case/standing.ts';
import { PostName } from '../common/PostName.tsx';
import { useText } from '../i18n/text.ts';
import type { UrgeRecord } from '../provider/records.ts';
import { useUrgingWords } from './use-urges.ts';

export const UrgeEntry = ({ workflow, urge: { at, name, behalf, post, state, posts, words } }: { workflow: Workflow; urge: UrgeRecord }) => {
  const say = useUrgingWords();
  const text = useText();
  return (
    <Box sx={{ breakInside: 'avoid' }}>
      <Typography variant="body2" color="textSecondary"><time dateTime={at}>{text(momentText(at))}</time></Typography>
      <Typography><strong>{say('entry')}</strong>{' · '}{behalf ? say('behalf', { name, absent: behalf }) : name}</Typography>
      <Typography variant="body2" color="textSecondary"><PostName posts={[post]} />{' · '}{say('entryFor', { state: text(stateName(workflow, state)), who: text(postNames(posts)) })}</Typography>
      {words && <Typography variant="body2">{words}</Typography>}
    </Box>
  );
};
