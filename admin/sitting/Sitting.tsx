/** A sitting under way: the list beside the case, three keys, and one button for all that is clean. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import { useMemo, useState } from 'react';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Data } from '../../workflows/kit/words.ts';
import { RefusalAlert } from '../case/RefusalAlert.tsx';
import type { Outcome, Refusal } from '../case/refusal.ts';
import { useCase } from '../case/use-case.ts';
import { ErrorState } from '../common/ErrorState.tsx';
import { useKeys } from '../desk/use-keys.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import type { CaseRecord, SittingItem, SittingRecord } from '../provider/records.ts';
import { BackDialog } from './BackDialog.tsx';
import { CleanDialog } from './CleanDialog.tsx';
import { ItemList } from './ItemList.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { countsOf, isClean, isLeft, nextLeft, placeKey, placeOf, placesOf, type SigningPlace } from './places.ts';
import { ResultSheet } from './ResultSheet.tsx';
import { SignedWith } from './SignedWith.tsx';
import { SittingActs } from './SittingActs.tsx';
import { SittingCase } from './SittingCase.tsx';
import { useForms } from './use-forms.ts';
import { useSittingActs, type Acted } from './use-sitting.ts';
import { useSittingWords } from './use-sitting-words.ts';

const SIDE_BY_SIDE = { display: 'grid', gridTemplateColumns: 'minmax(240px, 320px) minmax(0, 1fr)', gap: 2, alignItems: 'start' } as const;
const THUMB_PX = 96;
type Said = { readonly text: string } | { readonly refusal: Refusal; readonly workflow: Workflow } | null;

/** A step back or forth, round from the last to the first. */
const stepFrom = (items: readonly SittingItem[], at: string, step: 1 | -1): string => items[(items.findIndex((item) => item.case === at) + step + items.length) % items.length]?.case ?? at;

const Here = ({ place, item, error, one, retry }: { place: SigningPlace | undefined; item: SittingItem | undefined; error: Error | null; one: CaseRecord | undefined; retry: () => void }) => {
  if (error) return <ErrorState error={error} retry={retry} />;
  return place && item && one ? <SittingCase place={place} item={item} one={one} /> : <PageLoading />;
};

