/** What was typed and not sent outlives the session: in this tab, for who typed it, without what is most sensitive. */
import type { FieldInfo } from '../../workflows/kit/form.ts';
import { typedOf, type Typed } from './typed.ts';

/** What stood in a form, and the unit it was for. */
export type Draft = { readonly typed: Typed; readonly unit: string };
/** One form's place among what is kept; nowhere while nobody is known to be signed in. */
export type Keeping = { readonly draft: Draft | null; keep(draft: Draft): void; forget(): void };

const ALL = 'typed:';
const of = (user: string): string => `${ALL}${user}:`;

const parsed = (text: string | null): Draft | null => (text === null ? null : (JSON.parse(text) as Draft));

export const keepingAt = (user: string | null, place: string, storage: Storage = sessionStorage): Keeping => {
  if (user === null) return { draft: null, keep: () => undefined, forget: () => undefined };
  const key = of(user) + place;
  return { draft: parsed(storage.getItem(key)), keep: (draft) => storage.setItem(key, JSON.stringify(draft)), forget: () => storage.removeItem(key) };
};

/** At a sign-out, of everybody; at a sign-in, of all but who comes back. */
export const forgetTyped = (but?: string, storage: Storage = sessionStorage): void =>
  Object.keys(storage).filter((key) => key.startsWith(ALL) && (but === undefined || !key.startsWith(of(but)))).forEach((key) => storage.removeItem(key));

const inside = (info: FieldInfo, value: unknown): unknown => {
  if (info.fields.length === 0) return value;
  if (Array.isArray(value)) return value.map((row: unknown) => withoutSensitive(info.fields, row as Typed));
  return withoutSensitive(info.fields, (value ?? {}) as Typed);
};

/** Numbers of identity, accounts and phones (P4) are never written down outside the store: such fields are blank. */
export const withoutSensitive = (fields: readonly FieldInfo[], typed: Typed): Typed => {
  const blank = typedOf(fields, {});
  return Object.fromEntries(fields.map((info) => [info.name, info.class === 'P4' ? blank[info.name] : inside(info, typed[info.name])]));
};
