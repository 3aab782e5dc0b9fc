/** Somebody of the office, and some of its processes: choices that the office knows. */
import { useQuery } from '@tanstack/react-query';
import { postNames } from '../standing.ts';
import { useCasework } from '../../provider/data-provider.ts';
import type { PersonRecord } from '../../provider/records.ts';
import { useRegistry } from '../registry.ts';
import { ChoiceInput } from './ChoiceInput.tsx';
import { ChoicesInput } from './TickInputs.tsx';
import type { FieldProps } from './use-field.ts';

const MOST = 1000;
type Colleague = PersonRecord & { readonly id: string };

/** Names with their posts, for two may bear one. */
export const PersonInput = ({ info, path }: FieldProps) => {
  const casework = useCasework();
  const { data = [] } = useQuery({
    queryKey: ['people', 'all'], staleTime: 300_000,
    queryFn: async ({ signal }) => (await casework.getList<Colleague>('people', { pagination: { page: 1, perPage: MOST }, sort: { field: 'id', order: 'ASC' }, filter: {}, signal })).data,
  });
  const options = data.filter(({ posts }) => posts.length > 0).map(({ id, name, posts }) => {
    const held = postNames(posts.map(({ post }) => post));
    return { value: id, label: { zh: `${name}（${held.zh}，${id}）`, en: `${name} (${held.en}, ${id})` } };
  });
  return <ChoiceInput info={{ ...info, options }} path={path} />;
};

export const ProcessesInput = ({ info, path }: FieldProps) => <ChoicesInput info={{ ...info, options: useRegistry().map(({ name, title }) => ({ value: name, label: title })) }} path={path} />;
