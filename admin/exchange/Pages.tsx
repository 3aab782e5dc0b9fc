/** Long tables that are all here, a page at a time. */
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useExchangeWords } from './use-exchange.ts';

const PER_PAGE = 25;

export type Paged<Row> = { readonly shown: readonly Row[]; readonly page: number; readonly pages: number; readonly turn: (page: number) => void };

export const usePages = <Row,>(rows: readonly Row[]): Paged<Row> => {
  const [wanted, turn] = useState(1);
  const pages = Math.max(1, Math.ceil(rows.length / PER_PAGE));
  const page = Math.min(wanted, pages);
  return { shown: rows.slice((page - 1) * PER_PAGE, page * PER_PAGE), page, pages, turn };
};

export const Pages = ({ page, pages, turn }: Omit<Paged<unknown>, 'shown'>) => {
  const say = useExchangeWords();
  if (pages === 1) return null;
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'center', my: 1, displayPrint: 'none' }}>
      <Button size="small" disabled={page === 1} onClick={() => turn(page - 1)}>{say('earlier')}</Button>
      <Typography variant="body2" role="status">{say('page', { page, pages })}</Typography>
      <Button size="small" disabled={page === pages} onClick={() => turn(page + 1)}>{say('later')}</Button>
    </Stack>
  );
};
