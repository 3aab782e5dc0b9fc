/** The report of a case: its figures, each a link to what it counts; what is signed, and what is still provisional. */
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import PrintIcon from '@mui/icons-material/PrintOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import GlobalStyles from '@mui/material/GlobalStyles';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { HttpError } from 'react-admin';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import type { ReportView } from '../../workflows/kit/report-view.ts';
import { printSheet } from '../case/print-sheet.ts';
import { momentText } from '../case/standing.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { PageTitle } from '../common/PageTitle.tsx';
import { useText } from '../i18n/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import { missingIn } from './missing.ts';
import { Part } from './Parts.tsx';
import { Signatures } from './Signatures.tsx';
import { usePaper, useReport, useReportWords } from './use-report.ts';

type Place = { readonly workflow: string; readonly id: string; readonly round: number | null };

const Papers = ({ workflow, id, round }: Place) => {
  const say = useReportWords();
  const { mutate, isPending, error } = usePaper(workflow, id, round);
  const missing = missingIn(error);
  return (
    <Box sx={{ displayPrint: 'none', mb: 2 }}>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        {(['docx', 'pdf'] as const).map((format) => <Button key={format} variant="outlined" startIcon={<DownloadIcon />} disabled={isPending} onClick={() => mutate(format)}>{say(format)}</Button>)}
        <Button variant="outlined" startIcon={<PrintIcon />} onClick={() => window.print()} sx={{ display: { xs: 'none', md: 'inline-flex' } }}>{say('print')}</Button>
        <Button component={Link} to={`/${workflow}/${encodeURIComponent(id)}/show`}>{say('back')}</Button>
        <Typography role="status" variant="body2">{isPending ? say('setting') : ''}</Typography>
      </Stack>
      {missing !== null && <Alert severity="error" sx={{ mt: 1 }}>{say('unprintable', { characters: missing })}</Alert>}
      {error && missing === null && <ErrorState error={error} />}
    </Box>
  );
};

const NOW = 'now';
const Rounds = ({ view, round, choose }: { view: ReportView; round: number | null; choose: (round: number | null) => void }) => {
  const say = useReportWords();
  const text = useText();
  if (view.rounds.length === 0 || (view.rounds.length === 1 && !view.provisional && round === null)) return null;
  return (
    <TextField select size="small" label={say('which')} value={round ?? (view.provisional ? NOW : view.round)} onChange={({ target: { value } }) => choose(value === NOW ? null : Number(value))} sx={{ mb: 2, minWidth: 240, displayPrint: 'none' }}>
      {(view.provisional || round !== null) && <MenuItem value={NOW}>{say('now')}</MenuItem>}
      {view.rounds.map((one) => <MenuItem key={one.round} value={one.round}>{say('round', { round: one.round, at: text(momentText(one.at)) })}</MenuItem>)}
    </TextField>
  );
};

const Whole = ({ view, place, choose }: { view: ReportView; place: Place; choose: (round: number | null) => void }) => {
  const say = useReportWords();
  const text = useText();
  const at = text(momentText(view.at));
  return (
    <>
      <PageTitle>{`${text(view.title)}${text({ zh: '（', en: ', ' })}${text(view.about)}${text({ zh: '）', en: '' })}`}</PageTitle>
      <Rounds view={view} round={place.round} choose={choose} />
      <Alert severity={view.provisional ? 'warning' : 'success'} sx={{ mb: 2 }}>{say(view.provisional ? 'provisional' : 'signed', { at })}</Alert>
      <Papers {...place} />
      {view.parts.map((part) => <Part key={part.title.zh} part={part} />)}
      <Signatures signatures={view.signatures} />
      {view.hides.map((why) => <Typography key={why} variant="body2" color="textSecondary">{say(why)}</Typography>)}
      <Typography variant="body2" color="textSecondary">{say('list', { at, cases: view.cases })}{' '}<Box component="code" sx={{ overflowWrap: 'anywhere' }}>{view.digest}</Box></Typography>
    </>
  );
};

const Asked = (place: Place & { choose: (round: number | null) => void }) => {
  const say = useReportWords();
  const { data, error, isPending, refetch } = useReport(place.workflow, place.id, place.round);
  if (data) return <Whole view={data} place={place} choose={place.choose} />;
  if (isPending) return <Box role="status"><PageLoading /><Typography align="center">{say('loading')}</Typography></Box>;
  return error instanceof HttpError && error.status === 404 ? <EmptyState title={say('notFound')} /> : <ErrorState error={error} retry={() => void refetch()} />;
};

export const ReportPage = () => {
  const { workflow = '', id = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const round = Number(params.get('round')) || null;
  return (
    <Box sx={{ minWidth: 0 }}>
      <GlobalStyles styles={printSheet} />
      <Asked workflow={workflow} id={id} round={round} choose={(chosen) => setParams(chosen === null ? {} : { round: String(chosen) })} />
    </Box>
  );
};
