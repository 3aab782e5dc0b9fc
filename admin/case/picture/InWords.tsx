/** The picture for who cannot see it: the way gone in order, and what may follow. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Workflow } from '../../../workflows/kit/workflow.ts';
import { useText } from '../../i18n/text.ts';
import type { CaseRecord, LogRow } from '../../provider/records.ts';
import { dateText, postNames } from '../standing.ts';
import { useWords } from '../use-words.ts';
import { inWords } from '../way-gone.ts';

type Props = { readonly id: string; readonly workflow: Workflow; readonly one: Pick<CaseRecord, 'state'>; readonly log: readonly LogRow[] };

export const InWords = ({ id, workflow, one, log }: Props) => {
  const say = useWords();
  const text = useText();
  const { gone, ahead } = inWords(workflow, one.state, log);
  return (
    <Box id={id} sx={{ mt: 1, typography: 'body2', '& ol, & ul': { m: 0, mb: 1, pl: 3 } }}>
      <Typography variant="subtitle2" component="h3">{say('wayGone')}</Typography>
      <ol aria-label={say('wayGone')}>
        {gone.map(({ event, to, at }) => <li key={`${at}${event.zh}${to.zh}`}>{say('stepGone', { event: text(event), to: text(to), at: text(dateText(at)) })}</li>)}
      </ol>
      <Typography variant="subtitle2" component="h3">{say('mayFollow')}</Typography>
      {ahead.length === 0 ? <Typography variant="body2">{say('nothingFollows')}</Typography> : (
        <ul aria-label={say('mayFollow')}>
          {ahead.map(({ event, to, who }) => (
            <li key={event.zh + to.zh}>{who.length > 0 ? say('stepAhead', { event: text(event), to: text(to), who: text(postNames(who)) }) : say('stepAheadEnd', { event: text(event), to: text(to) })}</li>
          ))}
        </ul>
      )}
    </Box>
  );
};
