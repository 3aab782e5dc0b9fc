/** A number of a report; it opens exactly the cases it counts, or the one that says it. */
import Link from '@mui/material/Link';
import { Link as To } from 'react-router-dom';
import type { Cell, Opens } from '../../workflows/kit/report-view.ts';
import { useText } from '../i18n/text.ts';
import { useReportWords } from './use-report.ts';

export const pathOf = (opens: Opens): string =>
  ('id' in opens ? `/${opens.workflow}/${encodeURIComponent(opens.id)}/show` : `/${opens.workflow}?${new URLSearchParams({ filter: JSON.stringify(opens.filter), sort: 'id', order: 'ASC', page: '1', perPage: '25' }).toString()}`);

/** `label`: what is counted, and of whom, for those who hear it alone. */
export const Figure = ({ cell, label, inline = false }: { cell: Cell; label: string; inline?: boolean }) => {
  const say = useReportWords();
  const text = useText();
  const number = text(cell.shown);
  if (!cell.opens) return <>{number}</>;
  return (
    <Link component={To} underline="always" to={pathOf(cell.opens)} aria-label={say('id' in cell.opens ? 'opensCase' : 'opens', { label, number })}
      sx={{ fontVariantNumeric: 'tabular-nums', ...(!inline && { display: 'inline-block', minWidth: 24, lineHeight: '24px' }) }}>{number}</Link>
  );
};
