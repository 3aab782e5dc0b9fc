/** The processes in which something waits, with their numbers. */
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import { useTranslate } from 'react-admin';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { mayRead } from '../auth/me.ts';
import { useRegistry } from '../case/registry.ts';
import { useMe } from '../common/office.ts';
import { useText } from '../i18n/text.ts';
import { useInboxTotal } from './use-inbox.ts';
import type { View } from './view.ts';

type Choice = { readonly view: View; readonly look: (change: Partial<View>) => void };

const ProcessChip = ({ workflow, view, look }: Choice & { workflow: Workflow }) => {
  const text = useText();
  const total = useInboxTotal({ only: view.only, process: workflow.name });
  const chosen = view.process === workflow.name;
  if (!total && !chosen) return null;
  return <Chip clickable color={chosen ? 'primary' : 'default'} aria-pressed={chosen} label={`${text(workflow.title)} ${total ?? '…'}`} onClick={() => look({ process: chosen ? null : workflow.name })} />;
};

export const ProcessChoice = ({ view, look }: Choice) => {
  const translate = useTranslate();
  const registry = useRegistry();
  const me = useMe();
  if (!me) return null;
  return (
    <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', my: 2 }} role="group" aria-label={translate('inbox.byProcess')}>
      <Chip clickable color={view.process === null ? 'primary' : 'default'} aria-pressed={view.process === null} label={translate('inbox.all')} onClick={() => look({ process: null })} />
      {registry.filter((workflow) => mayRead(me, workflow)).map((workflow) => <ProcessChip key={workflow.name} workflow={workflow} view={view} look={look} />)}
    </Stack>
  );
};
