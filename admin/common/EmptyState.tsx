/** Nothing to show, said calmly, with what would put something here. */
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

export const EmptyState = ({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) => (
  <Stack role="status" spacing={1} sx={{ alignItems: 'center', textAlign: 'center', px: 2, py: 6 }}>
    <Typography variant="body1" sx={{ textWrap: 'balance' }}>{title}</Typography>
    {hint && <Typography variant="body2" color="textSecondary">{hint}</Typography>}
    {children}
  </Stack>
);
