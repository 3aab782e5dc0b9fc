/** What was typed and not sent: at the office, and until it has arrived there in this tab, for who typed it, without what is most sensitive. */
import type { FieldInfo } from '../../workflows/kit/form.ts';
import type { Instant } from '../../workflows/kit/words.ts';
import { isMasked } from '../provider/records.ts';
import { typedOf, type Typed } from './typed.ts';

/** What stood in a form, the unit it was for, and the version of the case it was typed over. */
export type Draft = { readonly typed: Typed; readonly unit: string; readonly version: number };
/** A draft found again: when it was saved, and the names of the fields that come back masked. */
export type Found = Draft & { readonly savedAt: Instant };
/** The copy in this tab; nowhere while nobody is known to be signed in. */
type TabCopy = { readonly draft: Found | null; keep(draft: Draft): void; forget(): void };
/** One form's place among what is kept. */
export type Keeping = {
  readonly draft: Found | null;
  /** The version the form is typed over. */
  readonly version: number;
  /** `safe`: the same without what is most sensitive. */
  keep(draft: Draft, safe: Typed): void;
  /** Thrown away on purpose. */
  forget(): void;
  /** Before the form is sent: nothing of it may be kept afterwards. */
  settle(): Promise<void>;
  /** The office has accepted it, and dropped its draft by itself. */
  sent(): void;
};

const ALL = 'typed:';
const of = (user: string): string => `${ALL}${user}:`;

const parsed = (text: string | null): Found | null => (text === null ? null : (JSON.parse(text) as Found));

export const keepingAt = (user: string | null, place: string, storage: Storage = sessionStorage): TabCopy => {
  if (user === null) return { draft: null, keep: () => undefined, forget: () => undefined };
  const key = of(user) + place;
  const now = (): Instant => new Date().toISOString();
  return { draft: parsed(storage.getItem(key)), keep: (draft) => storage.setItem(key, JSON.stringify({ ...draft, savedAt: now() } satisfies Found)), forget: () => storage.removeItem(key) };
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

/** What comes back masked is blank in the form; `lost` says where, with what may be seen of it. */
export const withoutMasks = (typed: Typed): { readonly typed: Typed; readonly lost: readonly { readonly path: string; readonly masked: string }[] } => {
  const lost: { path: string; masked: string }[] = [];
  const walk = (value: unknown, path: string): unknown => {
    if (isMasked(value)) {
      lost.push({ path, masked: value.masked });
      return '';
    }
    if (Array.isArray(value)) return value.map((one, i) => walk(one, `${path}.${i}`));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, path === '' ? name : `${path}.${name}`)]));
  };
  return { typed: walk(typed, '') as Typed, lost };
};
