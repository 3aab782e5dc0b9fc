/** The workflow as a picture, on demand, and in words, always. */
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Component, lazy, Suspense, useId, useMemo, useState, type ReactNode } from 'react';
import type { Workflow } from '../../../workflows/kit/workflow.ts';
import type { CaseRecord, LogRow } from '../../provider/records.ts';
import { Section } from '../Section.tsx';
import { useWords } from '../use-words.ts';
import { pictureOf } from '../way-gone.ts';
import { InWords } from './InWords.tsx';

const Diagram = lazy(() => import('./Diagram.tsx').then((loaded) => ({ default: loaded.Diagram })));

/** A picture that cannot be loaded or drawn leaves the words standing. */
class OrElse extends Component<{ otherwise: ReactNode; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError = () => ({ failed: true });
  override render() {
    return this.state.failed ? this.props.otherwise : this.props.children;
  }
}

export const PictureSection = ({ workflow, one, log }: { workflow: Workflow; one: CaseRecord; log: readonly LogRow[] }) => {
  const say = useWords();
  const id = useId();
  const [shown, setShown] = useState(false);
  const picture = useMemo(() => pictureOf(workflow, one.state, log), [workflow, one.state, log]);
  return (
    <Section title={say('picture')} print={false}>
      <Button variant="outlined" aria-expanded={shown} onClick={() => setShown(!shown)} sx={{ mb: 1 }}>{say(shown ? 'hidePicture' : 'showPicture')}</Button>
      {shown && (
        <OrElse otherwise={<Typography role="alert">{say('pictureFailed')}</Typography>}>
          <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>{say('pictureHelp')}</Typography>
          <Suspense fallback={<Typography role="status">{say('pictureLoading')}</Typography>}>
            <Diagram picture={picture} describedBy={id} />
          </Suspense>
        </OrElse>
      )}
      <InWords id={id} workflow={workflow} one={one} log={log} />
    </Section>
  );
};
