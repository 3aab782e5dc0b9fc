/** A file that came back, line by line: what it says, what must be decided, and then the one event that records all of it. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Exchange, Finding, Settlement } from '../../workflows/kit/exchange.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Data } from '../../workflows/kit/words.ts';
import { asCase } from '../case/as-case.ts';
import { EventDialog } from '../case/EventDialog.tsx';
import { useText } from '../i18n/text.ts';
import type { CaseRecord, TakenFile } from '../provider/records.ts';
import { FindingTable } from './FindingTable.tsx';
import { useExchangeWords } from './use-exchange.ts';

const SHORTEST = 4;
export type Decided = Readonly<Record<string, Omit<Settlement, 'ref'>>>;

const isSettled = (finding: Finding, decided: Decided): boolean =>
  finding.decisions.length === 0 || ((decided[finding.ref]?.decision ?? '') !== '' && [...(decided[finding.ref]?.basis.trim() ?? '')].length >= SHORTEST);

const Counts = ({ findings }: { findings: readonly Finding[] }) => {
  const say = useExchangeWords();
  const text = useText();
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
      {[...Map.groupBy(findings, ({ found }) => found)].map(([found, all]) => <Chip key={found} size="small" variant="outlined" color={all[0]?.tone === 'good' ? 'success' : 'error'} label={say('counts', { label: text(all[0]?.label), count: all.length })} />)}
    </Stack>
  );
};

type Props = { readonly workflow: Workflow; readonly one: CaseRecord; readonly exchange: Exchange<Data>; readonly file: TakenFile; readonly sent: (after: CaseRecord) => void; readonly discard: () => void };

export const ReturnPreview = ({ workflow, one, exchange, file, sent, discard }: Props) => {
  const say = useExchangeWords();
  const findings = exchange.back.findings(asCase(one), file.lines);
  const open = findings.filter(({ decisions }) => decisions.length > 0);
  const [decided, setDecided] = useState<Decided>({});
  const [onlyOpen, setOnlyOpen] = useState(open.length > 0);
  const [applying, setApplying] = useState(false);
  const left = open.filter((finding) => !isSettled(finding, decided)).length;
  const settlements = open.map(({ ref }): Settlement => ({ ref, decision: decided[ref]?.decision ?? '', basis: decided[ref]?.basis.trim() ?? '' }));
  return (
    <Box component="section" aria-label={say('preview', { name: file.name })} sx={{ width: 1, minWidth: 0 }}>
      <Typography variant="subtitle1" component="h3" sx={{ mb: 1 }}>{say('preview', { name: file.name })}</Typography>
      <Counts findings={findings} />
      {open.length > 0 && <FormControlLabel control={<Switch checked={onlyOpen} onChange={(_, on) => setOnlyOpen(on)} />} label={say('onlyOpen')} sx={{ mt: 1 }} />}
      <FindingTable of={workflow.roster?.workflow} findings={onlyOpen ? open : findings} decided={decided} decide={(ref, change) => setDecided((before) => ({ ...before, [ref]: { decision: '', basis: '', ...before[ref], ...change } }))} />
      <Alert severity={left > 0 ? 'warning' : 'success'} role="status" sx={{ my: 1 }}>{left > 0 ? say('unsettled', { count: left }) : say('ready')}</Alert>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        <Button variant="contained" disabled={left > 0} onClick={() => setApplying(true)}>{say('apply')}</Button>
        <Button onClick={discard}>{say('discard')}</Button>
      </Stack>
      {applying && <EventDialog workflow={workflow} one={one} log={[]} event={exchange.back.event} known={{ [exchange.back.hash]: file.hash }} also={exchange.back.form(file.lines, settlements)} close={() => setApplying(false)} sent={sent} />}
    </Box>
  );
};
