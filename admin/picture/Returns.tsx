/** Why cases of each process were sent back in the period; each number opens those cases. */
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { PictureView, ProcessView } from '../../workflows/kit/picture.ts';
import { returnReasons } from '../../workflows/kit/returns.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { useRegistry } from '../case/registry.ts';
import { Section } from '../case/Section.tsx';
import { useText } from '../i18n/text.ts';
import { Count } from './Counts.tsx';
import { dense } from './look.ts';
import { casesPath, sentBack } from './openings.ts';
import { usePictureWords } from './use-picture.ts';

type Returned = { readonly workflow: Workflow; readonly returns: NonNullable<ProcessView['returns']> };

/** Of a process the whole comes first, then its reasons. */
const Rows = ({ view, of: { workflow, returns } }: { view: PictureView; of: Returned }) => {
  const say = usePictureWords();
  const text = useText();
  const words = new Map(returnReasons(workflow).map(({ value, label }) => [value, text(label)]));
  const lines = [{ reason: null, ...returns }, ...returns.reasons];
  return lines.map(({ reason, cases, times }) => {
    const name = reason === null ? say('anyReason') : `${reason} ${words.get(reason) ?? ''}`;
    return (
      <TableRow key={reason ?? ''} sx={reason === null ? { '& th, & td': { fontWeight: 600 } } : {}}>
        <TableCell component="th" scope="row">{reason === null ? text(workflow.title) : <Box component="span" sx={{ pl: 2 }}>{name}</Box>}</TableCell>
        <TableCell align="right"><Count to={casesPath(workflow.name, sentBack(view, reason))} label={say('sentBackOf', { of: `${text(workflow.title)} ${name}`, count: cases })}>{cases}</Count></TableCell>
        <TableCell align="right">{times}</TableCell>
      </TableRow>
    );
  });
};

export const ReturnsSection = ({ view, period }: { view: PictureView; period: string }) => {
  const say = usePictureWords();
  const registry = useRegistry();
  const returned = view.processes.flatMap(({ workflow: name, returns }): Returned[] => registry.filter((one) => one.name === name && returns !== null && returns.cases > 0).map((workflow) => ({ workflow, returns: returns as Returned['returns'] })));
  return (
    <Section title={say('returns')}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>{say('returnsHint', { period })}</Typography>
      {returned.length === 0 ? <Typography>{say('noReturns')}</Typography> : (
        <TableContainer tabIndex={0} role="region" aria-label={say('returns')}>
          <Table size="small" aria-label={say('returns')} sx={{ ...dense, maxWidth: 720 }}>
            <TableHead><TableRow><TableCell>{say('reason')}</TableCell><TableCell align="right">{say('cases')}</TableCell><TableCell align="right">{say('times')}</TableCell></TableRow></TableHead>
            <TableBody>{returned.map((of) => <Rows key={of.workflow.name} view={view} of={of} />)}</TableBody>
          </Table>
        </TableContainer>
      )}
    </Section>
  );
};
