/** The days by which a case's parts must be done: those behind, the next, and those to come. */
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { dayOf, endOf } from '../../workflows/office/working-days.ts';
import { DueText } from '../common/DueText.tsx';
import { useNow } from '../common/office.ts';
import { useText } from '../i18n/text.ts';
import type { CaseRecord } from '../provider/records.ts';
import { Section } from './Section.tsx';
import { dayText, isEnd } from './standing.ts';
import { useWords } from './use-words.ts';

type Step = NonNullable<ReturnType<NonNullable<Workflow['calendar']>>>[number];

const Line = ({ step, place }: { step: Step; place: 'behind' | 'next' | 'ahead' }) => {
  const say = useWords();
  const text = useText();
  return (
    <Box component="li" aria-current={place === 'next' ? 'step' : undefined}
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, py: 0.75, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 }, ...(place === 'behind' && { color: 'text.secondary' }), ...(place === 'next' && { fontWeight: 700 }) }}>
      <Box component="time" dateTime={step.day} sx={{ minWidth: '8.5em' }}>{text(dayText(step.day))}</Box>
      <Box component="span" sx={{ flex: '1 1 12em' }}>{text(step.label)}</Box>
      {place === 'behind' && <span>{say('dayBehind')}</span>}
      {place === 'next' && <><Chip size="small" color="primary" label={say('dayNext')} /><DueText dueAt={endOf(step.day)} /></>}
    </Box>
  );
};

export const Calendar = ({ workflow, one }: { workflow: Workflow; one: CaseRecord }) => {
  const say = useWords();
  const now = useNow();
  const steps = workflow.calendar?.(one as never) ?? [];
  if (steps.length === 0) return null;
  const today = now === null ? null : dayOf(now);
  const next = today === null || isEnd(workflow, one.state) ? -1 : steps.findIndex(({ day }) => day >= today);
  const placeOf = ({ day }: Step, i: number): 'behind' | 'next' | 'ahead' => (i === next ? 'next' : today !== null && day < today ? 'behind' : 'ahead');
  return (
    <Section title={say('calendar')}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>{steps.map((step, i) => <Line key={step.name} step={step} place={placeOf(step, i)} />)}</Box>
    </Section>
  );
};
