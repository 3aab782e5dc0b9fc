/** The fields the workflow lists its cases by, at a glance. */
import { listOptions } from '../../workflows/kit/describe.ts';
import type { FieldInfo, Input } from '../../workflows/kit/form.ts';
import type { ListField, Workflow } from '../../workflows/kit/workflow.ts';
import type { CaseRecord } from '../provider/records.ts';
import { ErasedNote } from './ErasedNote.tsx';
import { Section } from './Section.tsx';
import { useWords } from './use-words.ts';
import { isEmpty } from './values.ts';
import { Sheet } from './Value.tsx';

const inputs = { text: 'text', number: 'number', day: 'date', month: 'month', money: 'money' } as const satisfies Record<ListField['type'], Input>;

/** A field of a list as one of a form is shown; what stands for the case above leads there. */
export const infoOf = (workflow: Workflow, field: ListField): FieldInfo => ({ name: field.name, label: field.label, class: 'P2', input: field.above && workflow.parent !== undefined ? { case: workflow.parent, states: [] } : inputs[field.type], required: false, options: listOptions(workflow, field), fields: [] });

export const Facts = ({ workflow, one }: { workflow: Workflow; one: CaseRecord }) => {
  const say = useWords();
  const fields = workflow.list.fields.filter(({ name }) => !isEmpty(one.data[name])).map((field) => infoOf(workflow, field));
  if (fields.length === 0) return null;
  const data = { ...one.data, ...Object.fromEntries(workflow.list.fields.filter(({ above }) => above).map(({ name }) => [name, one.parent])) };
  return <Section title={say('facts')}><Sheet fields={fields} data={data} /><ErasedNote one={one} /></Section>;
};
