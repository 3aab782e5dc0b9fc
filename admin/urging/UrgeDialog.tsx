/** Urging one case. */
import Dialog from '@mui/material/Dialog';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { waitsFor } from '../../workflows/kit/describe.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { postNames } from '../case/standing.ts';
import { useText } from '../i18n/text.ts';
import type { CaseRecord, UrgeRecord } from '../provider/records.ts';
import { UrgeForm } from './UrgeForm.tsx';
import { useUrging, useUrgingWords } from './use-urges.ts';

type Props = { readonly workflow: Workflow; readonly one: CaseRecord; readonly close: () => void; readonly urged: (urge: UrgeRecord) => void };

export const UrgeDialog = ({ workflow, one, close, urged }: Props) => {
  const say = useUrgingWords();
  const text = useText();
  const title = useId();
  const { mutate, isPending, error } = useUrging(one);
  return (
    <Dialog open onClose={close} fullWidth maxWidth="xs" aria-labelledby={title}>
      <DialogTitle id={title} component="h2">{say('title')}</DialogTitle>
      <UrgeForm about={say('about', { who: text(postNames(waitsFor(workflow, one.state))) })} error={error} busy={isPending ? say('send') : null} close={close} send={(words) => mutate(words, { onSuccess: urged })} />
    </Dialog>
  );
};
