/** The sheet as it hangs: what stands on it, and the papers to print. */
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import PublicIcon from '@mui/icons-material/PublicOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { PosterSheet } from '../../workflows/kit/published.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Case } from '../../workflows/kit/words.ts';
import { Section } from '../case/Section.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { saveFile } from '../common/save-file.ts';
import { UnitName } from '../common/UnitName.tsx';
import { useLang, useText } from '../i18n/text.ts';
import { useCasework, type PaperFormat } from '../provider/data-provider.ts';
import type { CaseRecord } from '../provider/records.ts';
import { missingIn } from '../report/missing.ts';
import { useReportWords } from '../report/use-report.ts';
import type { posterMessages } from './messages.ts';

const usePosterWords = () => {
  const translate = useTranslate();
  return (key: keyof typeof posterMessages.poster): string => translate(`poster.${key}`);
};

const Papers = ({ one, shown }: { one: CaseRecord; shown: boolean }) => {
  const say = usePosterWords();
  const tell = useReportWords();
  const lang = useLang();
  const casework = useCasework();
  const { mutate, isPending, error } = useMutation({ mutationFn: (format: PaperFormat) => casework.takePoster(one.workflow, one.id, { format, lang }), onSuccess: ({ data }) => saveFile(data) });
  const missing = missingIn(error);
  return (
    <Box sx={{ displayPrint: 'none', mb: 1 }}>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        {(['pdf', 'docx'] as const).map((format) => <Button key={format} variant="outlined" startIcon={<DownloadIcon />} disabled={isPending} onClick={() => mutate(format)}>{tell(format)}</Button>)}
        {shown && <Button component="a" href={`/public/notices/${encodeURIComponent(one.id)}?lang=${lang}`} target="_blank" rel="noopener" startIcon={<PublicIcon />}>{say('page')}</Button>}
        <Typography role="status" variant="body2">{isPending ? tell('setting') : ''}</Typography>
      </Stack>
      {missing !== null && <Alert severity="error" sx={{ mt: 1 }}>{tell('unprintable', { characters: missing })}</Alert>}
      {error && missing === null && <ErrorState error={error} />}
    </Box>
  );
};

const border = { borderBottom: 1, borderColor: 'divider', py: 0.75, pr: 2 } as const;

const Lines = ({ columns, numeric, rows }: PosterSheet) => {
  const text = useText();
  const side = (i: number) => (numeric.includes(i) ? 'end' : 'start');
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={columns.map((one) => text(one)).join(', ')}>
      <Box component="table" sx={{ borderCollapse: 'collapse', width: '100%', my: 1, '& th, & td': { ...border, verticalAlign: 'top' } }}>
        <thead><tr>{columns.map((one, i) => <Box component="th" scope="col" key={one.en} sx={{ textAlign: side(i), fontWeight: 600 }}>{text(one)}</Box>)}</tr></thead>
        <tbody>{rows.map((row, n) => <tr key={n}>{row.map((cell, i) => <Box component="td" key={columns[i]?.en} sx={{ textAlign: side(i) }}>{text(cell)}</Box>)}</tr>)}</tbody>
      </Box>
    </Box>
  );
};

export const Poster = ({ workflow: { poster }, one }: { workflow: Workflow; one: CaseRecord }) => {
  const say = usePosterWords();
  const text = useText();
  if (!poster) return null;
  const sheet = poster.sheet(one as unknown as Case);
  return (
    <Section title={say('title')}>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1, displayPrint: 'none' }}>{say('help')}</Typography>
      {poster.draft.includes(one.state) && <Alert severity="warning" sx={{ mb: 1 }}>{say('draft')}</Alert>}
      <Papers one={one} shown={poster.shown.includes(one.state)} />
      <Typography variant="h6" component="p">{text(sheet.title)}</Typography>
      <Typography color="text.secondary"><UnitName id={one.unit} /> {text(sheet.under)}</Typography>
      {sheet.says.map((said) => <Typography key={said.en} sx={{ mt: 1 }}>{text(said)}</Typography>)}
      <Lines {...sheet} />
      {sheet.foot.map((said) => <Typography key={said.en} variant="body2" sx={{ mb: 0.5 }}>{text(said)}</Typography>)}
    </Section>
  );
};
