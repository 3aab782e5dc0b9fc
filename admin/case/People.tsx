/** People of the office by their names, and choosing one of them. */
import { useQuery } from '@tanstack/react-query';
import { useCasework } from '../provider/data-provider.ts';
import type { PersonRecord } from '../provider/records.ts';
import { ChoiceInput } from './fields/ChoiceInput.tsx';
import type { FieldProps } from './fields/use-field.ts';
import { postNames } from './standing.ts';

const MOST = 1000;
type Colleague = PersonRecord & { readonly id: string };

/** Empty until they have arrived. */
const useColleagues = (): readonly Colleague[] => {
  const casework = useCasework();
  return useQuery({
    queryKey: ['people', 'all'], staleTime: 300_000,
    queryFn: async ({ signal }) => (await casework.getList<Colleague>('people', { pagination: { page: 1, perPage: MOST }, sort: { field: 'id', order: 'ASC' }, filter: {}, signal })).data,
  }).data ?? [];
};

export const PersonName = ({ id }: { id: string }) => <span>{useColleagues().find((one) => one.id === id)?.name ?? id}</span>;

/** Names with their posts, for two may bear one. */
export const PersonInput = ({ info, path }: FieldProps) => {
  const options = useColleagues().filter(({ posts }) => posts.length > 0).map(({ id, name, posts }) => {
    const held = postNames(posts.map(({ post }) => post));
    return { value: id, label: { zh: `${name}（${held.zh}，${id}）`, en: `${name} (${held.en}, ${id})` } };
  });
  return <ChoiceInput info={{ ...info, options }} path={path} />;
};
