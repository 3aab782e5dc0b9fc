/** Where the cases of a process wait: how many, how long the eldest, and with whom. */
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { PictureView, ProcessView, StateView } from '../../workflows/kit/picture.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { postName } from '../../workflows/office/posts.ts';
import { stateName } from '../case/standing.ts';
import { useText } from '../i18n/text.ts';
import { Count, LateCount, OpenCount } from './Counts.tsx';
import { dense } from './look.ts';
import { usePictureWords } from './use-picture.ts';

const useHolders = () => {
  const say = usePictureWords();
  const text = useText();
  return ({ oldest: { holders } }: StateView): string =>
    (holders.length === 0 ? say('goesOn')
      : holders.map(({ post, people }) => (people.length === 0 ? say('nobodyThere', { post: text(postName(post)) }) : say('holder', { post: text(postName(post)), people: people.join(text({ zh: '、', en: ', ' })) }))).join(text({ zh: '；', en: '; ' })));
};

const HEADS = ['state', 'waiting', 'overdue', 'oldest', 'holders'] as const;
const NUMBERS: readonly string[] = ['waiting', 'overdue', 'oldest'];

/** `units` names a unit; the case's stands under its days, unless one unit alone is looked at. */
export const StateTable = ({ id, view, workflow, of: { states }, units }: { id: string; view: PictureView; workflow: Workflow; of: ProcessView; units: (id: string) => string }) => {
  const say = usePictureWords();
  const text = useText();
  const holders = useHolders();
  const title = `${text(workflow.title)}${text({ zh: '：', en: ': ' })}${say('standing')}`;
  return (
    <TableContainer id={id} tabIndex={0} role="region" aria-label={title}>
      <Table size="small" aria-label={title} sx={dense}>
        <TableHead><TableRow>{HEADS.map((head) => <TableCell key={head} align={NUMBERS.includes(head) ? 'right' : 'left'}>{say(head)}</TableCell>)}</TableRow></TableHead>
        <TableBody>
          {states.map((one) => {
            const name = text(stateName(workflow, one.state));
            const days = one.oldest.days === null ? say('noDays') : say('days', { smart_count: one.oldest.days });
            const shown = { view, workflow: workflow.name, of: `${text(workflow.title)} ${name}`, amount: one, place: { state: one.state } };
            return (
              <TableRow key={one.state}>
                <TableCell component="th" scope="row">{name}</TableCell>
                <TableCell align="right"><OpenCount {...shown} /></TableCell>
                <TableCell align="right"><LateCount {...shown} bare /></TableCell>
                <TableCell align="right"><Count to={`/${workflow.name}/${encodeURIComponent(one.oldest.id)}/show`} label={say('oldestOf', { state: name, days })}>{days}</Count>{view.unit === null && ` · ${units(one.oldest.unit)}`}</TableCell>
                <TableCell sx={{ minWidth: 180, whiteSpace: 'normal !important' }}>{holders(one)}</TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </TableContainer>
  );
};
