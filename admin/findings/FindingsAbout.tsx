/** The open findings about a person, and the open errors of a batch, on their own pages. */
import MuiLink from '@mui/material/Link';
import { Link } from 'react-router-dom';
import { Section } from '../case/Section.tsx';
import { useFindingWords } from './use-findings.ts';
import { Worklist } from './Worklist.tsx';

export const FindingsAbout = ({ resident }: { resident: string }) => {
  const say = useFindingWords();
  return <Section title={say('ofPerson')} print={false}><Worklist filter={{ resident, state: 'open' }} empty={say('clean')} label={say('ofPerson')} /></Section>;
};

export const ErrorsOfBatch = ({ parent, unit }: { parent: string; unit: string }) => {
  const say = useFindingWords();
  return (
    <Section title={say('ofBatch')} print={false}>
      <Worklist filter={{ parent, level: 'error', state: 'open' }} empty={say('noErrors')} label={say('ofBatch')} brief />
      <MuiLink component={Link} to={`/findings?${new URLSearchParams({ unit }).toString()}`}>{say('all')}</MuiLink>
    </Section>
  );
};
