/** Tells who has a page open that their worklist changed: once what changed it is on disk, and never what it was. */
import { dutiesOf } from '../../workflows/kit/offers.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Case } from '../../workflows/kit/words.ts';
import { tellNews } from '../store/news.ts';
import type { Work } from './work.ts';

/** The cases as they stood and as they stand: a duty done by one is gone for all who share the post. */
export const tellDuties = ({ tx, office: { jobs, pool, district } }: Work, workflow: Workflow, cases: readonly Case[]): void => {
  if (!jobs) return;
  const news = cases.flatMap((one) => dutiesOf(workflow, one).map(({ post }) => ({ workflow: workflow.name, post, unit: one.unit })));
  if (news.length > 0) tx.afterwards(() => tellNews(pool, district, news));
};
