/** One case: where it stands, what can be done, what it holds, how it came here. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import GlobalStyles from '@mui/material/GlobalStyles';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { EventName } from '../../workflows/kit/words.ts';
import { DeskLink } from '../desk/DeskLink.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { EvidenceBoard } from '../evidence/EvidenceBoard.tsx';
import { FilesSection } from '../exchange/FilesSection.tsx';
import { RosterSection } from '../exchange/RosterSection.tsx';
import { useFiles } from '../exchange/use-exchange.ts';
import { ErrorsOfBatch } from '../findings/FindingsAbout.tsx';
import { Monitoring } from '../findings/Monitoring.tsx';
import { FilesOf } from '../files/use-files.ts';
import { useText } from '../i18n/text.ts';
import { PapersMenu } from '../papers/PapersMenu.tsx';
import type { CaseRecord, LogRow } from '../provider/records.ts';
import { Poster } from '../poster/Poster.tsx';
import { ReportLink } from '../report/ReportLink.tsx';
import { UrgeBar } from '../urging/UrgeBar.tsx';
import { ActionBar, BlockedActions } from './Actions.tsx';
import { BesideVersion } from './BesideVersion.tsx';
import { Calendar } from './Calendar.tsx';
import { CaseHead } from './CaseHead.tsx';
import { EventDialog } from './EventDialog.tsx';
import { Facts } from './Facts.tsx';
import { PictureSection } from './picture/PictureSection.tsx';
import { printSheet } from './print-sheet.ts';
import { Proposal } from './Proposal.tsx';
import { Related } from './Related.tsx';
import { SampleSheet } from './SampleSheet.tsx';
import { eventName } from './standing.ts';
import { Steps } from './Steps.tsx';
import { Timeline } from './Timeline.tsx';
import { useLog, useTakeIn } from './use-case.ts';
import { useWords } from './use-words.ts';

/** One empty log for all renders, so that nothing is drawn anew while the real one is on its way. */
const NONE: readonly LogRow[] = [];

const Record = ({ workflow, one, sent }: { workflow: Workflow; one: CaseRecord; sent: (after: CaseRecord) => void }) => {
  const { data, error, refetch } = useLog(workflow.name, one.id, one.version);
  const log = data ?? NONE;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' }, columnGap: 2, alignItems: 'start', '@media print': { display: 'block' } }}>
      {(workflow.exchange ?? workflow.roster) && <Box sx={{ gridColumn: '1 / -1', minWidth: 0 }}><FilesSection workflow={workflow} one={one} sent={sent} /><RosterSection workflow={workflow} one={one} /></Box>}
      <div>
        <BlockedActions workflow={workflow} one={one} />
        <EvidenceBoard workflow={workflow} one={one} />
        <Facts workflow={workflow} one={one} />
        <Proposal workflow={workflow} one={one} />
        <BesideVersion workflow={workflow} one={one} />
        <Calendar workflow={workflow} one={one} />
        <SampleSheet workflow={workflow} one={one} />
        {workflow.shares && <Monitoring one={one} />}
        {workflow.shares && <ErrorsOfBatch parent={one.id} unit={one.unit} />}
        {error ? <ErrorState error={error} retry={() => void refetch()} /> : <Steps workflow={workflow} log={log} />}
      </div>
      <div>
        <Related workflow={workflow} one={one} />
        <Timeline workflow={workflow} one={one} log={data} />
      </div>
      <Box sx={{ gridColumn: '1 / -1' }}><PictureSection workflow={workflow} one={one} log={log} /></Box>
    </Box>
  );
};

/** What was done is said where the focus goes, for the button that did it may be gone. */
const Done = ({ said }: { said: string }) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (said !== '') place.current?.focus();
  }, [said]);
  return <Box ref={place} role="status" tabIndex={-1} sx={{ displayPrint: 'none', outline: 'none' }}>{said !== '' && <Alert severity="success" sx={{ mb: 1 }}>{said}</Alert>}</Box>;
};

/** Sealed fields are shown to those alone who may take the step that needs them. */
const revealsIn = ({ revealed }: Workflow, { state, offers }: CaseRecord): readonly string[] =>
  (revealed && offers.some(({ type }) => revealed.to.includes(`${state}.${type}`)) ? revealed.fields : []);

export const CaseView = ({ workflow, one }: { workflow: Workflow; one: CaseRecord }) => {
  const say = useWords();
  const text = useText();
  const takeIn = useTakeIn();
  const place = useMemo(() => ({ workflow: workflow.name, id: one.id, version: one.version, reveals: revealsIn(workflow, one) }), [workflow, one]);
  const { data: log = NONE } = useLog(workflow.name, one.id, one.version);
  const { data: files = [] } = useFiles(one, workflow.exchange !== undefined);
  const last = files.findLast(({ way }) => way === 'out');
  const [acting, setActing] = useState<EventName | null>(null);
  const [done, setDone] = useState<EventName | null>(null);
  const act = (event: EventName) => {
    setDone(null);
    setActing(event);
  };
  const sent = (after: CaseRecord) => {
    takeIn(after);
    setDone(acting);
    setActing(null);
  };
  return (
    <>
      <GlobalStyles styles={printSheet} />
      <Done said={done === null ? '' : say('done', { event: text(eventName(workflow, done)) })} />
      <CaseHead workflow={workflow} one={one} />
      <DeskLink from={one} />
      {workflow.report && <ReportLink one={one} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
        {workflow.papers && <PapersMenu one={one} />}
        <UrgeBar workflow={workflow} one={one} />
      </Box>
      {workflow.poster?.printed.includes(one.state) && <Poster workflow={workflow} one={one} />}
      <ActionBar workflow={workflow} one={one} act={act} />
      <FilesOf value={place}><Record workflow={workflow} one={one} sent={(after) => { takeIn(after); setDone(workflow.exchange?.back.event ?? null); }} /></FilesOf>
      <Box sx={{ height: { xs: 96, md: 0 }, displayPrint: 'none' }} />
      {acting !== null && <EventDialog key={acting} workflow={workflow} one={one} log={log} event={acting} known={acting === workflow.exchange?.out.event && last ? { [workflow.exchange.out.hash]: last.hash } : {}} close={() => setActing(null)} sent={sent} />}
    </>
  );
};
