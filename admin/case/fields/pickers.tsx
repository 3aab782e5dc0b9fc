/** Choosing an entry of a register, or another case, by searching for it. */
import { useEffect, useRef } from 'react';
import { useFormContext } from 'react-hook-form';
import type { Register, State } from '../../../workflows/kit/words.ts';
import { useLang, useText } from '../../i18n/text.ts';
import { useCasework } from '../../provider/data-provider.ts';
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

/** Households come with their heads' names: an id tells nobody whom it means. */
const useHeads = () => {
  const casework = useCasework();
  return async (entries: readonly NamedEntry[]): Promise<readonly NamedEntry[]> => {
    const ids = [...new Set(entries.flatMap(({ head }) => (head === undefined ? [] : [head])))];
    if (ids.length === 0) return entries;
    const { data } = await casework.getMany<NamedEntry>('residents', { ids });
    const names = new Map(data.map(({ id, name }) => [id, name]));
    return entries.map((entry) => ({ ...entry, headName: names.get(entry.head ?? '') ?? entry.head ?? entry.id }));
  };
};

export const EntryPicker = ({ register, ...props }: FieldProps & { register: Register }) => {
  const { unit } = useFormPlace();
  const lang = useLang();
  const fillIn = useHeads();
  useEmptyForOtherUnit(unit, props.path);
  return <Picker<NamedEntry> {...props} resource={register} filter={{ unit }} fillIn={fillIn} optionOf={(entry) => ({ id: entry.id, label: entryTitle(entry, lang), hint: entry.code ?? entry.id })} />;
};

export const CasePicker = ({ of, states, ...props }: FieldProps & { of: string; states: readonly State[] }) => {
  const lang = useLang();
  const text = useText();
  const workflow = useFound(of);
  const optionOf = (one: NamedCase) => ({ id: one.id, label: workflow ? caseTitle(workflow, one, lang) : one.id, hint: workflow ? text(stateName(workflow, one.state)) : one.state });
  return <Picker<NamedCase> {...props} resource={of} filter={{ state: [...states] }} optionOf={optionOf} />;
};
