/** The filters of a process's list: the common ones, and those for the fields it declares; its title, often a name, is searched for instead, and an id that stands for the case above is nothing to type. */
import { DateInput, NumberInput, SelectArrayInput, SelectInput, TextInput } from 'react-admin';
import type { ReactElement } from 'react';
import { listOptions } from '../../workflows/kit/describe.ts';
import { returnReasons } from '../../workflows/kit/returns.ts';
import type { ListField, Workflow } from '../../workflows/kit/workflow.ts';
import type { Lang } from '../../workflows/kit/words.ts';
import { stateName } from '../case/standing.ts';
import { OverdueInput } from './OverdueInput.tsx';
import { UnitInput } from './UnitInput.tsx';
import { YuanInput } from './YuanInput.tsx';

/** Looks a sentence of the catalogue up. */
export type Say = (key: string, fill?: Record<string, string>) => string;

const inputs = { number: NumberInput, day: DateInput, money: YuanInput } as const;

const ofField = (workflow: Workflow, field: ListField, lang: Lang, say: Say): ReactElement[] => {
  const { name, label, type, above } = field;
  if (above) return [];
  const options = listOptions(workflow, field);
  if (options.length > 0) return [<SelectInput key={name} source={name} label={label[lang]} choices={options.map((one) => ({ id: one.value, name: one.label[lang] }))} translateChoice={false} />];
  if (type === 'text' || type === 'month') return [<TextInput key={name} type={type} source={name} label={label[lang]} resettable />];
  const Input = inputs[type];
  return [
    <Input key={`${name}_gte`} source={`${name}_gte`} label={say('cases.from', { label: label[lang] })} />,
    <Input key={`${name}_lte`} source={`${name}_lte`} label={say('cases.to', { label: label[lang] })} />,
  ];
};

/** Whether cases were sent back, why and when; of processes in which that happens. */
const ofReturns = (workflow: Workflow, lang: Lang, say: Say): ReactElement[] => {
  if (!workflow.returns) return [];
  const reasons = returnReasons(workflow).map(({ value, label }) => ({ id: value, name: label[lang] }));
  return [
    ...(reasons.length === 0 ? [] : [<SelectInput key="returnedFor" source="returnedFor" label={say('cases.returnedFor')} choices={reasons} translateChoice={false} />]),
    <DateInput key="returnedAt_gte" source="returnedAt_gte" label={say('cases.from', { label: say('cases.returnedAt') })} />,
    <DateInput key="returnedAt_lte" source="returnedAt_lte" label={say('cases.to', { label: say('cases.returnedAt') })} />,
  ];
};

export const filtersOf = (workflow: Workflow, lang: Lang, say: Say): ReactElement[] => [
  <SelectArrayInput key="state" source="state" alwaysOn label={say('cases.state')} choices={Object.keys(workflow.states).map((state) => ({ id: state, name: stateName(workflow, state)[lang] }))} translateChoice={false} sx={{ minWidth: 160 }} />,
  <OverdueInput key="overdue" source="dueAt_lte" alwaysOn />,
  <UnitInput key="unit" source="unit" label={say('cases.unit')} />,
  <SelectInput key="open" source="open" label={say('cases.openOrNot')} choices={[{ id: true, name: say('cases.isOpen') }, { id: false, name: say('cases.isClosed') }]} translateChoice={false} />,
  ...ofReturns(workflow, lang, say),
  ...workflow.list.fields.filter(({ name }) => name !== workflow.list.title).flatMap((one) => ofField(workflow, one, lang, say)),
];
