/** Whom a case waits for: by post, the clock, or the cases it depends on; nobody once it is closed. */
import { useTranslate } from 'react-admin';
import { waitsFor } from '../../workflows/kit/describe.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { isEnd, postNames } from '../case/standing.ts';
import { Clipped } from '../common/Clipped.tsx';
import { useText } from '../i18n/text.ts';
import type { CaseRecord } from '../provider/records.ts';

export const WaitsFor = ({ workflow, row: { state, dueAt } }: { workflow: Workflow; row: Pick<CaseRecord, 'state' | 'dueAt'> }) => {
  const translate = useTranslate();
  const text = useText();
  if (isEnd(workflow, state)) return <span>{translate('cases.nobody')}</span>;
  const posts = waitsFor(workflow, state);
  if (posts.length === 0 && dueAt === null) return <span>{translate('cases.others')}</span>;
  return <Clipped>{text(postNames(posts.length > 0 ? posts : ['clock']))}</Clipped>;
};
