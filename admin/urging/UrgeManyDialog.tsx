/** Urging the cases chosen in a list, each as if from its own page; what could not be urged is named, with the reason. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Link from '@mui/material/Link';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { useId } from 'react';
import { Link as To } from 'react-router-dom';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { caseTitle } from '../case/titles.ts';
import { useLang } from '../i18n/text.ts';
import type { CaseRecord } from '../provider/records.ts';
import { UrgeForm } from './UrgeForm.tsx';
import { useUrgingMany, useUrgingWords, type LeftUnurged, type Urged } from './use-urges.ts';

const Left = ({ workflow, left }: { workflow: Workflow; left: readonly LeftUnurged[] }) => {
  const translate = useTranslate();
  const lang = useLang();
  return [...Map.groupBy(left, ({ why }) => why)].map(([why, cases]) => (
    <div key={why}>
      <Typography variant="body2" sx={{ mt: 1 }}>{translate(why)}</Typography>
      <List dense disablePadding>
        {cases.map(({ one }) => <ListItem key={one.id} disableGutters><Link component={To} to={`/${workflow.name}/${encodeURIComponent(one.id)}/show`}>{caseTitle(workflow, one, lang)}</Link></ListItem>)}
      </List>
    </div>
  ));
};

const Result = ({ workflow, urged: { done, left }, close }: { workflow: Workflow; urged: Urged; close: () => void }) => {
  const say = useUrgingWords();
  const translate = useTranslate();
  return (
    <>
      <DialogContent>
        <Alert severity={left.length === 0 ? 'success' : 'warning'} role="status">{say('doneMany', { done, left: left.length })}</Alert>
        <Left workflow={workflow} left={left} />
      </DialogContent>
      <DialogActions><Button autoFocus variant="contained" onClick={close}>{translate('ra.action.close')}</Button></DialogActions>
    </>
  );
};

export const UrgeManyDialog = ({ workflow, cases, close }: { workflow: Workflow; cases: readonly CaseRecord[]; close: () => void }) => {
  const say = useUrgingWords();
  const title = useId();
  const { mutate, isPending, error, data, asked } = useUrgingMany(workflow.name, cases);
  return (
    <Dialog open onClose={isPending ? undefined : close} fullWidth maxWidth="xs" aria-labelledby={title}>
      <DialogTitle id={title} component="h2">{say('titleMany', { smart_count: cases.length })}</DialogTitle>
      {data ? <Result workflow={workflow} urged={data} close={close} />
        : <UrgeForm about={say('aboutMany')} error={error} busy={isPending ? say('busy', { asked, of: cases.length }) : null} close={close} send={mutate} />}
    </Dialog>
  );
};
