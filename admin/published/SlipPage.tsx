/** The slip that a household is given: on screen as on paper. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import GlobalStyles from '@mui/material/GlobalStyles';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Link, useParams } from 'react-router-dom';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { asCase } from '../case/as-case.ts';
import { printSheet } from '../case/print-sheet.ts';
import { useFound } from '../case/registry.ts';
import { dateText } from '../case/standing.ts';
import { useCase } from '../case/use-case.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { useOffice } from '../common/office.ts';
import { PageTitle } from '../common/PageTitle.tsx';
import { UnitName } from '../common/UnitName.tsx';
import { useText } from '../i18n/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import type { CaseRecord } from '../provider/records.ts';
import { usePublishedWords } from './use-published.ts';

const Sheet = ({ workflow: { slip }, one }: { workflow: Workflow; one: CaseRecord }) => {
  const say = usePublishedWords();
  const text = useText();
  const office = useOffice();
  if (!slip?.states.includes(one.state)) return <EmptyState title={say('nothing')} />;
  const now = office?.now;
  return (
    <Paper variant="outlined" component="article" aria-labelledby="slip-title" sx={{ p: { xs: 2, sm: 4 }, maxWidth: 720, '@media print': { border: 0, p: 0, maxWidth: 'none' } }}>
      <Typography id="slip-title" variant="h5" component="h2" sx={{ textAlign: 'center', mb: 3 }}>{text(slip.title)}</Typography>
      <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(7em, 36%) 1fr', sm: '12em 1fr' }, rowGap: 1.25, columnGap: 2, m: 0, '@media print': { gridTemplateColumns: '12em 1fr' } }}>
        {slip.lines(asCase(one)).map(({ label, value }) => (
          <Box key={label.zh} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ color: 'text.secondary' }}>{text(label)}</Box>
            <Box component="dd" sx={{ m: 0 }}>{text(value)}</Box>
          </Box>
        ))}
        <Box component="dt" sx={{ color: 'text.secondary' }}>{say('unit')}</Box>
        <Box component="dd" sx={{ m: 0 }}><UnitName id={one.unit} /></Box>
        {now && <><Box component="dt" sx={{ color: 'text.secondary' }}>{say('made')}</Box><Box component="dd" sx={{ m: 0 }}>{text(dateText(now))}</Box></>}
      </Box>
      <Typography variant="body2" sx={{ mt: 3 }}>{text(slip.foot)}</Typography>
      <Typography sx={{ mt: 4 }}>{say('receipt')}</Typography>
    </Paper>
  );
};

export const SlipPage = () => {
  const say = usePublishedWords();
  const { workflow: name = '', id = '' } = useParams();
  const workflow = useFound(name);
  const { data, error, refetch } = useCase(name, id);
  return (
    <>
      <GlobalStyles styles={printSheet} />
      <Box sx={{ displayPrint: 'none' }}><PageTitle>{say('slip')}</PageTitle></Box>
      <Stack direction="row" spacing={1} sx={{ mb: 2, displayPrint: 'none' }}>
        <Button variant="contained" disabled={!data} onClick={() => window.print()}>{say('print')}</Button>
        <Button component={Link} to={`/${name}/${encodeURIComponent(id)}/show`}>{say('back')}</Button>
      </Stack>
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : !data || !workflow ? <PageLoading /> : <Sheet workflow={workflow} one={data} />}
    </>
  );
};
