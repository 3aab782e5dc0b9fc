/** Why an act of the desk was refused, in words. */
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { reasonOf } from '../case/reasons.ts';
import type { Refusal } from '../case/refusal.ts';
import { useWords } from '../case/use-words.ts';
import { useText } from '../i18n/text.ts';

export const Refused = ({ workflow, refusal }: { workflow: Workflow; refusal: Refusal }) => {
  const say = useWords();
  const text = useText();
  if (refusal.kind === 'blocked') return <>{refusal.why.map((code) => <div key={code}>{text(reasonOf(workflow, code))}</div>)}</>;
  if (refusal.kind === 'invalid') return <>{Object.entries(refusal.errors).map(([field, said]) => <div key={field}>{said}</div>)}</>;
  return <>{say(refusal.kind === 'stale' ? 'changedTitle' : refusal.kind)}</>;
};
