/** One of some: all in sight where they are few and one is needed, else a list. */
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../use-words.ts';
import { Helper } from './Helper.tsx';
import { useField, type FieldProps } from './use-field.ts';

const FEW = 4;

const Radios = (props: FieldProps) => {
  const { info } = props;
  const text = useText();
  const { id, label, help, error, field } = useField(props);
  return (
    <FormControl component="fieldset" error={error !== null} required={info.required}>
      <FormLabel component="legend" id={`${id}-legend`}>{label}</FormLabel>
      <RadioGroup aria-labelledby={`${id}-legend`} aria-describedby={`${id}-help`} name={field.name} value={String(field.value ?? '')} onChange={field.onChange} onBlur={field.onBlur}>
        {info.options.map((option, i) => (
          <FormControlLabel key={option.value} value={option.value} label={text(option.label)}
            control={<Radio {...(i === 0 && { id })} slotProps={{ input: { 'aria-invalid': error !== null, 'aria-describedby': `${id}-help` } }} />} />
        ))}
      </RadioGroup>
      <FormHelperText id={`${id}-help`} component="div"><Helper error={error} help={help} /></FormHelperText>
    </FormControl>
  );
};

const Select = (props: FieldProps) => {
  const { info } = props;
  const text = useText();
  const say = useWords();
  const { id, label, help, error, field } = useField(props);
  return (
    <TextField select id={id} name={field.name} label={label} value={String(field.value ?? '')} onChange={field.onChange} onBlur={field.onBlur} inputRef={field.ref}
      required={info.required} error={error !== null} helperText={<Helper error={error} help={help} />} fullWidth
      slotProps={{ select: { native: true }, inputLabel: { shrink: true }, formHelperText: { component: 'div' } }}>
      <option value="">{say('choose')}</option>
      {info.options.map((option) => <option key={option.value} value={option.value}>{text(option.label)}</option>)}
    </TextField>
  );
};

export const ChoiceInput = (props: FieldProps) => (props.info.required && props.info.options.length <= FEW ? <Radios {...props} /> : <Select {...props} />);
