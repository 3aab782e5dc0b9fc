/** One import, from its file to its result; the page shows the step it stands at. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Step from '@mui/material/Step';
import StepLabel from '@mui/material/StepLabel';
import Stepper from '@mui/material/Stepper';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import { useState } from 'react';
import { HttpError } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { refusals, type Refusal } from '../../workflows/office/import/problems.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { PageTitle } from '../common/PageTitle.tsx';
import { useText } from '../i18n/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import type { ImportRecord } from '../provider/records.ts';
import { ColumnsStep } from './ColumnsStep.tsx';
import { ImportTrouble, Why } from './ImportTrouble.tsx';
import type { ImportWord } from './messages.ts';
import { PreviewStep } from './PreviewStep.tsx';
import { useStanding } from './standing.ts';
import { runs, useImport, useImportWords, useMove } from './use-imports.ts';

const steps: readonly ImportWord[] = ['stepFile', 'stepColumns', 'stepPreview', 'stepRun', 'stepResult'];
const stepOf: Readonly<Record<ImportRecord['state'], number>> = { refused: 0, uploaded: 1, discarded: 1, checking: 2, checked: 2, loading: 3, loaded: 4, undoing: 4, undone: 4 };

const Running = ({ one }: { one: ImportRecord }) => {
  const say = useImportWords();
  const standing = useStanding();
  const share = one.state === 'loading' && one.good > 0 ? (one.loaded / one.good) * 100 : null;
  return (
    <Stack spacing={1}>
      <Typography role="status">{standing(one)}</Typography>
      <LinearProgress aria-label={say('progress')} {...(share === null ? {} : { variant: 'determinate' as const, value: share })} />
    </Stack>
  );
};

const Refused = ({ why }: { why: string }) => {
  const text = useText();
  if (!(why in refusals)) return <Why why={why} />;
  const { title, remedy } = refusals[why as Refusal];
  return <Alert severity="error"><strong>{text(title)}</strong><br />{text(remedy)}</Alert>;
};

const Result = ({ one }: { one: ImportRecord }) => {
  const say = useImportWords();
  const standing = useStanding();
  const move = useMove(one.id);
  return (
    <Stack spacing={2} sx={{ alignItems: 'start' }}>
      <Alert severity={one.state === 'loaded' ? 'success' : 'info'} role="status">{standing(one)}</Alert>
      {one.skipped > 0 && one.state === 'loaded' && <Alert severity="info">{say('skipped', { smart_count: one.skipped })}</Alert>}
      {one.why !== null && !move.error && <Refused why={one.why} />}
      <ImportTrouble error={move.error} />
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        {one.state === 'loaded' && <Button variant="outlined" color="error" disabled={move.isPending} onClick={() => move.mutate({ step: 'undo' })}>{say('undo')}</Button>}
        <Button component={Link} to="/imports">{say('another')}</Button>
      </Stack>
    </Stack>
  );
};

const AtStep = ({ one }: { one: ImportRecord }) => {
  const [again, setAgain] = useState(false);
  if (runs(one)) return <Running one={one} />;
  if (one.state === 'uploaded' || (one.state === 'checked' && again)) return <Stack spacing={2}>{one.why !== null && <Refused why={one.why} />}<ColumnsStep one={one} /></Stack>;
  return one.state === 'checked' ? <PreviewStep one={one} back={() => setAgain(true)} /> : <Result one={one} />;
};

const Standing = ({ one }: { one: ImportRecord }) => {
  const say = useImportWords();
  const phone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'), { noSsr: true });
  const at = stepOf[one.state];
  return (
    <>
      <PageTitle>{one.name || say('noName')}</PageTitle>
      <Paper sx={{ p: 2 }}>
        <Stack spacing={3}>
          <Stepper activeStep={at} alternativeLabel={!phone} orientation={phone ? 'vertical' : 'horizontal'} aria-label={say('steps')}>
            {steps.map((step) => <Step key={step}><StepLabel>{say(step)}</StepLabel></Step>)}
          </Stepper>
          <AtStep key={one.state === 'checking' ? 'checking' : one.id} one={one} />
        </Stack>
      </Paper>
    </>
  );
};

export const ImportPage = () => {
  const { id = '' } = useParams();
  const say = useImportWords();
  const { data, error, refetch } = useImport(id);
  if (data) return <Standing one={data} />;
  if (!error) return <PageLoading />;
  return <><PageTitle>{say('menu')}</PageTitle>{error instanceof HttpError && error.status === 404 ? <EmptyState title={say('none')} /> : <ErrorState error={error} retry={() => void refetch()} />}</>;
};
