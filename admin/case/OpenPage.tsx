/** Opening a case: for which unit, then the same form as any event. */
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import { useNotify, useResourceContext } from 'react-admin';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { useMe, useUnits } from '../common/office.ts';
import { PageTitle } from '../common/PageTitle.tsx';
import { useText } from '../i18n/text.ts';
import { useCasework } from '../provider/data-provider.ts';
import type { UnitRecord } from '../provider/records.ts';
import { EventForm } from './EventForm.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { PageLoading } from '../layout/PageLoading.tsx';
import type { Keeping } from './kept.ts';
import { NAVIGATION_PX } from './navigation.ts';
import { newId } from './new-id.ts';
import { openableUnits } from './openable-units.ts';
import { refusalOf, wasSent } from './refusal.ts';
import { useFound } from './registry.ts';
import type { Send } from './use-case-form.ts';
import { useKeeping } from './use-keeping.ts';
import { useLeaving } from './use-leaving.ts';
import { useWords } from './use-words.ts';
import { WhatNext } from './WhatNext.tsx';

const UnitChoice = ({ units, unit, choose }: { units: readonly UnitRecord[]; unit: string; choose: (unit: string) => void }) => {
  const say = useWords();
  const text = useText();
  return (
    <TextField select required fullWidth label={say('forUnit')} value={unit} onChange={({ target }) => choose(target.value)} slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}>
      {units.map(({ id, name }) => <option key={id} value={id}>{text(name)}</option>)}
    </TextField>
  );
};

const Opening = ({ workflow, units, keeping }: { workflow: Workflow; units: readonly UnitRecord[]; keeping: Keeping }) => {
  const navigate = useNavigate();
  const notify = useNotify();
  const casework = useCasework();
  const text = useText();
  const [id] = useState(newId);
  const [unit, setUnit] = useState((units.find((one) => one.id === keeping.draft?.unit) ?? units[0])?.id ?? '');
  const throwAway = () => {
    keeping.forget();
    void navigate(`/${workflow.name}`);
  };
  const { setTyped, leave, asking, stay } = useLeaving(throwAway);
  const send: Send = async (data) => {
    try {
      const { data: opened } = await casework.openCase(workflow.name, { id, unit, data });
      if (!wasSent(opened)) return { kind: 'signedOut' };
      notify('case.done', { type: 'success', messageArgs: { event: text(workflow.messages.events['open']) } });
      void navigate(`/${workflow.name}/${id}/show`);
      return { kind: 'sent' };
    } catch (error) {
      return refusalOf(error);
    }
  };
  return (
    <>
      <EventForm workflow={workflow} event="open" unit={unit} keeping={keeping} send={send} cancel={leave} onTyped={setTyped}>
        <WhatNext workflow={workflow} from={null} event="open" />
        <UnitChoice units={units} unit={unit} choose={setUnit} />
      </EventForm>
      {asking && <LeaveDialog stay={stay} leave={throwAway} />}
    </>
  );
};

/** What was typed before says for which unit it was. */
const Kept = ({ workflow, units }: { workflow: Workflow; units: readonly UnitRecord[] }) => {
  const keeping = useKeeping(`${workflow.name}/new/open`);
  return keeping ? <Opening workflow={workflow} units={units} keeping={keeping} /> : <PageLoading />;
};

const Page = ({ workflow }: { workflow: Workflow }) => {
  const say = useWords();
  const text = useText();
  const me = useMe();
  const units = openableUnits(workflow, me?.posts ?? [], useUnits());
  const byHand = workflow.open.who.some((post) => post !== 'clock');
  return (
    <Box sx={{ maxWidth: 760, '--form-bottom': { xs: `${NAVIGATION_PX}px`, md: '0px' } }}>
      <PageTitle>{say('open', { title: text(workflow.title) })}</PageTitle>
      {units.length > 0 ? <Paper variant="outlined" sx={{ p: { xs: 1.5, sm: 3 }, pb: 0 }}><Kept workflow={workflow} units={units} /></Paper> : <EmptyState title={say(byHand ? 'noUnit' : 'bornOnly')} />}
    </Box>
  );
};

export const OpenPage = () => {
  const say = useWords();
  const workflow = useFound(useResourceContext());
  return workflow ? <Page workflow={workflow} /> : <EmptyState title={say('noWorkflow')} />;
};
