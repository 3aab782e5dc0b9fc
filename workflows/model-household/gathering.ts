/** A nomination in a notice that gathers several: what it lets be read of itself, and what the notice tells it. */
import type { FieldsOf } from '../kit/workflow.ts';
import type { Case, Text } from '../kit/words.ts';
import { objectorOf } from '../office/fields.ts';
import { sheetOf } from '../office/gathered.ts';
import { CATEGORIES, type forms } from './forms.ts';
import type { Nomination } from './nomination.ts';

type Asked = { readonly case: Case<Nomination>; readonly form: FieldsOf<typeof forms> };
type Patch = Partial<Nomination>;

const kindsOf = (chosen: readonly string[]): Text => {
  const named = CATEGORIES.filter(([value]) => chosen.includes(value));
  return { zh: named.map(([, zh]) => zh).join('、'), en: named.map(([, , en]) => en).join(', ') };
};

/** The public name, the kinds and the summary that was written to be posted: nothing else. */
export const joined = ({ case: { data }, form }: Asked): Patch =>
  ({ notice: form.notice ?? null, noticeText: null, posting: { name: data.displayName, about: kindsOf(data.categories), text: data.summary ?? '' } });
export const left = (): Patch => ({ notice: null, posting: null });

const proofOf = ({ case: { data }, form }: Asked) => sheetOf(data.notice ?? '', form.noticePlace ?? '', form.postedOn ?? '');
export const putUp = (asked: Asked): Patch =>
  ({ hangs: asked.form.noticeDays ?? null, postedOn: asked.form.postedOn ?? null, sheet: asked.form.proven ? proofOf(asked) : null });
export const proven = (asked: Asked): Patch => ({ sheet: proofOf(asked) });
/** The notice was taken down before its time: the nomination is put up anew. */
export const takenOff = (): Patch => ({ ...left(), ...unhung() });
export const unhung = (): Patch => ({ hangs: null, postedOn: null, sheet: null, noticeText: null });

export const objected = ({ case: { data }, form }: Asked): Patch =>
  ({ objections: (data.objections ?? 0) + 1, objectors: [...(data.objectors ?? []), { subject: form.subject ?? '', ...objectorOf(form) }] });

/** All of them: the objections to a nomination are judged as one. */
export const objectorsOf = ({ data: { objectors = [] } }: Case<Nomination>): Record<string, string | null> => {
  const all = (name: 'objectorName' | 'objectorContact'): string | null => objectors.flatMap((one) => one[name] ?? []).join('；') || null;
  return { objectorName: all('objectorName'), objectorContact: all('objectorContact') };
};
