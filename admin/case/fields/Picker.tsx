/** A box to search in and choose from; it keeps the id and shows the name. */
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Data } from '../../../workflows/kit/words.ts';
import { useSettled } from '../../common/use-settled.ts';
import { useCasework } from '../../provider/data-provider.ts';
import { useWords } from '../use-words.ts';
import { Helper } from './Helper.tsx';
import { useField, type FieldProps } from './use-field.ts';

const SHOWN = 20;

type Option = { readonly id: string; readonly label: string; readonly hint: string };
type Props<R> = FieldProps & { readonly resource: string; readonly filter: Data; readonly optionOf: (record: R) => Option; readonly fillIn?: (records: readonly R[]) => Promise<readonly R[]> };

const whole = <R,>({ fillIn }: Props<R>, records: readonly unknown[]): Promise<readonly R[]> => {
  const found = records as readonly R[];
  return fillIn ? fillIn(found) : Promise.resolve(found);
};

const useOptions = <R,>(props: Props<R>, q: string, open: boolean) => {
  const casework = useCasework();
  const { resource, filter, optionOf } = props;
  const asked = { pagination: { page: 1, perPage: SHOWN }, sort: { field: 'id', order: 'ASC' as const }, filter: { ...filter, ...(q !== '' && { q }) } };
  const queryFn = async ({ signal }: { signal: AbortSignal }) => whole(props, (await casework.getList(resource, { ...asked, signal })).data);
  const query = useQuery({ queryKey: ['pick', resource, asked.filter], enabled: open, queryFn, placeholderData: (before) => before });
  return { options: (query.data ?? []).map(optionOf), isFetching: query.isFetching, isError: query.isError };
};

/** The name of what is chosen already, when the form was opened with it. */
const useChosen = <R,>(props: Props<R>, id: string, known: Option | null): Option | null => {
  const casework = useCasework();
  const missing = id !== '' && known?.id !== id;
  const queryFn = async () => whole(props, (await casework.getMany(props.resource, { ids: [id] })).data);
  const { data } = useQuery({ queryKey: ['picked', props.resource, id], enabled: missing, queryFn });
  if (id === '') return null;
  if (!missing) return known;
  const found = data?.[0];
  return found ? props.optionOf(found) : { id, label: id, hint: '' };
};

export const Picker = <R,>(props: Props<R>) => {
  const say = useWords();
  const { id, label, help, error, field } = useField(props);
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [picked, setPicked] = useState<Option | null>(null);
  const chosen = useChosen(props, String(field.value ?? ''), picked);
  const settled = useSettled(typed);
  const { options, isFetching, isError } = useOptions(props, settled === chosen?.label ? '' : settled.trim(), open);
  const choose = (option: Option | null) => {
    setPicked(option);
    field.onChange(option?.id ?? '');
  };
  return (
    <Autocomplete<Option> id={id} value={chosen} options={options} open={open} onOpen={() => setOpen(true)} onClose={() => setOpen(false)}
      onChange={(_, option) => choose(option)} inputValue={typed} onInputChange={(_, text) => setTyped(text)} onBlur={field.onBlur}
      filterOptions={(all) => all} isOptionEqualToValue={(a, b) => a.id === b.id} getOptionKey={(option) => option.id} getOptionLabel={(option) => option.label} loading={isFetching}
      loadingText={say('searching')} noOptionsText={say(isError ? 'searchFailed' : 'nothingFound')} clearText={say('clear')} openText={say('showList')} closeText={say('hideList')}
      renderOption={({ key, ...item }, option) => (
        <li key={key} {...item}>
          {option.label}
          <Typography component="span" variant="body2" color="textSecondary" sx={{ ml: 1 }}>{option.hint}</Typography>
        </li>
      )}
      renderInput={(given) => (
        <TextField {...given} label={label} required={props.info.required} error={error !== null} placeholder={say('search')} name={field.name}
          helperText={<Helper error={error} help={help} />} slotProps={{ ...given.slotProps, formHelperText: { component: 'div' } }} />
      )} />
  );
};
