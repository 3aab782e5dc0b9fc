/** What every ready field may be told beside its label. */
import type { FieldClass, FieldMeta } from '../../kit/form.ts';
import type { Text } from '../../kit/words.ts';

export type Words = {
  readonly help?: Text;
  readonly class?: FieldClass;
  /** The law or rule of the office that needs the field. */
  readonly neededFor?: string;
};

/** The words of one call over those the field comes with. */
export const worded = (label: Text, own: Omit<FieldMeta, 'label'>, { help, neededFor, class: given }: Words): FieldMeta => ({
  ...own, label, ...(help && { help }), ...(given && { class: given }), ...(neededFor && { neededFor }),
});
