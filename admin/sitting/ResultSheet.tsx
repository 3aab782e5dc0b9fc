/** What came of a sitting, case by case, on paper too. */
import Box from '@mui/material/Box';
import GlobalStyles from '@mui/material/GlobalStyles';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { Link as To } from 'react-router-dom';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { printSheet } from '../case/print-sheet.ts';
import { momentText } from '../case/standing.ts';
import { titleText } from '../case/titles.ts';
import { UnitName } from '../common/UnitName.tsx';
import { useLang, useText } from '../i18n/text.ts';
import type { SittingRecord } from '../provider/records.ts';
import { countsOf } from './places.ts';
import { useSittingWords } from './use-sitting-words.ts';
import { remarksOf } from './words.ts';

export const ResultSheet = ({ sitting, registry }: { sitting: SittingRecord; registry: readonly Workflow[] }) => {
  const say = useSittingWords();
  const text = useText();
  const lang = useLang();
  const joint = lang === 'zh' ? '；' : '; ';
  return (
    <Box component="section" aria-labelledby="sitting-sheet" sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, p: { xs: 1, sm: 2 }, overflowX: 'auto', '@media print': { border: 0, p: 0 } }}>
      <GlobalStyles styles={printSheet} />
      <Typography id="sitting-sheet" variant="h6" component="h2">{say('sheetTitle')}</Typography>
      <Typography variant="body2">{say('signer', { name: sitting.name })} · {text(momentText(sitting.at))}</Typography>
      <Typography variant="body2" sx={{ mb: 1 }}>{say('counted', countsOf(sitting))}</Typography>
      <Table size="small" sx={{ '& td, & th': { px: { xs: 0.75, sm: 2 }, verticalAlign: 'top', overflowWrap: 'anywhere' } }}>
        <TableHead>
          <TableRow>{(['case', 'process', 'unit', 'result', 'why'] as const).map((name) => <TableCell key={name} sx={name === 'process' || name === 'unit' ? { display: { xs: 'none', md: 'table-cell' }, displayPrint: 'table-cell' } : {}}>{say(name)}</TableCell>)}</TableRow>
        </TableHead>
        <TableBody>
          {sitting.items.map((item) => {
            const workflow = registry.find(({ name }) => name === item.workflow);
            return (
              <TableRow key={item.case} sx={{ breakInside: 'avoid' }}>
                <TableCell component="th" scope="row"><Link sx={{ display: 'inline-block', minHeight: 24, minWidth: 24 }} component={To} to={`/${item.workflow}/${encodeURIComponent(item.case)}/show`}>{titleText(workflow, item.title, lang)}</Link></TableCell>
                <TableCell sx={{ display: { xs: 'none', md: 'table-cell' }, displayPrint: 'table-cell' }}>{text(workflow?.title) || item.workflow}</TableCell>
                <TableCell sx={{ display: { xs: 'none', md: 'table-cell' }, displayPrint: 'table-cell' }}><UnitName id={item.unit} /></TableCell>
                <TableCell>{say(`results.${item.result ?? 'left'}`)}{item.behalf && item.result === 'signed' && ` · ${say('behalf', { name: item.behalf })}`}</TableCell>
                <TableCell>{remarksOf(workflow, item, say, lang).join(joint)}</TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </Box>
  );
};
