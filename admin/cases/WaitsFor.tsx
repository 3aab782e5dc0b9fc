/** Whom a case waits for: by post, the clock, or the cases it depends on; nobody once it is closed. */
import { useTranslate } from 'react-admin';
import { waitsFor } from '../../workflows/kit/describe.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { isEnd } from '../case/standing.ts';
import { PostName } from '../common/PostName.tsx';
import type { CaseRecord } from '../provider/records.ts';

export const WaitsFor = ({ workflow, row: { state, dueAt } }: { workflow: Workflow; row: Pick<CaseRecord, 'state' | 'dueAt'> }) => {
  const translate = useTranslate();
  if (isEnd(workflow, state)) return <span>{translate('cases.nobody')}</span>;
  const posts = waitsFor(workflow, state);
  if (posts.length === 0 && dueAt === null) return <span>{translate('cases.others')}</span>;
  return <PostName posts={posts.length > 0 ? posts : ['clock']} />;
};
