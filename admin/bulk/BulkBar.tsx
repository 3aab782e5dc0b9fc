/** At the foot of a list, once some are chosen: how many, and what can be done to all of them at once. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useCallback, useState } from 'react';
import { useListContext, useRefresh } from 'react-admin';
import { waitsFor } from '../../workflows/kit/describe.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Data, EventName } from '../../workflows/kit/words.ts';
import { NAVIGATION_PX } from '../case/navigation.ts';
import { eventName } from '../case/standing.ts';
import { useText } from '../i18n/text.ts';
import type { CaseRecord } from '../provider/records.ts';
import { UrgeManyDialog } from '../urging/UrgeManyDialog.tsx';
import { useUrgingWords } from '../urging/use-urges.ts';
import { BulkDialog } from './BulkDialog.tsx';
import { inCommon, ofSome, type Chosen } from './chosen.ts';
import { useBulkWords } from './use-bulk.ts';

type Bar = { readonly chosen: Chosen; readonly events: readonly EventName[]; readonly rows: readonly CaseRecord[]; readonly total: number; readonly chooseAll: (() => void) | null; readonly chooseNone: () => void };

/** In sight however long the list is. */
const foot = {
  display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', px: 2, py: 1, position: 'sticky', bottom: { xs: NAVIGATION_PX, md: 0 }, zIndex: 2, maxHeight: '30vh', overflowY: 'auto',
  bgcolor: 'background.paper', border: 1, borderColor: 'divider',
} as const;

/** All that the filter finds stay chosen only as long as the filter is the same. */
const useChosen = (workflow: Workflow): Bar => {
  const { data = [], total = 0, selectedIds: ids, onUnselectItems, filter, filterValues } = useListContext<CaseRecord>();
  const [wholeOf, setWholeOf] = useState<string | null>(null);
  const asked = { ...(filterValues as Data), ...(filter as Data | undefined) };
  const key = JSON.stringify(asked);
  const whole = wholeOf === key && ids.length > 0;
  const rows = whole ? data : data.filter(({ id }) => ids.includes(id));
  const isPage = data.length > 0 && data.every(({ id }) => ids.includes(id));
  return {
    rows, total,
    chosen: whole ? { filter: asked, count: total } : { ids, count: ids.length },
    events: whole ? ofSome(workflow, rows) : inCommon(workflow, rows),
    chooseAll: isPage && !whole && total > ids.length ? () => setWholeOf(key) : null,
    chooseNone: () => { setWholeOf(null); onUnselectItems?.(); },
  };
};

export const BulkBar = ({ workflow }: { workflow: Workflow }) => {
  const say = useBulkWords();
  const text = useText();
  const sayUrging = useUrgingWords();
  const refresh = useRefresh();
  const { chosen, events, rows, total, chooseAll, chooseNone } = useChosen(workflow);
  const [doing, setDoing] = useState<{ event: EventName; chosen: Chosen; unit: string } | null>(null);
  const [urging, setUrging] = useState<readonly CaseRecord[] | null>(null);
  const close = () => setDoing(null);
  const mayUrge = 'ids' in chosen && rows.some(({ state }) => waitsFor(workflow, state).length > 0);
  const done = useCallback(() => refresh(), [refresh]);
  return (
    <>
      {chosen.count > 0 && (
        <Box role="group" aria-label={say('bar')} sx={foot}>
          <Typography role="status" sx={{ fontWeight: 600 }}>{say('chosen', { smart_count: chosen.count })}</Typography>
          {chooseAll && <Button size="small" onClick={chooseAll}>{say('chooseAll', { smart_count: total })}</Button>}
          {events.length === 0 && <Typography variant="body2" color="textSecondary">{say('nothing')}</Typography>}
          {events.map((event) => <Button key={event} size="small" variant="outlined" onClick={() => setDoing({ event, chosen, unit: rows[0]?.unit ?? '' })}>{text(eventName(workflow, event))}</Button>)}
          {mayUrge && <Button size="small" variant="outlined" onClick={() => setUrging(rows)}>{sayUrging('urge')}</Button>}
          <Button size="small" color="inherit" onClick={chooseNone}>{say('chooseNone')}</Button>
        </Box>
      )}
      {doing && <BulkDialog workflow={workflow} event={doing.event} chosen={doing.chosen} unit={doing.unit} close={close} done={done} />}
      {urging && <UrgeManyDialog workflow={workflow} cases={urging} close={() => { setUrging(null); refresh(); }} />}
    </>
  );
};
