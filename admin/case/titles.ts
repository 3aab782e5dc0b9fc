/** What a case or a register entry is called. */
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { isMasked, type CaseRecord } from '../provider/records.ts';

export type NamedCase = Pick<CaseRecord, 'id' | 'state' | 'data'>;
export type NamedEntry = { readonly id: string; readonly name?: string; readonly headName?: string; readonly code?: string };

/** The field that the workflow names cases by; the number of the case where it is still empty. */
export const caseTitle = (workflow: Workflow, { id, data }: NamedCase): string => {
  const title = data[workflow.list.title];
  if (isMasked(title)) return title.masked;
  return typeof title === 'string' && title !== '' ? title : id;
};

export const entryTitle = ({ id, name, headName, code }: NamedEntry): string => name ?? headName ?? code ?? id;
