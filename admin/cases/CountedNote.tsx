/** Says of a list that a report opened why it is so short. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useListContext } from 'react-admin';
import { useReportWords } from '../report/use-report.ts';

export const CountedNote = () => {
  const say = useReportWords();
  const { filterValues, setFilters } = useListContext();
  const { counted, ...others } = filterValues as Record<string, unknown>;
  if (counted === undefined) return null;
  return <Alert severity="info" sx={{ mb: 1 }} action={<Button color="inherit" size="small" onClick={() => setFilters(others, {})}>{say('countedAll')}</Button>}>{say('counted')}</Alert>;
};
