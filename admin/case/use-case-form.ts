/** A form's life: filled in, read, sent once at a time; refused, its text stays. */
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { fieldsOf, type FieldInfo } from '../../workflows/kit/form.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Data, EventName } from '../../workflows/kit/words.ts';
import { useLang } from '../i18n/text.ts';
import { flatErrors } from './form-errors.ts';
import type { Keeping } from './kept.ts';
import type { Outcome, Refusal } from './refusal.ts';
import { resolverFor } from './resolver.ts';
import { typedOf, type Typed } from './typed.ts';
import { useKept, type Kept } from './use-kept.ts';

export type Send = (data: Data) => Promise<Outcome>;
type Asked = { readonly workflow: Workflow; readonly event: EventName; readonly initial: Data; readonly unit: string; readonly keeping: Keeping | undefined; readonly send: Send; readonly onTyped: ((typed: boolean) => void) | undefined };
export type CaseForm = Kept & {
  readonly form: UseFormReturn<Typed>;
  readonly fields: readonly FieldInfo[];
  readonly prefix: string;
  readonly refusal: Refusal | null;
  readonly sending: boolean;
  readonly submit: () => void;
};

/** Each attempt that found errors brings the focus to the first of them, once the page shows them. */
const useFocusOnError = (prefix: string): ((path: string | undefined) => void) => {
  const [first, setFirst] = useState<{ path: string } | null>(null);
  useEffect(() => {
    if (first) document.getElementById(prefix + first.path)?.focus();
  }, [first, prefix]);
  return (path) => setFirst(path === undefined ? null : { path });
};

/** The sentences of errors are in the language of the moment; a change of language reads the form anew. */
const useReadAnew = (form: UseFormReturn<Typed>, lang: string): void => {
  const said = useRef(lang);
  useEffect(() => {
    if (said.current === lang) return;
    said.current = lang;
    if (form.formState.submitCount > 0) void form.trigger();
  }, [form, lang]);
};

export const useCaseForm = ({ workflow, event, initial, unit, keeping, send, onTyped }: Asked): CaseForm => {
  const lang = useLang();
  const prefix = `${useId()}-`;
  const schema = workflow.forms[event];
  const fields = useMemo(() => (schema ? fieldsOf(schema) : []), [schema]);
  const form = useForm<Typed>({ defaultValues: typedOf(fields, initial), resolver: resolverFor({ schema, fields, known: initial, lang }), shouldFocusError: false });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [sending, setSending] = useState(false);
  const busy = useRef(false);
  const focusOn = useFocusOnError(prefix);
  const { isDirty } = form.formState;
  useReadAnew(form, lang);
  const kept = useKept(form, fields, unit, keeping);
  useEffect(() => onTyped?.(isDirty), [isDirty, onTyped]);

  const take = (outcome: Outcome): void => {
    setRefusal(outcome.kind === 'sent' ? null : outcome);
    if (outcome.kind === 'sent') keeping?.sent();
    if (outcome.kind !== 'invalid') return;
    for (const [path, message] of Object.entries(outcome.errors)) form.setError(path, { type: 'server', message });
    focusOn(Object.keys(outcome.errors)[0]);
  };
  const sendOnce = async (data: Data): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    setRefusal(null);
    await keeping?.settle();
    take(await send(data));
    busy.current = false;
    setSending(false);
  };
  const submit = () => void form.handleSubmit(sendOnce, (errors) => {
    setRefusal(null);
    focusOn(flatErrors(errors)[0]?.path);
  })();
  return { form, fields, prefix, refusal, sending, submit, ...kept };
};
