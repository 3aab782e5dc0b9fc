/** The first rows of the file as they stand in it, long numbers veiled. */
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { ErrorState } from '../common/ErrorState.tsx';
import type { ImportRecord } from '../provider/records.ts';
import { useFirstRows, useImportWords } from './use-imports.ts';

export const FirstRows = ({ one }: { one: ImportRecord }) => {
  const say = useImportWords();
  const { data = [], error, refetch } = useFirstRows(one.id);
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  const columns = one.headers.map((header, column) => ({ header, column })).filter(({ column }) => !one.dropped.includes(column));
  return (
    <Box>
      <Typography variant="h6" component="h2">{say('firstRows')}</Typography>
      <Box tabIndex={0} role="region" aria-label={say('firstRows')} sx={{ overflowX: 'auto' }}>
        <Table size="small">
          <TableHead><TableRow><TableCell>{say('row')}</TableCell>{columns.map(({ header, column }) => <TableCell key={column} sx={{ whiteSpace: 'nowrap' }}>{header || say('column', { n: column + 1 })}</TableCell>)}</TableRow></TableHead>
          <TableBody>
            {data.map(({ row, cells }) => (
              <TableRow key={row}><TableCell>{row}</TableCell>{columns.map(({ column }) => <TableCell key={column} sx={{ whiteSpace: 'nowrap' }}>{cells[column]}</TableCell>)}</TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </Box>
  );
};
