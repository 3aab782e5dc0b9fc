/** One field bound to its form: its words, its value, what is wrong with it. */
import { get, useController, useFormContext, type ControllerRenderProps } from 'react-hook-form';
import type { FieldInfo } from '../../../workflows/kit/form.ts';
import { useText } from '../../i18n/text.ts';
import { isMasked } from '../../provider/records.ts';
import { useFormPlace } from '../form-place.ts';
import { useWords } from '../use-words.ts';

export type FieldProps = { readonly info: FieldInfo; readonly path: string };
export type BoundField = { readonly id: string; readonly label: string; readonly help: string; readonly error: string | null };

type Said = { readonly message?: string; readonly root?: { readonly message?: string } } | undefined;

/** The words of a field, and the sentence of its error; lists keep theirs at their root. */
export const useFieldWords = ({ info, path }: FieldProps): BoundField => {
  const text = useText();
  const say = useWords();
  const { prefix, known } = useFormPlace();
  const { formState: { errors } } = useFormContext();
  const said = get(errors, path) as Said;
  const before: unknown = get(known, path);
  const retype = isMasked(before) ? say('retype', { masked: before.masked }) : '';
  return { id: prefix + path, label: text(info.label), help: [text(info.help), retype].filter(Boolean).join(' '), error: said?.message ?? said?.root?.message ?? null };
};

export const useField = (props: FieldProps): BoundField & { readonly field: ControllerRenderProps } => {
  const { field } = useController({ name: props.path });
  return { ...useFieldWords(props), field };
};
