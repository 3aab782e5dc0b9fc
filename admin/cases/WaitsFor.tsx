/** Whom a case waits for, by post; nobody once it is closed. */
import { useTranslate } from 'react-admin';
import { waitsFor } from '../../workflows/kit/describe.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { State } from '../../workflows/kit/words.ts';
import { PostName } from '../common/PostName.tsx';

export const WaitsFor = ({ workflow, state }: { workflow: Workflow; state: State }) => {
  const translate = useTranslate();
  if (workflow.states[state]?.tags?.includes('end')) return <span>{translate('cases.nobody')}</span>;
  const posts = waitsFor(workflow, state);
  return <PostName posts={posts.length > 0 ? posts : ['clock']} />;
};
