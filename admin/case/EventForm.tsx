/** The form of any event, made from its zod object; it keeps what was typed whatever the answer. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useMemo, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { FormProvider } from 'react-hook-form';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Data, EventName } from '../../workflows/kit/words.ts';
import { useText } from '../i18n/text.ts';
import { ErrorSummary } from './ErrorSummary.tsx';
import { Fields } from './fields/FieldInput.tsx';
import { FormPlace } from './form-place.ts';
import type { Keeping } from './kept.ts';
import { RefusalAlert } from './RefusalAlert.tsx';
import { RestoredNote } from './RestoredNote.tsx';
import { eventName } from './standing.ts';
import { useCaseForm, type Send } from './use-case-form.ts';
import { useWords } from './use-words.ts';

const NOTHING: Data = {};

type Props = {
  readonly workflow: Workflow;
  readonly event: EventName;
  /** The unit among whose register entries the form chooses. */
  readonly unit: string;
  /** What is known of the fields already. */
  readonly initial?: Data;
  readonly id?: string;
  /** Where what is typed outlives the session. */
  readonly keeping?: Keeping;
  readonly send: Send;
  readonly cancel: () => void;
  readonly onTyped?: (typed: boolean) => void;
  /** What the button says, where it does not yet do the event. */
  readonly confirm?: string;
  /** What is to be read before the fields. */
  readonly children?: ReactNode;
};

const Buttons = ({ confirm, sending, cancel }: { confirm: string; sending: boolean; cancel: () => void }) => {
  const say = useWords();
  return (
    <Box sx={{ position: 'sticky', bottom: 'var(--form-bottom, 0px)', zIndex: 1, bgcolor: 'background.paper', py: 1.5, borderTop: 1, borderColor: 'divider', displayPrint: 'none' }}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Button type="submit" variant="contained" aria-disabled={sending} aria-keyshortcuts="Control+Enter">{sending ? say('sending') : confirm}</Button>
        <Button type="button" onClick={cancel}>{say('cancel')}</Button>
        <Typography variant="caption" color="textSecondary" sx={{ display: { xs: 'none', sm: 'block' } }}>{say('keys')}</Typography>
      </Stack>
    </Box>
  );
};

export const EventForm = ({ workflow, event, unit, initial = NOTHING, id, keeping, send, cancel, onTyped, confirm, children }: Props) => {
  const say = useWords();
  const text = useText();
  const { form, fields, prefix, refusal, sending, submit, restored, startAnew } = useCaseForm({ workflow, event, initial, unit, keeping, send, onTyped });
  const filled = workflow.exchange?.back.event === event ? workflow.exchange.back.fills : [];
  const place = useMemo(() => ({ prefix, unit, known: initial }), [prefix, unit, initial]);
  const onSubmit = (submitted: FormEvent) => {
    submitted.preventDefault();
    submitted.stopPropagation();
    submit();
  };
  const onKeyDown = (pressed: KeyboardEvent) => {
    if (pressed.key !== 'Enter' || !(pressed.ctrlKey || pressed.metaKey)) return;
    pressed.preventDefault();
    submit();
  };
  return (
    <FormProvider {...form}>
      <FormPlace.Provider value={place}>
        <Stack component="form" noValidate spacing={2} aria-label={text(eventName(workflow, event))} aria-busy={sending} onSubmit={onSubmit} onKeyDown={onKeyDown} {...(id && { id })}>
          {children}
          {restored && <RestoredNote restored={restored} fields={fields} discard={startAnew} />}
          {refusal && <RefusalAlert workflow={workflow} refusal={refusal} />}
          <ErrorSummary fields={fields} />
          <Typography variant="body2" color="textSecondary">{say(fields.length === 0 ? 'noFields' : 'required')}</Typography>
          <Fields fields={fields.filter(({ name }) => !filled.includes(name))} />
          <Buttons confirm={confirm ?? say('confirm', { event: text(eventName(workflow, event)) })} sending={sending} cancel={cancel} />
        </Stack>
      </FormPlace.Provider>
    </FormProvider>
  );
};
