/** The workflow as a picture, on demand, and in words, always. */
import Button from '@mui/material/Button';
import { useId, useMemo, useState } from 'react';
import type { Workflow } from '../../../workflows/kit/workflow.ts';
import type { CaseRecord, LogRow } from '../../provider/records.ts';
import { Section } from '../Section.tsx';
import { useWords } from '../use-words.ts';
import { pictureOf } from '../way-gone.ts';
import { Drawn } from './Drawn.tsx';
import { InWords } from './InWords.tsx';

export const PictureSection = ({ workflow, one, log }: { workflow: Workflow; one: CaseRecord; log: readonly LogRow[] }) => {
  const say = useWords();
  const id = useId();
  const [shown, setShown] = useState(false);
  const picture = useMemo(() => pictureOf(workflow, one.state, log), [workflow, one.state, log]);
  return (
    <Section title={say('picture')} print={false}>
      <Button variant="outlined" aria-expanded={shown} onClick={() => setShown(!shown)} sx={{ mb: 1 }}>{say(shown ? 'hidePicture' : 'showPicture')}</Button>
      {shown && <Drawn picture={picture} describedBy={id} help={say('pictureHelp')} />}
      <InWords id={id} workflow={workflow} one={one} log={log} />
    </Section>
  );
};