export const Sitting = ({ sitting, registry }: { sitting: SittingRecord; registry: readonly Workflow[] }) => {
  const say = useSittingWords();
  const phone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'), { noSsr: true });
  const { items } = sitting;
  const places = useMemo(() => placesOf(registry).filter(({ workflow, state }) => items.some((item) => item.workflow === workflow.name && item.state === state)), [registry, items]);
  const { forms, set, complete, incomplete } = useForms(places);
  const acts = useSittingActs(sitting.id);
  const counts = countsOf(sitting);
  const [at, setAt] = useState(() => items.find(isLeft)?.case ?? items[0]?.case ?? '');
  const [open, setOpen] = useState<'back' | 'sign' | 'clean' | 'list' | null>(null);
  const [sheet, setSheet] = useState(counts.left === 0);
  const [again, setAgain] = useState(!sitting.confirmed && counts.left > 0);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said>(null);
  const item = items.find((one) => one.case === at);
  const place = item && placeOf(registry, item);
  const { data: one, error, refetch } = useCase(item?.workflow ?? '', at);
  const clean = items.filter((each) => isClean(each) && complete[placeKey(each)] !== undefined).length;

  const settled = ({ outcome, after }: Acted, text: (now: SittingRecord) => string): Outcome => {
    if (outcome.kind === 'confirmAgain') {
      setAgain(true);
      return { kind: 'forbidden' };
    }
    if (outcome.kind !== 'sent' || !after) {
      if (place && outcome.kind !== 'sent') setSaid({ refusal: outcome, workflow: place.workflow });
      return outcome;
    }
    setSaid({ text: text(after) });
    // What was opened while the answer was on its way stays open.
    setOpen((now) => (now === 'back' || now === 'sign' ? null : now));
    const next = nextLeft(after.items, at);
    if (next) setAt(next);
    else setSheet(true);
    return outcome;
  };
  const act = async (kind: 'sign' | 'back', data: Data): Promise<Outcome> => {
    if (!item || !one || busy) return { kind: 'notOffered' };
    setBusy(true);
    const acted = await acts.one(kind, item.case, one.version, data);
    setBusy(false);
    return settled(acted, () => say(kind === 'sign' ? 'signedOne' : 'backOne', { title: item.title }));
  };
  const signHere = (): void => {
    if (!item || !isLeft(item) || !one) return;
    const data = complete[placeKey(item)];
    if (data) void act('sign', data);
    else setOpen('sign');
  };
  const signClean = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const acted = await acts.clean(complete);
    setBusy(false);
    setOpen(null);
    settled(acted, (now) => say('cleanDone', { signed: countsOf(now).signed - counts.signed, left: countsOf(now).left }));
  };
  const go = (id: string): void => {
    setAt(id);
    setSaid(null);
    if (open === 'list') setOpen(null);
  };
  const walk = {
    sign: signHere, back: () => { if (item && isLeft(item) && one) setOpen('back'); }, skip: () => go(nextLeft(items, at) ?? at),
    next: () => go(stepFrom(items, at, 1)), previous: () => go(stepFrom(items, at, -1)),
  };
  useKeys({ s: walk.sign, r: walk.back, n: walk.skip, j: walk.next, ArrowDown: walk.next, k: walk.previous, ArrowUp: walk.previous }, !sheet && !again && (open === null || open === 'list'));

  const list = <Paper variant="outlined" sx={{ display: 'flex', flexDirection: 'column', maxHeight: phone ? '50dvh' : 'calc(100dvh - 160px)', position: phone ? 'static' : 'sticky', top: 56, mb: 2 }}><ItemList registry={registry} items={items} here={at} go={go} /></Paper>;
  const confirmAnew = async (password: string): Promise<string | null> => {
    const confirmed = await acts.confirm(password, (minutes) => say('locked', { minutes }));
    if (!confirmed.ok) return confirmed.error;
    setAgain(false);
    return null;
  };
  return (
    <Box sx={{ pb: phone && !sheet ? `${THUMB_PX}px` : 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 2, displayPrint: 'none' }}>
        <Typography role="status" aria-label={say('progress')}>{say('counted', counts)}</Typography>
        {!sheet && clean > 0 && !again && <Button variant="contained" onClick={() => setOpen('clean')}>{say('clean', { smart_count: clean })}</Button>}
        {items.length > 0 && <Button variant="outlined" onClick={() => setSheet(!sheet)}>{say(sheet ? 'backToCases' : 'sheet')}</Button>}
        {sheet && <Button variant="outlined" onClick={() => window.print()}>{say('print')}</Button>}
        {phone && !sheet && <Button variant="outlined" onClick={() => setOpen(open === 'list' ? null : 'list')} aria-expanded={open === 'list'}>{say('showList')}</Button>}
        {!phone && !sheet && <Typography variant="body2" color="textSecondary">{say('keys')}</Typography>}
      </Box>
      <Box role="status" sx={{ displayPrint: 'none' }}>
        {said && 'text' in said && <Alert severity="success" sx={{ mb: 2 }}>{said.text}</Alert>}
        {counts.left === 0 && items.length > 0 && <Alert severity="info" sx={{ mb: 2 }}>{say('finished')}</Alert>}
      </Box>
      {said && 'refusal' in said && open === null && <Box sx={{ mb: 2 }}><RefusalAlert workflow={said.workflow} refusal={said.refusal} /></Box>}
      {again && <Alert severity="warning" sx={{ mb: 2, '& .MuiAlert-message': { flex: 1 } }}><Typography sx={{ mb: 1 }}>{say('again')}</Typography><PasswordForm label={say('confirm')} send={confirmAnew} /></Alert>}
      {sheet && <ResultSheet sitting={sitting} registry={registry} />}
      {!sheet && (
        <Box sx={phone ? {} : SIDE_BY_SIDE}>
          {(!phone || open === 'list') && list}
          <Box sx={{ minWidth: 0 }}>
            {!phone && <SittingActs acts={walk} phone={false} />}
            {place && item && isLeft(item) && <SignedWith places={[place]} forms={forms} set={set} />}
            <Here place={place} item={item} error={error} one={one} retry={() => void refetch()} />
          </Box>
        </Box>
      )}
      {phone && !sheet && <SittingActs acts={walk} phone />}
      {open === 'clean' && <CleanDialog clean={clean} flagged={counts.left - clean} incomplete={incomplete} busy={busy} close={() => setOpen(null)} sign={() => void signClean()}><SignedWith places={places} forms={forms} set={set} /></CleanDialog>}
      {(open === 'back' || open === 'sign') && place && item && (
        <BackDialog key={`${at}.${open}`} place={place} item={item} event={place[open]} initial={open === 'sign' ? (forms[placeKey(item)] ?? {}) : {}} close={() => setOpen(null)} send={(data) => act(open, data)} />
      )}
    </Box>
  );
};
