/** Boxes to tick: one statement, or several of a table. */
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import { useText } from '../../i18n/text.ts';
import { Helper } from './Helper.tsx';
import { useField, type FieldProps } from './use-field.ts';

export const TickInput = (props: FieldProps) => {
  const { id, label, help, error, field } = useField(props);
  return (
    <FormControl error={error !== null} required={props.info.required}>
      <FormControlLabel label={label}
        control={<Checkbox id={id} checked={field.value === true} onChange={(_, ticked) => field.onChange(ticked)} onBlur={field.onBlur}
          slotProps={{ input: { 'aria-invalid': error !== null, 'aria-describedby': `${id}-help` } }} />} />
      <FormHelperText id={`${id}-help`} component="div"><Helper error={error} help={help} /></FormHelperText>
    </FormControl>
  );
};

const withOrWithout = (chosen: readonly unknown[], value: string, ticked: boolean): unknown[] =>
  ticked ? [...chosen, value] : chosen.filter((one) => one !== value);

export const ChoicesInput = (props: FieldProps) => {
  const { info } = props;
  const text = useText();
  const { id, label, help, error, field } = useField(props);
  const chosen: readonly unknown[] = Array.isArray(field.value) ? field.value : [];
  return (
    <FormControl component="fieldset" error={error !== null} required={info.required}>
      <FormLabel component="legend">{label}</FormLabel>
      <FormGroup>
        {info.options.map(({ value, label: words }, i) => (
          <FormControlLabel key={value} label={text(words)}
            control={<Checkbox {...(i === 0 && { id })} checked={chosen.includes(value)} onChange={(_, ticked) => field.onChange(withOrWithout(chosen, value, ticked))} onBlur={field.onBlur}
              slotProps={{ input: { 'aria-invalid': error !== null, 'aria-describedby': `${id}-help` } }} />} />
        ))}
      </FormGroup>
      <FormHelperText id={`${id}-help`} component="div"><Helper error={error} help={help} /></FormHelperText>
    </FormControl>
  );
};
