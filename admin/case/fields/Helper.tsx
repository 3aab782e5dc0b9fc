/** Below a field: what is wrong with it, then its help, which is never red. */
import Box from '@mui/material/Box';

const plain = { display: 'block', color: 'text.secondary' } as const;

export const Helper = ({ error, help, children }: { error: string | null; help: string; children?: string | undefined }) => (
  <>
    {error && <span data-error>{error}</span>}
    {help && <Box component="span" sx={plain}>{help}</Box>}
    {children && <Box component="span" sx={plain}>{children}</Box>}
  </>
);
