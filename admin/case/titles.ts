/** What a case or a register entry is called. */
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Lang } from '../../workflows/kit/words.ts';
import { isMasked, type CaseRecord } from '../provider/records.ts';
import { dayText } from './standing.ts';

export type NamedCase = Pick<CaseRecord, 'id' | 'state' | 'data' | 'title'>;
/** A household goes by its head, whose id it keeps and whose name another request brings. */
export type NamedEntry = { readonly id: string; readonly name?: string; readonly head?: string; readonly headName?: string; readonly code?: string };

/** A title as it was told: that of a case which goes by its month, as people write months. */
export const titleText = (workflow: Workflow | undefined, title: string, lang: Lang): string =>
  (workflow?.list.fields.some(({ name, type }) => name === workflow.list.title && type === 'month') ? dayText(title)[lang] : title);

/** The field that the workflow names cases by; the number of the case where it is still empty. */
export const caseTitle = (workflow: Workflow, { id, data, title: told }: NamedCase, lang: Lang): string => {
  const title = told ?? data[workflow.list.title];
  if (isMasked(title)) return title.masked;
  return typeof title === 'string' && title !== '' ? titleText(workflow, title, lang) : id;
};

export const entryTitle = ({ id, name, head, headName }: NamedEntry, lang: Lang): string => {
  if (name !== undefined) return name;
  const called = headName ?? head;
  if (called === undefined) return id;
  return lang === 'zh' ? `${called}户` : `Household of ${called}`;
};
