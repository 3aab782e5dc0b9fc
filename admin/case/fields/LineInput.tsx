/** What is typed: text, several lines, dates, months, numbers, money in yuan. */
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import type { InputHTMLAttributes } from 'react';
import type { FieldInfo } from '../../../workflows/kit/form.ts';
import { parseYuan, yuanInWords } from '../../../workflows/office/money.ts';
import { useLang } from '../../i18n/text.ts';
import { useWords } from '../use-words.ts';
import { Helper } from './Helper.tsx';
import { useField, type FieldProps } from './use-field.ts';

const kinds: Readonly<Record<string, InputHTMLAttributes<HTMLInputElement>>> = {
  date: { type: 'date', min: '1900-01-01', max: '2100-12-31' },
  month: { type: 'month', placeholder: '2026-11' },
  number: { inputMode: 'decimal' },
  money: { inputMode: 'decimal' },
};

/** Below several lines how much was written; below an amount the same in capitals, as vouchers want it. */
const useNote = (info: FieldInfo, value: string): string | undefined => {
  const say = useWords();
  const lang = useLang();
  if (info.input === 'lines') {
    const n = [...value].length;
    return info.maxLength === undefined ? say('counted', { n }) : say('counter', { n, max: info.maxLength });
  }
  const fen = info.input === 'money' && lang === 'zh' ? parseYuan(value) : null;
  return fen === null ? undefined : yuanInWords(fen);
};

export const LineInput = (props: FieldProps) => {
  const { info } = props;
  const say = useWords();
  const { id, label, help, error, field } = useField(props);
  const value = String(field.value ?? '');
  const note = useNote(info, value);
  const kind = typeof info.input === 'string' ? kinds[info.input] : undefined;
  return (
    <TextField id={id} name={field.name} label={label} value={value} onChange={field.onChange} onBlur={field.onBlur} inputRef={field.ref}
      required={info.required} error={error !== null} helperText={<Helper error={error} help={help}>{note}</Helper>} fullWidth autoComplete="off"
      {...(info.input === 'lines' && { multiline: true, minRows: 3, maxRows: 12 })}
      slotProps={{
        htmlInput: { ...kind, spellCheck: false },
        formHelperText: { component: 'div' },
        ...((kind?.type ?? kind?.placeholder) && { inputLabel: { shrink: true } }),
        ...(info.input === 'money' && { input: { endAdornment: <InputAdornment position="end">{say('yuan')}</InputAdornment> } }),
      }} />
  );
};
