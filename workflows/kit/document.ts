/** A paper before it is set: what stands on it, in one language; PDF and Word are made of the same. */
import type { Lang } from './words.ts';

export type Bars = { readonly legend: readonly string[]; readonly bars: readonly { readonly name: string; readonly values: readonly (number | null)[] }[] };
/** `signed`: who stands for it and when, set to the right below. */
export type Box = { readonly label: string; readonly text: string; readonly signed?: readonly string[] };
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Whom a letter is to: not indented. */
  | { readonly kind: 'addressee'; readonly text: string }
  /** Small print. */
  | { readonly kind: 'note'; readonly text: string }
  /** The first column is words, the others are set to the right unless `words` names them; `total`: the last row adds up. */
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly total: boolean; readonly words: readonly number[] }
  /** A form: one box to a row, or two. */
  | { readonly kind: 'boxes'; readonly rows: readonly (readonly Box[])[] }
  /** `says` tells those who do not see it. */
  | { readonly kind: 'bars'; readonly chart: Bars; readonly says: string }
  /** A square to be scanned, which holds an address; `says` stands below it. */
  | { readonly kind: 'code'; readonly holds: string; readonly says: string }
  /** Who signed in which post and when, set to the right. */
  | { readonly kind: 'signatures'; readonly lines: readonly string[] };

/** `under`: the line below the title. `mark`: what is said above it, of a draft. `look`: a certificate is one wide sheet in a frame, without a number of pages. */
export type Paper = { readonly lang: Lang; readonly title: string; readonly under: string; readonly mark: string | null; readonly blocks: readonly Block[]; readonly look?: 'certificate' };
