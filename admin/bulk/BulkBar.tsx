/** Above a list: how many cases are chosen, and what can be done to all of them at once. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useCallback, useState } from 'react';
import { useListContext, useRefresh } from 'react-admin';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Data, EventName } from '../../workflows/kit/words.ts';
import { eventName } from '../case/standing.ts';
import { useText } from '../i18n/text.ts';
import type { CaseRecord } from '../provider/records.ts';
import { BulkDialog } from './BulkDialog.tsx';
import { inCommon, ofSome, type Chosen } from './chosen.ts';
import { useBulkWords } from './use-bulk.ts';

type Bar = { readonly chosen: Chosen; readonly events: readonly EventName[]; readonly rows: readonly CaseRecord[]; readonly total: number; readonly isPage: boolean; readonly choosePage: (on: boolean) => void; readonly chooseAll: (() => void) | null; readonly chooseNone: () => void };

/** All that the filter finds stay chosen only as long as the filter is the same. */
const useChosen = (workflow: Workflow): Bar => {
  const { data = [], total = 0, selectedIds, onSelect, onUnselectItems, filter, filterValues } = useListContext<CaseRecord>();
  const [wholeOf, setWholeOf] = useState<string | null>(null);
  const asked = { ...(filterValues as Data), ...(filter as Data | undefined) };
  const key = JSON.stringify(asked);
  const whole = wholeOf === key && selectedIds.length > 0;
  const ids = selectedIds.map(String);
  const rows = whole ? data : data.filter(({ id }) => ids.includes(id));
  const isPage = data.length > 0 && data.every(({ id }) => ids.includes(id));
  return {
    rows, total, isPage,
    choosePage: (on) => onSelect?.([...ids.filter((id) => !data.some((row) => row.id === id)), ...(on ? data.map(({ id }) => id) : [])]),
    chosen: whole ? { filter: asked, count: total } : { ids, count: ids.length },
    events: whole ? ofSome(workflow, rows) : inCommon(workflow, rows),
    chooseAll: isPage && !whole && total > ids.length ? () => setWholeOf(key) : null,
    chooseNone: () => { setWholeOf(null); onUnselectItems?.(); },
  };
};

export const BulkBar = ({ workflow }: { workflow: Workflow }) => {
  const say = useBulkWords();
  const text = useText();
  const refresh = useRefresh();
  const { chosen, events, rows, total, isPage, choosePage, chooseAll, chooseNone } = useChosen(workflow);
  const [doing, setDoing] = useState<{ event: EventName; chosen: Chosen; unit: string } | null>(null);
  const close = () => setDoing(null);
  const done = useCallback(() => refresh(), [refresh]);
  return (
    <>
      <Box role="group" aria-label={say('bar')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', px: { xs: 1, md: 2 }, py: 0.5, position: 'sticky', top: 48, zIndex: 2, bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider' }}>
        <FormControlLabel label={say('page')} control={<Checkbox size="small" checked={isPage} indeterminate={!isPage && chosen.count > 0} disabled={total === 0} onChange={(_, on) => choosePage(on)} />} />
        {chosen.count > 0 && (
          <>
            <Typography role="status" sx={{ fontWeight: 600 }}>{say('chosen', { smart_count: chosen.count })}</Typography>
            {chooseAll && <Button size="small" onClick={chooseAll}>{say('chooseAll', { smart_count: total })}</Button>}
            {events.length === 0 && <Typography variant="body2" color="textSecondary">{say('nothing')}</Typography>}
            {events.map((event) => <Button key={event} size="small" variant="outlined" onClick={() => setDoing({ event, chosen, unit: rows[0]?.unit ?? '' })}>{text(eventName(workflow, event))}</Button>)}
            <Button size="small" color="inherit" onClick={chooseNone}>{say('chooseNone')}</Button>
          </>
        )}
      </Box>
      {doing && <BulkDialog workflow={workflow} event={doing.event} chosen={doing.chosen} unit={doing.unit} close={close} done={done} />}
    </>
  );
};
