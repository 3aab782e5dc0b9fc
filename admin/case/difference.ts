/** What is different in a case since somebody last looked: fields with their words, before and after. */
import { fieldsOfEvent } from '../../workflows/kit/desk.ts';
import { fieldsOf, type FieldInfo } from '../../workflows/kit/form.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Data, Lang } from '../../workflows/kit/words.ts';
import { isEmpty, valueText } from './values.ts';

export type Difference = { readonly label: string; readonly before: string; readonly after: string };

/** Every field of the workflow's forms by name; the first form that has it gives the words. */
const knownFields = (workflow: Workflow): Map<string, FieldInfo> =>
  new Map(Object.values(workflow.forms).flatMap((form) => fieldsOf(form)).reverse().map((info) => [info.name, info]));

/** Data without words of its own (counters, memories) is the workflow's business and left out. */
export const differencesOf = (workflow: Workflow, before: Data, after: Data, lang: Lang): Difference[] =>
  [...knownFields(workflow)].reverse()
    .filter(([name]) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map(([name, info]) => ({ label: info.label[lang], before: valueText(info, before[name], lang), after: valueText(info, after[name], lang) }));

const asData = (value: unknown): Data => (typeof value === 'object' && value !== null ? (value as Data) : {});

/** What a case proposes to change, in the register or in what the case itself names, beside what held when it was proposed. */
export const proposedIn = (workflow: Workflow, data: Data, lang: Lang): Difference[] => {
  const { desk } = workflow;
  const proposes = workflow.proposes ?? (desk && { event: desk.change, values: desk.values, held: desk.held });
  if (!proposes) return [];
  const [after, before] = [asData(data[proposes.values]), asData(data[proposes.held])];
  const fields = fieldsOfEvent(workflow, proposes.event).find(({ name }) => name === proposes.values)?.fields ?? [];
  return fields.filter(({ name }) => !isEmpty(after[name])).map((info) => ({ label: info.label[lang], before: valueText(info, before[info.name], lang), after: valueText(info, after[info.name], lang) }));
};
