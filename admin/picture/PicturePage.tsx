/** The office at one look, for who answers for others' work: what is open where, how long and with whom, money, and why things came back. */
import Box from '@mui/material/Box';
import GlobalStyles from '@mui/material/GlobalStyles';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import { HttpError } from 'react-admin';
import type { PictureView } from '../../workflows/kit/picture.ts';
import type { Period } from '../../workflows/office/periods.ts';
import { dayOf } from '../../workflows/office/working-days.ts';
import { printSheet } from '../case/print-sheet.ts';
import { useRegistry } from '../case/registry.ts';
import { Section } from '../case/Section.tsx';
import { dayText, momentText } from '../case/standing.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { useNow, useUnits } from '../common/office.ts';
import { PageTitle } from '../common/PageTitle.tsx';
import { useText } from '../i18n/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import { readAsked, useChoosing, type Asked, type Choose } from './asked.ts';
import { Choices } from './Choices.tsx';
import { MatrixCards } from './MatrixCards.tsx';
import { MatrixTable } from './MatrixTable.tsx';
import { matrixOf } from './matrix.ts';
import { MoneySection } from './Money.tsx';
import { ReturnsSection } from './Returns.tsx';
import { Standing } from './Standing.tsx';
import { usePicture, usePictureWords } from './use-picture.ts';

const useNames = () => {
  const text = useText();
  const units = useUnits();
  const registry = useRegistry();
  return {
    unit: (id: string): string => text(units.find((one) => one.id === id)?.name) || id,
    process: (name: string): string => text(registry.find((one) => one.name === name)?.title) || name,
  };
};

const usePeriodText = () => {
  const say = usePictureWords();
  const text = useText();
  return ({ from, to }: Period): string => say('period', { from: text(dayText(from)), to: text(dayText(to)) });
};

type Shown = { readonly view: PictureView; readonly asked: Asked; readonly choose: Choose };

const OpenCases = ({ view, asked, choose }: Shown) => {
  const say = usePictureWords();
  const names = useNames();
  const units = useUnits();
  const phone = useMediaQuery<Theme>((theme) => `${theme.breakpoints.down('md').replace('@media ', '@media screen and ')}`, { noSsr: true });
  const matrix = matrixOf(view.processes, view.unit === null ? units : units.filter(({ id }) => id === view.unit));
  const ofUnitAlone = (unit: string): string => `?${new URLSearchParams({ from: asked.from, to: asked.to, unit }).toString()}`;
  return (
    <Section title={say('matrix')}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>{say('overdueHint')}</Typography>
      {matrix.all.open === 0 ? <Typography>{say('nothingOpen')}</Typography>
        : phone ? <MatrixCards view={view} matrix={matrix} names={names} by={asked.by} choose={choose} /> : <MatrixTable view={view} matrix={matrix} names={names} ofUnitAlone={ofUnitAlone} />}
    </Section>
  );
};

const Whole = (shown: Shown) => {
  const { view, asked, choose } = shown;
  const say = usePictureWords();
  const text = useText();
  const names = useNames();
  const period = usePeriodText()(view);
  return (
    <>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>{say('standsAt', { at: text(momentText(view.at)) })}</Typography>
      <Typography variant="body2" sx={{ display: 'none', displayPrint: 'block', mb: 2 }}>{say('printed', { unit: view.unit === null ? say('allUnits') : names.unit(view.unit), period })}</Typography>
      {view.processes.length === 0 ? <EmptyState title={say('none')} /> : <><OpenCases {...shown} /><Standing view={view} process={asked.process} choose={choose} units={names.unit} /></>}
      {view.money && <MoneySection money={view.money} />}
      {view.processes.some(({ returns }) => returns !== null) && <ReturnsSection view={view} period={period} />}
    </>
  );
};

const Refused = ({ error, retry }: { error: unknown; retry: () => void }) => {
  const say = usePictureWords();
  const status = error instanceof HttpError ? error.status : 0;
  return status === 403 ? <EmptyState title={say('notYours')} /> : <ErrorState error={error} retry={retry} />;
};

export const PicturePage = () => {
  const say = usePictureWords();
  const now = useNow();
  const [params, choose] = useChoosing();
  const periodText = usePeriodText();
  const asked = now === null ? null : readAsked(params, dayOf(now));
  const { data, error, refetch, isPlaceholderData } = usePicture(asked && { from: asked.from, to: asked.to, unit: asked.unit });
  return (
    <Box sx={{ minWidth: 0 }}>
      <GlobalStyles styles={printSheet} />
      <PageTitle>{say('menu')}</PageTitle>
      {asked && <Choices asked={asked} choose={choose} period={periodText(asked)} />}
      {isPlaceholderData && <PageLoading />}
      {error ? <Refused error={error} retry={() => void refetch()} /> : data && asked ? <Whole view={data} asked={asked} choose={choose} /> : <PageLoading />}
    </Box>
  );
};
