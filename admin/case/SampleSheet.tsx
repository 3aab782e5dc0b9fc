/** What was drawn from the cases below: each to be looked at by itself, with what was found. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Link as To } from 'react-router-dom';
import { listOptions } from '../../workflows/kit/describe.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { ErrorState } from '../common/ErrorState.tsx';
import { StateChip } from '../common/StateChip.tsx';
import { useLang, useText } from '../i18n/text.ts';
import { useCasework } from '../provider/data-provider.ts';
import type { CaseRecord } from '../provider/records.ts';
import { EventDialog } from './EventDialog.tsx';
import { useFound } from './registry.ts';
import { Section } from './Section.tsx';
import { eventName, momentText } from './standing.ts';
import { caseTitle } from './titles.ts';
import { useTakeIn } from './use-case.ts';
import { useWords } from './use-words.ts';

type Draw = { readonly of: number; readonly seed: number; readonly drawn: readonly string[]; readonly drawnAt: string };
type Sheet = NonNullable<Workflow['sheet']>;

const useDrawn = (of: string, ids: readonly string[]) => {
  const casework = useCasework();
  return useQuery({ queryKey: [of, 'drawn', ids], queryFn: async () => (await casework.getMany<CaseRecord>(of, { ids: [...ids] })).data });
};

/** What this draw's look at the case showed; an earlier draw's counts for nothing. */
const foundIn = ({ seed, result }: Sheet, draw: Draw, { data }: CaseRecord): string | null => (data[seed] === String(draw.seed) && typeof data[result] === 'string' ? data[result] : null);

const Line = ({ child, sheet, draw, one, act }: { child: Workflow; sheet: Sheet; draw: Draw; one: CaseRecord; act: (one: CaseRecord) => void }) => {
  const say = useWords();
  const text = useText();
  const lang = useLang();
  const found = foundIn(sheet, draw, one);
  const field = child.list.fields.find(({ name }) => name === sheet.result);
  const said = field && listOptions(child, field).find(({ value }) => value === found)?.label;
  const mine = child.states[one.state]?.on[sheet.event] !== undefined && one.offers.some(({ type }) => type === sheet.event);
  const name = caseTitle(child, one, lang);
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5, py: 0.75, minHeight: 44, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
      <Link component={To} underline="always" to={`/${child.name}/${encodeURIComponent(one.id)}/show`} sx={{ flex: '1 1 7em' }}>{name}</Link>
      <StateChip workflow={child.name} state={one.state} />
      {said ? <Box component="span" sx={{ minWidth: '5em', textAlign: 'end', fontWeight: 700, color: found === 'wrong' ? 'error.main' : 'success.main' }}>{text(said)}</Box>
        : mine ? <Button size="small" variant="outlined" onClick={() => act(one)} aria-label={say('lookAtOne', { name })} sx={{ minHeight: 32 }}>{text(eventName(child, sheet.event))}</Button>
          : <Box component="span" sx={{ minWidth: '5em', textAlign: 'end', color: 'text.secondary' }}>{say('notLooked')}</Box>}
    </Box>
  );
};

const Drawn = ({ child, sheet, draw }: { child: Workflow; sheet: Sheet; draw: Draw }) => {
  const say = useWords();
  const text = useText();
  const takeIn = useTakeIn();
  const label = useId();
  const [acting, setActing] = useState<CaseRecord | null>(null);
  const { data, error, refetch } = useDrawn(child.name, draw.drawn);
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  const looked = (data ?? []).filter((one) => foundIn(sheet, draw, one) !== null);
  const left = (data ?? []).length - looked.length;
  const wrong = looked.filter((one) => foundIn(sheet, draw, one) === 'wrong').length;
  const sent = (after: CaseRecord) => {
    takeIn(after);
    setActing(null);
  };
  return (
    <>
      <Typography variant="body2" color="textSecondary">{say('drawnFrom', { n: draw.drawn.length, of: draw.of, at: text(momentText(draw.drawnAt)), seed: draw.seed })}</Typography>
      <Typography id={label} role="status" sx={{ mt: 0.5 }}>{data ? say('lookedAt', { looked: looked.length, left, wrong }) : say('loading')}</Typography>
      <LinearProgress variant={data ? 'determinate' : 'indeterminate'} value={data && data.length > 0 ? (looked.length / data.length) * 100 : 0} aria-labelledby={label} sx={{ my: 1 }} />
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {[...(data ?? [])].sort((a, b) => Number(foundIn(sheet, draw, a) !== null) - Number(foundIn(sheet, draw, b) !== null)).map((one) => <Line key={one.id} child={child} sheet={sheet} draw={draw} one={one} act={setActing} />)}
      </Box>
      {acting && <EventDialog key={acting.id} workflow={child} one={acting} log={[]} event={sheet.event} close={() => setActing(null)} sent={sent} />}
    </>
  );
};

/** Nothing where the case keeps no draw. */
export const SampleSheet = ({ workflow: { sheet }, one }: { workflow: Workflow; one: CaseRecord }) => {
  const say = useWords();
  const child = useFound(sheet?.of);
  const draw = sheet && (one.data[sheet.draw] as Draw | null | undefined);
  if (!sheet || !child || !draw) return null;
  return <Section title={say('sample')} print={false}><Drawn child={child} sheet={sheet} draw={draw} /></Section>;
};
