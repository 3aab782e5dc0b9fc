/** Words of a table that give way where there is no room: cut short, and whole to whoever points at them. */
import Box from '@mui/material/Box';

const shown = { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis' } as const;
const PLAIN = { md: '10em', xl: '20em' } as const;
const NAMING = { md: '16.5em', xl: '28em' } as const;

/** `naming`: rows are told apart by it, so that it gives way last. */
export const Clipped = ({ children, naming = false }: { children: string; naming?: boolean }) => <Box component="span" title={children} sx={{ ...shown, maxWidth: naming ? NAMING : PLAIN }}>{children}</Box>;
