/** The desk: the list beside the record, what is stated with each act above it, and everything under ten keys. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import { useNotify } from 'react-admin';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useCasework } from '../provider/data-provider.ts';
import type { CaseRecord } from '../provider/records.ts';
import { ActBar } from './ActBar.tsx';
import type { DeskPlace } from '../../workflows/kit/desk.ts';
import { FilterBar } from './FilterBar.tsx';
import { FormPane } from './FormPane.tsx';
import { KeysHelp } from './KeysHelp.tsx';
import { ProgressBar } from './ProgressBar.tsx';
import { RecordPane } from './RecordPane.tsx';
import { RowList } from './RowList.tsx';
import { nextPending, progressOf, rowsOf, shownOf, type Filter } from './rows.ts';
import { SampleBar } from './SampleBar.tsx';
import { SITTING, SittingBar } from './SittingBar.tsx';
import { Unsaved } from './Unsaved.tsx';
import { useActs, useSitting } from './use-acts.ts';
import { useBefore, useRecords } from './use-desk-data.ts';
import { useDeskWords } from './use-desk-words.ts';
import { useKeys } from './use-keys.ts';
import { useOutbox } from './use-outbox.ts';
import { sampleOf } from './use-sample.ts';
import { Why } from './Why.tsx';

type Props = { readonly place: DeskPlace; readonly batch: CaseRecord; readonly items: readonly CaseRecord[]; readonly user: string; readonly today: string; readonly saved: (after: CaseRecord) => void };

/** Where there is room the list and the record each scroll by themselves. */
const SIDE_BY_SIDE = { display: 'grid', gridTemplateColumns: 'minmax(260px, 340px) minmax(0, 1fr)', gap: 2, alignItems: 'start' } as const;
const THUMB_PX = 132;

const focusList = (options?: FocusOptions): void => document.querySelector<HTMLElement>('[data-desk-list]')?.focus(options);

export const Desk = ({ place, batch, items, user, today, saved }: Props) => {
  const say = useDeskWords();
  const notify = useNotify();
  const phone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'), { noSsr: true });
  const entries = useRecords(place, batch, items);
  const before = useBefore(place, batch);
  const { outbox, standing } = useOutbox(user, batch.id, place.items.name, useCasework(), saved);
  const sitting = useSitting(place, today);
  const sample = sampleOf(place, batch);
  const [filter, setFilter] = useState<Filter>({ show: 'pending', group: '', typed: '' });
  const [listed, setListed] = useState(false);
  const [helping, setHelping] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const rows = useMemo(() => rowsOf(place, items, entries, standing, today), [place, items, entries, standing, today]);
  const [at, setAt] = useState(() => nextPending(rows, '') ?? rows[0]?.one.id ?? '');
  const shown = shownOf(rows, filter, sample, at);
  const here = rows.find(({ one }) => one.id === at);
  const acts = useActs({ place, outbox, sitting, rows, shown, here, go: setAt });
  const { whole, groups } = progressOf(rows);
  const pick = useCallback((id: string): void => {
    setAt(id);
    setListed(false);
  }, [setListed]);
  const close = (): void => {
    acts.close();
    focusList();
  };
  const drawn = sample?.seed;
  const [looked, setLooked] = useState({ filter, drawn });
  // Another filter, or a sample just drawn: the record in hand is one that it shows.
  if (looked.filter !== filter || looked.drawn !== drawn) {
    setLooked({ filter, drawn });
    const found = shownOf(rows, filter, sample, '');
    if (!found.some(({ one }) => one.id === at)) setAt(nextPending(found, '') ?? found[0]?.one.id ?? at);
  }

  useKeys({
    ArrowDown: acts.next, j: acts.next, ArrowUp: acts.previous, k: acts.previous, Enter: acts.same, c: acts.change, u: acts.unable, z: acts.undo,
    '/': () => { setListed(true); setTimeout(() => search.current?.focus()); }, '?': () => setHelping(true),
  }, acts.open === null && !helping);
  // The desk opens at its heading; the page follows the record in hand once one walks down.
  useEffect(() => focusList({ preventScroll: true }), []);
  useEffect(() => {
    if (acts.notice === 'sittingFirst') document.querySelector<HTMLElement>(`#${SITTING} select`)?.focus();
  }, [acts.notice]);
  useEffect(() => () => {
    const { waiting } = outbox.standing();
    if (waiting.length > 0) notify('desk.leaving', { type: 'warning', messageArgs: { smart_count: waiting.length } });
  }, [outbox, notify]);

  const list = (
    <Paper variant="outlined" sx={{ display: 'flex', flexDirection: 'column', height: phone ? '50dvh' : 'calc(100dvh - 250px)', minHeight: 260, position: phone ? 'static' : 'sticky', top: 56 }}>
      <FilterBar filter={filter} set={setFilter} counted={shown.length} sampled={sample !== null} input={search} back={() => focusList()} />
      <RowList place={place} rows={shown} here={at} go={pick} />
    </Paper>
  );
  const record = acts.open?.kind === 'form' && here
    ? <FormPane key={`${at}.${acts.open.event}`} workflow={place.items} one={here.one} event={acts.open.event} initial={acts.open.initial} close={close} sent={(after) => { saved(after); close(); acts.walkOn(after.id); }} />
    : (
      <>
        {acts.open?.kind === 'why' && <Why place={place} because={acts.because} close={close} />}
        {here ? <RecordPane place={place} row={here} before={before?.get(here.one.subject ?? '')} names={entries} refusal={standing.refused.get(at)} /> : <Typography>{say('empty')}</Typography>}
      </>
    );
  return (
    <Box sx={{ pb: phone ? `${THUMB_PX}px` : 0 }}>
      <ProgressBar whole={whole} groups={groups} chosen={filter.group} choose={(group) => setFilter({ ...filter, group })} />
      <SittingBar place={place} sitting={sitting} today={today} />
      <SampleBar place={place} batch={batch} rows={rows} form={sitting.values} drawn={() => setFilter({ show: 'sample', group: '', typed: '' })} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', my: 1 }}>
        <Unsaved standing={standing} />
        {acts.notice && <Alert severity="info" role="status" sx={{ py: 0 }}>{say(acts.notice)}</Alert>}
        {!phone && <Button size="small" onClick={() => setHelping(true)}>{say('help')} ?</Button>}
        {phone && <Button variant="outlined" onClick={() => setListed(!listed)} aria-expanded={listed}>{say(listed ? 'hideList' : 'showList')} · {say('count', { smart_count: shown.length })}</Button>}
      </Box>
      <Box sx={phone ? {} : SIDE_BY_SIDE}>
        {(!phone || listed) && list}
        <Box sx={{ minWidth: 0 }}>
          {!phone && acts.open?.kind !== 'form' && <ActBar acts={acts} phone={false} />}
          <Paper variant="outlined" sx={{ p: { xs: 1.5, md: 2 } }}>{record}</Paper>
        </Box>
      </Box>
      {phone && acts.open?.kind !== 'form' && <ActBar acts={acts} phone />}
      {helping && <KeysHelp close={() => { setHelping(false); focusList(); }} />}
    </Box>
  );
};
