/** Choosing an entry of a register, or another case, by searching for it. */
import { useEffect, useRef } from 'react';
import { useFormContext } from 'react-hook-form';
import type { Register, State } from '../../../workflows/kit/words.ts';
import { useText } from '../../i18n/text.ts';
import { useFormPlace } from '../form-place.ts';
import { useFound } from '../registry.ts';
import { caseTitle, entryTitle, type NamedCase, type NamedEntry } from '../titles.ts';
import { stateName } from '../standing.ts';
import { Picker } from './Picker.tsx';
import type { FieldProps } from './use-field.ts';

/** An entry chosen for one unit must not be sent for another. */
const useEmptyForOtherUnit = (unit: string, path: string): void => {
  const { setValue } = useFormContext();
  const chosenFor = useRef(unit);
  useEffect(() => {
    if (chosenFor.current !== unit) setValue(path, '');
    chosenFor.current = unit;
  }, [unit, path, setValue]);
};

export const EntryPicker = ({ register, ...props }: FieldProps & { register: Register }) => {
  const { unit } = useFormPlace();
  useEmptyForOtherUnit(unit, props.path);
  return <Picker<NamedEntry> {...props} resource={register} filter={{ unit }} optionOf={(entry) => ({ id: entry.id, label: entryTitle(entry), hint: entry.code ?? entry.id })} />;
};

export const CasePicker = ({ of, states, ...props }: FieldProps & { of: string; states: readonly State[] }) => {
  const text = useText();
  const workflow = useFound(of);
  const optionOf = (one: NamedCase) => ({ id: one.id, label: workflow ? caseTitle(workflow, one) : one.id, hint: workflow ? text(stateName(workflow, one.state)) : one.state });
  return <Picker<NamedCase> {...props} resource={of} filter={{ state: [...states] }} optionOf={optionOf} />;
};
