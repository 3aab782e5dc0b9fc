/** What a case proposes to change, value by value, beside what holds. */
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { useLang } from '../i18n/text.ts';
import type { CaseRecord } from '../provider/records.ts';
import { proposedIn } from './difference.ts';
import { DifferenceTable } from './DifferenceTable.tsx';
import { Section } from './Section.tsx';
import { useWords } from './use-words.ts';

export const Proposal = ({ workflow, one }: { workflow: Workflow; one: CaseRecord }) => {
  const say = useWords();
  const differences = proposedIn(workflow, one.data, useLang());
  if (differences.length === 0) return null;
  return <Section title={say('proposal')}><DifferenceTable title={say('proposal')} differences={differences} proposal={workflow.proposes ? 'terms' : 'register'} /></Section>;
};
