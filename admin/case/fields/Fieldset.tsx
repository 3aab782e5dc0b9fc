/** Fields that belong together, under one legend. */
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Stack from '@mui/material/Stack';
import type { ReactNode } from 'react';
import { Helper } from './Helper.tsx';

type Props = { id: string; legend: string; required?: boolean; error: string | null; help: string; children: ReactNode };

export const Fieldset = ({ id, legend, required = false, error, help, children }: Props) => (
  <Stack component="fieldset" id={id} tabIndex={-1} spacing={1.5} aria-describedby={`${id}-set-help`}
    sx={{ minWidth: 0, m: 0, p: { xs: 1.5, sm: 2 }, pt: '0 !important', border: 1, borderColor: error === null ? 'divider' : 'error.main', borderRadius: 1 }}>
    <FormLabel component="legend" required={required} error={error !== null} sx={{ px: 0.5 }}>{legend}</FormLabel>
    <FormHelperText id={`${id}-set-help`} error={error !== null} component="div" sx={{ '&:empty': { display: 'none' } }}><Helper error={error} help={help} /></FormHelperText>
    {children}
  </Stack>
);
