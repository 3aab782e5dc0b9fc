/** The records as a list of which only what is in sight is drawn: hundreds of rows cost as much as a dozen. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { memo, useEffect, useRef, useState } from 'react';
import { stateName } from '../case/standing.ts';
import { useText } from '../i18n/text.ts';
import type { DeskPlace } from '../../workflows/kit/desk.ts';
import { flagText, sameRow, type Row } from './rows.ts';
import { useDeskWords } from './use-desk-words.ts';

const ROW_PX = 52;
/** Rows drawn above and below those in sight. */
const BEYOND = 6;

export const optionId = (id: string): string => `desk-${id}`;

const Said = ({ place, row }: { place: DeskPlace; row: Row }) => {
  const say = useDeskWords();
  const text = useText();
  if (row.refused) return <Box component="span" sx={{ color: 'error.main' }}>{say('refused')}</Box>;
  return <Box component="span" sx={{ color: row.pending ? 'text.secondary' : 'success.main' }}>{row.saving ? say('saving') : text(stateName(place.items, row.one.state))}</Box>;
};

type OptionProps = { readonly place: DeskPlace; readonly row: Row; readonly at: number; readonly of: number; readonly here: boolean; readonly go: (id: string) => void };

const Option = memo(({ place, row, at, of, here, go }: OptionProps) => {
  const say = useDeskWords();
  const text = useText();
  return (
    <Box id={optionId(row.one.id)} role="option" aria-selected={here} aria-setsize={of} aria-posinset={at + 1} onClick={() => go(row.one.id)} data-state={row.one.state}
      sx={{ position: 'absolute', top: at * ROW_PX, left: 0, right: 0, height: ROW_PX, px: 1.5, py: 0.75, cursor: 'pointer', borderBottom: 1, borderColor: 'divider', borderLeft: 4, borderLeftColor: here ? 'primary.main' : 'transparent', bgcolor: here ? 'action.selected' : 'transparent', overflow: 'hidden' }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
        <Typography component="span" noWrap sx={{ fontWeight: here ? 600 : 400 }}>{row.one.title}</Typography>
        <Typography component="span" variant="body2" noWrap><Said place={place} row={row} /></Typography>
      </Box>
      <Typography component="div" variant="caption" color="textSecondary" noWrap>
        {[row.group && say('group', { n: row.group }), ...row.flags.map((flag) => text(flagText(place, flag, row.last)))].filter(Boolean).join(' · ')}
      </Typography>
    </Box>
  );
}, (a, b) => sameRow(a.row, b.row) && a.at === b.at && a.of === b.of && a.here === b.here && a.go === b.go);

export const RowList = ({ place, rows, here, go }: { place: DeskPlace; rows: readonly Row[]; here: string; go: (id: string) => void }) => {
  const say = useDeskWords();
  const box = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ top: 0, height: 600 });
  const at = rows.findIndex(({ one }) => one.id === here);
  const look = (): void => {
    if (box.current) setSight({ top: box.current.scrollTop, height: box.current.clientHeight });
  };
  useEffect(() => {
    const { current } = box;
    if (!current || at < 0) return;
    const [top, height] = [at * ROW_PX, current.clientHeight];
    if (top < current.scrollTop) current.scrollTop = top;
    else if (top + ROW_PX > current.scrollTop + height) current.scrollTop = top + ROW_PX - height;
    setSight({ top: current.scrollTop, height });
    const below = Math.ceil(current.getBoundingClientRect().top + top + ROW_PX - current.scrollTop - window.innerHeight);
    if (below > 0) window.scrollBy({ top: below });
  }, [at]);
  const first = Math.max(0, Math.floor(sight.top / ROW_PX) - BEYOND);
  const last = Math.min(rows.length, Math.ceil((sight.top + sight.height) / ROW_PX) + BEYOND);
  return (
    <Box ref={box} role="listbox" tabIndex={0} data-desk-list aria-label={say('list')} aria-activedescendant={at < 0 ? undefined : optionId(here)} onScroll={look}
      sx={{ overflowY: 'auto', flex: 1, minHeight: 160, '&:focus-visible': { outline: '3px solid', outlineColor: 'primary.main', outlineOffset: -3 } }}>
      <Box role="presentation" sx={{ position: 'relative', height: rows.length * ROW_PX }}>
        {rows.slice(first, last).map((row, i) => <Option key={row.one.id} place={place} row={row} at={first + i} of={rows.length} here={row.one.id === here} go={go} />)}
      </Box>
      {rows.length === 0 && <Typography color="textSecondary" sx={{ p: 2 }}>{say('empty')}</Typography>}
    </Box>
  );
};
