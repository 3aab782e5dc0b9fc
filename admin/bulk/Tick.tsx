/** A box that chooses one case of a list; react-admin's own says its name to nobody. */
import Checkbox from '@mui/material/Checkbox';
import { useListContext } from 'react-admin';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { caseTitle } from '../case/titles.ts';
import { useLang } from '../i18n/text.ts';
import type { CaseRecord } from '../provider/records.ts';
import { useBulkWords } from './use-bulk.ts';

export const Tick = ({ workflow, row }: { workflow: Workflow; row: CaseRecord }) => {
  const say = useBulkWords();
  const lang = useLang();
  const { selectedIds, onToggleItem } = useListContext<CaseRecord>();
  return (
    <Checkbox size="small" checked={selectedIds.includes(row.id)} onChange={() => onToggleItem?.(row.id)} onClick={(event) => event.stopPropagation()}
      slotProps={{ input: { 'aria-label': say('choose', { title: caseTitle(workflow, row, lang) }) } }} />
  );
};
