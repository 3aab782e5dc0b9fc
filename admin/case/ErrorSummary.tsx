/** Everything that is wrong with a form at one place, each line leading to its field. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useFormContext } from 'react-hook-form';
import type { FieldInfo } from '../../workflows/kit/form.ts';
import { useText } from '../i18n/text.ts';
import { flatErrors } from './form-errors.ts';
import { useFormPlace } from './form-place.ts';
import { fieldAt } from './typed.ts';
import { useWords } from './use-words.ts';

const rowIn = (path: string): number | null => {
  const row = path.split('.').find((part) => /^\d+$/.test(part));
  return row === undefined ? null : Number(row) + 1;
};

export const ErrorSummary = ({ fields }: { fields: readonly FieldInfo[] }) => {
  const say = useWords();
  const text = useText();
  const { prefix } = useFormPlace();
  const { formState: { errors } } = useFormContext();
  const found = flatErrors(errors);
  if (found.length === 0) return null;
  const labelOf = (path: string): string => {
    const n = rowIn(path);
    return [text(fieldAt(fields, path)?.label) || (path === 'form' ? say('wholeForm') : path), n === null ? '' : say('row', { n })].filter(Boolean).join(' ');
  };
  return (
    <Alert severity="error" role="alert">
      {say('errors', { smart_count: found.length })}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {found.map(({ path, message }) => (
          <li key={path}>
            {fieldAt(fields, path)
              ? <Link component="button" type="button" sx={{ minHeight: 24, textAlign: 'start', verticalAlign: 'baseline' }} onClick={() => document.getElementById(prefix + path)?.focus()}>{labelOf(path)}</Link>
              : labelOf(path)}
            {` — ${message}`}
          </li>
        ))}
      </Box>
    </Alert>
  );
};
