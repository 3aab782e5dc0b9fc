/** Fields with what stood there and what stands there now, or is to stand there; nothing where there is no difference. */
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { Difference } from './difference.ts';
import { useWords } from './use-words.ts';

const CHANGED = { field: 'field', before: 'before', after: 'after' } as const;
const PROPOSALS = { register: { field: 'field', before: 'registered', after: 'proposed' }, terms: { field: 'field', before: 'holds', after: 'proposed' } } as const;

/** `heads`: what stands over the two, where they are neither before and after nor held and proposed. */
type Heads = { readonly before: string; readonly after: string };

export const DifferenceTable = ({ title, differences, proposal, heads }: { title: string; differences: readonly Difference[]; proposal?: keyof typeof PROPOSALS; heads?: Heads }) => {
  const say = useWords();
  if (differences.length === 0) return null;
  const words = proposal ? PROPOSALS[proposal] : CHANGED;
  const head = { field: say(words.field), before: heads?.before ?? say(words.before), after: heads?.after ?? say(words.after) };
  return (
    <Table size="small" aria-label={title} sx={{ '& .MuiTableCell-root': { px: { xs: 0.75, sm: 2 } } }}>
      <TableHead><TableRow>{(['field', 'before', 'after'] as const).map((key) => <TableCell key={key}>{head[key]}</TableCell>)}</TableRow></TableHead>
      <TableBody>
        {differences.map(({ label, before, after }) => (
          <TableRow key={label}>
            <TableCell component="th" scope="row">{label}</TableCell>
            <TableCell sx={{ overflowWrap: 'anywhere' }}>{before}</TableCell>
            <TableCell sx={{ overflowWrap: 'anywhere', ...(proposal && { fontWeight: 600 }) }}>{after}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};
