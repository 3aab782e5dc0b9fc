/** The widget for a field, whatever its input; groups and lists hold fields of their own. */
import Button from '@mui/material/Button';
import FormHelperText from '@mui/material/FormHelperText';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useFieldArray } from 'react-hook-form';
import type { FieldInfo } from '../../../workflows/kit/form.ts';
import { FilesInput } from '../../files/FilesInput.tsx';
import { PersonInput } from '../People.tsx';
import { VillageInput } from '../Places.tsx';
import { PLAIN_ROW, typedOf } from '../typed.ts';
import { useWords } from '../use-words.ts';
import { ChoiceInput } from './ChoiceInput.tsx';
import { Fieldset } from './Fieldset.tsx';
import { Helper } from './Helper.tsx';
import { LineInput } from './LineInput.tsx';
import { CasePicker, EntryPicker } from './pickers.tsx';
import { ProcessesInput } from './ProcessesInput.tsx';
import { ChoicesInput, TickInput } from './TickInputs.tsx';
import { useFieldWords, type FieldProps } from './use-field.ts';

export const Fields = ({ fields, under = '' }: { fields: readonly FieldInfo[]; under?: string }) => (
  <Stack spacing={2.5}>{fields.map((info) => <FieldInput key={info.name} info={info} path={under + info.name} />)}</Stack>
);

const GroupInput = ({ info, path }: FieldProps) => {
  const say = useWords();
  const { id, label, help, error } = useFieldWords({ info, path });
  return (
    <Fieldset id={id} legend={label} required={info.required} error={error} help={info.required ? help : [say('optionalGroup'), help].filter(Boolean).join(' ')}>
      <Fields fields={info.fields} under={`${path}.`} />
    </Fieldset>
  );
};

/** A list of plain texts has one field per row; its errors stand at the row. */
const plainRow = (info: FieldInfo): FieldInfo => ({ ...info, name: PLAIN_ROW, input: 'text', required: true, fields: [] });

const Row = ({ info, path, n, remove, children }: FieldProps & { n: number; remove: () => void; children: ReactNode }) => {
  const say = useWords();
  const { error } = useFieldWords({ info, path });
  return (
    <Fieldset id={`${path}-row`} legend={say('row', { n })} error={error} help="">
      {children}
      <Button size="small" color="inherit" onClick={remove} sx={{ alignSelf: 'flex-start', minHeight: 32 }}>{say('removeRow', { n })}</Button>
    </Fieldset>
  );
};

const ListInput = ({ info, path }: FieldProps) => {
  const say = useWords();
  const { id, label, help, error } = useFieldWords({ info, path });
  const { fields: rows, append, remove } = useFieldArray({ name: path });
  const blank = info.fields.length > 0 ? typedOf(info.fields, {}) : { [PLAIN_ROW]: '' };
  return (
    <Fieldset id={`${id}-list`} legend={label} required={info.required} error={null} help={help}>
      {rows.length === 0 && <Typography variant="body2" color="textSecondary">{say('noRows')}</Typography>}
      {rows.map((row, i) => (
        <Row key={row.id} info={info} path={`${path}.${i}`} n={i + 1} remove={() => remove(i)}>
          {info.fields.length > 0 ? <Fields fields={info.fields} under={`${path}.${i}.`} /> : <FieldInput info={plainRow(info)} path={`${path}.${i}.${PLAIN_ROW}`} />}
        </Row>
      ))}
      <Button id={id} variant="outlined" onClick={() => append(blank)} aria-describedby={`${id}-error`} sx={{ alignSelf: 'flex-start' }}>{say('addRow', { label })}</Button>
      <FormHelperText id={`${id}-error`} error component="div"><Helper error={error} help="" /></FormHelperText>
    </Fieldset>
  );
};

export const FieldInput = (props: FieldProps) => {
  const { input } = props.info;
  if (typeof input === 'object' && 'files' in input) return <FilesInput {...props} wanted={input.files} />;
  if (typeof input === 'object') return 'entry' in input ? <EntryPicker {...props} register={input.entry} /> : <CasePicker {...props} of={input.case} states={input.states} />;
  if (input === 'person') return <PersonInput {...props} />;
  if (input === 'processes') return <ProcessesInput {...props} />;
  if (input === 'choice') return <ChoiceInput {...props} />;
  if (input === 'choices') return <ChoicesInput {...props} />;
  if (input === 'village') return <VillageInput {...props} />;
  if (input === 'tick') return <TickInput {...props} />;
  if (input === 'group') return <GroupInput {...props} />;
  return input === 'list' ? <ListInput {...props} /> : <LineInput {...props} />;
};
