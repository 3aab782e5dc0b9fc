/** Villages of the town by their names, for those who work at one of them too. */
import { useQuery } from '@tanstack/react-query';
import { ChoiceInput } from './fields/ChoiceInput.tsx';
import type { FieldProps } from './fields/use-field.ts';
import { useUnits } from '../common/office.ts';
import { useText } from '../i18n/text.ts';
import { useCasework } from '../provider/data-provider.ts';
import type { UnitRecord } from '../provider/records.ts';
import { useFormPlace } from './form-place.ts';

/** Empty until they have arrived. */
const useVillages = (): readonly UnitRecord[] => {
  const casework = useCasework();
  const mine = useUnits().find(({ kind }) => kind === 'village')?.id ?? '';
  return useQuery({ queryKey: ['units', 'beside', mine], enabled: mine !== '', queryFn: ({ signal }) => casework.getUnitsBeside(mine, { signal }), staleTime: Number.POSITIVE_INFINITY }).data?.data ?? [];
};

export const VillageName = ({ id }: { id: string }) => {
  const text = useText();
  const found = useVillages().find((one) => one.id === id);
  return <span>{found ? text(found.name) : id}</span>;
};

export const VillageInput = ({ info, path }: FieldProps) => {
  const { unit } = useFormPlace();
  const options = useVillages().filter(({ id }) => id !== unit).map(({ id, name }) => ({ value: id, label: name }));
  return <ChoiceInput info={{ ...info, options }} path={path} />;
};
