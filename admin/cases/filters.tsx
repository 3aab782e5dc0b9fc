/** The filters of a process's list: the common ones, and those for the fields it declares. */
import { DateInput, NumberInput, SearchInput, SelectArrayInput, SelectInput, TextInput } from 'react-admin';
import type { ReactElement } from 'react';
import type { ListField, Workflow } from '../../workflows/kit/workflow.ts';
import type { Lang } from '../../workflows/kit/words.ts';
import { OverdueInput } from './OverdueInput.tsx';
import { UnitInput } from './UnitInput.tsx';
import { YuanInput } from './YuanInput.tsx';

/** Looks a sentence of the catalogue up. */
export type Say = (key: string, fill?: Record<string, string>) => string;

const inputs = { number: NumberInput, day: DateInput, money: YuanInput } as const;

const ofField = ({ name, label, type, options }: ListField, lang: Lang, say: Say): ReactElement[] => {
  if (options) return [<SelectInput key={name} source={name} label={label[lang]} choices={options.map((one) => ({ id: one.value, name: one.label[lang] }))} translateChoice={false} />];
  if (type === 'text') return [<TextInput key={name} source={name} label={label[lang]} resettable />];
  const Input = inputs[type];
  return [
    <Input key={`${name}_gte`} source={`${name}_gte`} label={say('cases.from', { label: label[lang] })} />,
    <Input key={`${name}_lte`} source={`${name}_lte`} label={say('cases.to', { label: label[lang] })} />,
  ];
};

export const filtersOf = ({ messages, states, list }: Workflow, lang: Lang, say: Say): ReactElement[] => [
  <SearchInput key="q" source="q" alwaysOn placeholder={say('cases.search')} slotProps={{ htmlInput: { 'aria-label': say('cases.search') } }} />,
  <SelectArrayInput key="state" source="state" alwaysOn label={say('cases.state')} choices={Object.keys(states).map((state) => ({ id: state, name: messages.states[state]?.[lang] ?? state }))} translateChoice={false} sx={{ minWidth: 160 }} />,
  <OverdueInput key="overdue" source="dueAt_lte" alwaysOn />,
  <UnitInput key="unit" source="unit" label={say('cases.unit')} />,
  ...list.fields.flatMap((one) => ofField(one, lang, say)),
];
