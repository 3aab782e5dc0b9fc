/** One process after the other: where its cases wait, as a table and drawn on its picture; on paper all of them. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useMemo, useState } from 'react';
import type { PictureView, ProcessView } from '../../workflows/kit/picture.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { Drawn } from '../case/picture/Drawn.tsx';
import { useRegistry } from '../case/registry.ts';
import { Section } from '../case/Section.tsx';
import { useText } from '../i18n/text.ts';
import type { Choose } from './asked.ts';
import { StateTable } from './StateTable.tsx';
import { usePictureWords } from './use-picture.ts';
import { waitingPicture } from './waiting.ts';

type Names = (id: string) => string;
type Told = { readonly view: PictureView; readonly workflow: Workflow; readonly of: ProcessView; readonly units: Names };

const Drawing = ({ workflow, of: { states }, describedBy }: Pick<Told, 'workflow' | 'of'> & { describedBy: string }) => {
  const say = usePictureWords();
  const picture = useMemo(() => waitingPicture(workflow, states), [workflow, states]);
  return <Drawn picture={picture} describedBy={describedBy} help={say('drawingHelp')} />;
};

const OneProcess = (told: Told) => {
  const say = usePictureWords();
  const id = useId();
  const [drawn, setDrawn] = useState(false);
  if (told.of.states.length === 0) return <Typography>{say('nothingOpen')}</Typography>;
  return (
    <>
      <StateTable id={id} {...told} />
      <Box sx={{ displayPrint: 'none', mt: 1.5 }}>
        <Button variant="outlined" aria-expanded={drawn} onClick={() => setDrawn(!drawn)} sx={{ mb: 1 }}>{say(drawn ? 'hidePicture' : 'onPicture')}</Button>
        {drawn && <Drawing {...told} describedBy={id} />}
      </Box>
    </>
  );
};

const openIn = ({ states }: ProcessView): number => states.reduce((sum, { open }) => sum + open, 0);

export const Standing = ({ view, process, choose, units }: { view: PictureView; process: string | null; choose: Choose; units: Names }) => {
  const say = usePictureWords();
  const text = useText();
  const registry = useRegistry();
  const all = view.processes.flatMap((of) => registry.filter(({ name }) => name === of.workflow).map((workflow) => ({ view, workflow, of, units })));
  // Unless one was chosen, the one with most to do at different places.
  const chosen = all.find(({ workflow }) => workflow.name === process) ?? all.toSorted((a, b) => b.of.states.length - a.of.states.length)[0];
  if (!chosen) return null;
  return (
    <Section title={say('standing')}>
      <TextField select fullWidth={false} size="small" label={say('process')} value={chosen.workflow.name} onChange={({ target: { value } }) => choose({ process: value })} sx={{ mb: 1.5, minWidth: 240, displayPrint: 'none' }}>
        {all.map(({ workflow, of }) => <MenuItem key={workflow.name} value={workflow.name}>{`${text(workflow.title)} · ${openIn(of)}`}</MenuItem>)}
      </TextField>
      {all.filter(({ of }) => of.states.length > 0 || of === chosen.of).map((told) => (
        <Box key={told.workflow.name} sx={told === chosen ? {} : { display: 'none', '@media print': { display: 'block', breakInside: 'avoid' } }}>
          <Typography variant="subtitle1" component="h3" sx={{ display: 'none', displayPrint: 'block', fontWeight: 600, mt: 1 }}>{text(told.workflow.title)}</Typography>
          <OneProcess {...told} />
        </Box>
      ))}
    </Section>
  );
};
