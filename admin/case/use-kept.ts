/** Puts back what was typed before the session ended; from then on keeps each change, until the form stands as it began. */
import { useEffect, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { FieldInfo } from '../../workflows/kit/form.ts';
import { withoutSensitive, type Keeping } from './kept.ts';
import type { Typed } from './typed.ts';

/** `restored`: what was typed before stands in the form again. */
export type Kept = { readonly restored: boolean; readonly startAnew: () => void };

/** Keeps a change once: a sending tells of itself too, and what it has just taken away must not come back. */
const keeper = (keeping: Keeping, fields: readonly FieldInfo[], unit: string, begun: Typed): ((values: Typed) => void) => {
  const asBegun = JSON.stringify(withoutSensitive(fields, begun));
  let before = '';
  return (values) => {
    const typed = withoutSensitive(fields, values);
    const now = JSON.stringify(typed);
    if (now === before) return;
    before = now;
    if (now === asBegun) keeping.forget();
    else keeping.keep({ typed, unit });
  };
};

export const useKept = (form: UseFormReturn<Typed>, fields: readonly FieldInfo[], unit: string, keeping: Keeping | undefined): Kept => {
  const [anew, setAnew] = useState(false);
  useEffect(() => {
    if (keeping?.draft) form.reset({ ...form.getValues(), ...keeping.draft.typed }, { keepDefaultValues: true });
  }, [form, keeping]);
  useEffect(() => {
    if (!keeping) return undefined;
    const take = keeper(keeping, fields, unit, form.formState.defaultValues ?? {});
    take(form.getValues());
    return form.subscribe({ formState: { values: true }, callback: ({ values }) => take(values) });
  }, [form, fields, unit, keeping]);
  const startAnew = () => {
    form.reset();
    keeping?.forget();
    setAnew(true);
  };
  return { restored: !anew && Boolean(keeping?.draft), startAnew };
};
