/** Puts back what was typed before; from then on keeps each change, until the form stands as it began. */
import { useEffect, useMemo, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { FieldInfo } from '../../workflows/kit/form.ts';
import type { Instant } from '../../workflows/kit/words.ts';
import { withoutMasks, withoutSensitive, type Keeping } from './kept.ts';
import type { Typed } from './typed.ts';

/** A draft that stands in the form again. `older`: the case has moved on since; `lost`: fields to be typed anew, with what may be seen of them. */
export type Restored = { readonly savedAt: Instant; readonly older: boolean; readonly lost: readonly { readonly path: string; readonly masked: string }[] };
export type Kept = { readonly restored: Restored | null; readonly startAnew: () => void };

/** Keeps a change once: a sending tells of itself too, and what it has just taken away must not come back. */
const keeper = (keeping: Keeping, fields: readonly FieldInfo[], unit: string, begun: Typed): ((values: Typed) => void) => {
  const asBegun = JSON.stringify(begun);
  let before = '';
  return (values) => {
    const now = JSON.stringify(values);
    if (now === before) return;
    const first = before === '';
    before = now;
    if (now !== asBegun) keeping.keep({ typed: JSON.parse(now) as Typed, unit, version: keeping.version }, withoutSensitive(fields, values));
    else if (!first) keeping.forget();
  };
};

export const useKept = (form: UseFormReturn<Typed>, fields: readonly FieldInfo[], unit: string, keeping: Keeping | undefined): Kept => {
  const [anew, setAnew] = useState(false);
  const back = useMemo(() => keeping?.draft && { ...withoutMasks(keeping.draft.typed), savedAt: keeping.draft.savedAt, older: keeping.draft.version < keeping.version }, [keeping]);
  useEffect(() => {
    if (back) form.reset({ ...form.getValues(), ...back.typed }, { keepDefaultValues: true });
  }, [form, back]);
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
  return { restored: anew || !back ? null : back, startAnew };
};
