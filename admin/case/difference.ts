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

const proposalOf = ({ proposes, desk }: Workflow) => proposes ?? (desk && { event: desk.change, values: desk.values, held: desk.held });

const fieldsProposed = (workflow: Workflow): readonly FieldInfo[] => {
  const proposes = proposalOf(workflow);
  return proposes ? fieldsOfEvent(workflow, proposes.event).find(({ name }) => name === proposes.values)?.fields ?? [] : [];
};

/** What a case proposes to change, in the register or in what the case itself names, beside what held when it was proposed. */
export const proposedIn = (workflow: Workflow, data: Data, lang: Lang): Difference[] => {
  const proposes = proposalOf(workflow);
  if (!proposes) return [];
  const [after, before] = [asData(data[proposes.values]), asData(data[proposes.held])];
  return fieldsProposed(workflow).filter(({ name }) => !isEmpty(after[name])).map((info) => ({ label: info.label[lang], before: valueText(info, before[info.name], lang), after: valueText(info, after[info.name], lang) }));
};

/** All that holds where a case does: what it says over what held without it. */
const saidBy = (workflow: Workflow, data: Data): Data => {
  const { values = '', held = '' } = proposalOf(workflow) ?? {};
  return { ...asData(data[held]), ...Object.fromEntries(Object.entries(asData(data[values])).filter(([, value]) => !isEmpty(value))) };
};

/** What is ticked is the same in any order. */
const inOrder = ({ input, options }: FieldInfo, value: unknown): unknown =>
  (input === 'choices' && Array.isArray(value) ? options.map((one) => one.value).filter((one) => value.includes(one)) : value);

export type Comparison = { readonly different: readonly Difference[]; readonly same: readonly Difference[] };

/** Two versions of one thing, field by field; what neither says is left out. */
export const comparedIn = (workflow: Workflow, earlier: Data, later: Data, lang: Lang): Comparison => {
  const [before, after] = [saidBy(workflow, earlier), saidBy(workflow, later)];
  const pairs = fieldsProposed(workflow).filter(({ name }) => !isEmpty(before[name]) || !isEmpty(after[name])).map((info) => {
    const inWords = (said: Data): string => valueText(info, inOrder(info, said[info.name]), lang);
    return { label: info.label[lang], before: inWords(before), after: inWords(after) };
  });
  return { different: pairs.filter((one) => one.before !== one.after), same: pairs.filter((one) => one.before === one.after) };
};
