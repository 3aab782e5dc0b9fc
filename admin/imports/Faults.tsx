/** Cells with faults: where each is, what is wrong and what to do. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import type { ImportRecord } from '../provider/records.ts';
import { useFaults, useImportWords } from './use-imports.ts';

const PAGE = 50;
const LONGEST = 1_000;

export const Faults = ({ one }: { one: ImportRecord }) => {
  const say = useImportWords();
  const [count, setCount] = useState(PAGE);
  const { data = [], error, refetch } = useFaults(one.id, count);
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (one.problems === 0) return <EmptyState title={say('noFaults')} />;
  return (
    <Box>
      <Typography variant="h6" component="h2">{say('faults')}</Typography>
      <Box component="ul" aria-label={say('faults')} sx={{ m: 0, pl: 2.5 }}>
        {data.map(({ row, column, header, field, title, remedy }) => (
          <Box component="li" key={`${row}.${field}`} sx={{ py: 0.5 }}>
            <Typography component="span" sx={{ fontWeight: 600 }}>{`${say('row')} ${row} · ${header || (column === null ? field : say('column', { n: column }))}`}</Typography>
            <Typography>{title}</Typography>
            <Typography variant="body2" color="textSecondary">{remedy}</Typography>
          </Box>
        ))}
      </Box>
      {one.problems > count && count < LONGEST && <Button onClick={() => setCount(Math.min(LONGEST, count + PAGE * 4))}>{say('more')}</Button>}
    </Box>
  );
};
