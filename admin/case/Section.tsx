/** A part of the page under its own heading. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';

export const Section = ({ title, children, print = true }: { title: string; children: ReactNode; print?: boolean }) => {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id}
      sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, p: { xs: 1.5, sm: 2 }, mb: 2, minWidth: 0, '@media print': print ? { border: 0, p: 0 } : { display: 'none' } }}>
      <Typography id={id} variant="h6" component="h2" sx={{ mb: 1 }}>{title}</Typography>
      {children}
    </Box>
  );
};
