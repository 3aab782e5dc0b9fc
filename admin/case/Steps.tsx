/** Each form as it was sent, step by step. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { fieldsOf } from '../../workflows/kit/form.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { useText } from '../i18n/text.ts';
import type { LogRow } from '../provider/records.ts';
import { actorText } from './log-words.ts';
import { Section } from './Section.tsx';
import { eventName, momentText } from './standing.ts';
import { useWords } from './use-words.ts';
import { isEmpty } from './values.ts';
import { Sheet } from './Value.tsx';

const Step = ({ workflow, row }: { workflow: Workflow; row: LogRow }) => {
  const say = useWords();
  const text = useText();
  const schema = workflow.forms[row.type];
  if (!schema) return null;
  return (
    <Box component="article" sx={{ mb: 3, '&:last-child': { mb: 0 } }}>
      <Typography variant="subtitle1" component="h3" sx={{ fontWeight: 600, breakAfter: 'avoid' }}>{text(eventName(workflow, row.type))}</Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>{`${actorText(workflow, row, say)} · ${text(momentText(row.at))}`}</Typography>
      <Sheet fields={fieldsOf(schema)} data={row.form} />
    </Box>
  );
};

export const Steps = ({ workflow, log }: { workflow: Workflow; log: readonly LogRow[] }) => {
  const say = useWords();
  const filled = log.filter(({ type, form }) => workflow.forms[type] && Object.values(form ?? {}).some((value) => !isEmpty(value)));
  return (
    <Section title={say('steps')}>
      {filled.length === 0 ? <Typography>{say('noSteps')}</Typography> : filled.map((row) => <Step key={row.version} workflow={workflow} row={row} />)}
    </Section>
  );
};
