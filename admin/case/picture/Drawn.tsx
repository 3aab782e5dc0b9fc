/** A picture of a process, loaded when it is looked at. */
import Typography from '@mui/material/Typography';
import { Component, lazy, Suspense, type ReactNode } from 'react';
import { useWords } from '../use-words.ts';
import type { Picture } from '../way-gone.ts';

const Diagram = lazy(() => import('./Diagram.tsx').then((loaded) => ({ default: loaded.Diagram })));

/** A picture that cannot be loaded or drawn leaves the words standing. */
class OrElse extends Component<{ otherwise: ReactNode; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError = () => ({ failed: true });
  override render() {
    return this.state.failed ? this.props.otherwise : this.props.children;
  }
}

/** `describedBy`: the id of what tells the same in words. */
export const Drawn = ({ picture, describedBy, help }: { picture: Picture; describedBy: string; help: string }) => {
  const say = useWords();
  return (
    <OrElse otherwise={<Typography role="alert">{say('pictureFailed')}</Typography>}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>{help}</Typography>
      <Suspense fallback={<Typography role="status">{say('pictureLoading')}</Typography>}>
        <Diagram picture={picture} describedBy={describedBy} />
      </Suspense>
    </OrElse>
  );
};
