/** What a check is: words for people, what it reads, and how it finds. */
import type { Text } from '../../kit/words.ts';
import type { Act, Change, Entry, Field, FiledClaim, Seen } from './facts.ts';

/** An error blocks handing in; a warning needs a note; information asks for nothing; monitoring is about a village. */
export type Level = 'error' | 'warning' | 'information' | 'monitoring';
export type Dimension = 'complete' | 'format' | 'logic' | 'duplicate' | 'cross' | 'timely' | 'process' | 'mean';

/** Params hold codes, counts and days, never a number, an account or a telephone. */
export type Hit = {
  readonly residents: readonly string[];
  /** Of the first resident; those of all of them have to do with it. */
  readonly unit: string;
  readonly field: string | null;
  /** Which time it was, where the same may happen again: a day, a month, a case. */
  readonly occasion: string | null;
  readonly params: Readonly<Record<string, string | number>>;
};
export type Finding = Hit & { readonly rule: string };

export type CheckWords = {
  /** D01 to D32. */
  readonly id: string;
  readonly level: Level;
  readonly dimension: Dimension;
  readonly title: Text;
  readonly explanation: Text;
  readonly remedy: Text;
};

/** Looks at one thing. */
export type One<T> = CheckWords & { readonly find: (one: T) => readonly Hit[] };
/**
 * Looks at all that share a key. The key may hold personal data of class P4: seal it before it is kept. Fewer than
 * `least` with one key are never a finding, so that a store need not bring them.
 */
export type Many<T> = CheckWords & {
  readonly least: number;
  readonly keyOf: (one: T) => string | null;
  readonly judge: (group: readonly T[]) => readonly Hit[];
};
/** Fields of the register beside id, unit and status. */
type Reads = { readonly reads: readonly Field[] };
/** `kin`: looks at the spouse or the household too; a change in one of them is another answer for the entry. */
export type EntryRule = One<Seen> & Reads & { readonly kin?: true };
export type GroupRule = Many<Entry> & Reads;
export type ChangeRule = One<Change>;
export type ClaimRule = One<FiledClaim>;
export type ActRule = Many<Act>;

/** The compiler holds the rule to the fields it says it reads. */
export const entryRule = <const F extends Field>(rule: Omit<EntryRule, 'reads' | 'find'> & { readonly reads: readonly F[]; readonly find: (seen: Seen<F>) => readonly Hit[] }): EntryRule => rule;
export const groupRule = <const F extends Field>(
  rule: Omit<GroupRule, 'reads' | 'keyOf' | 'judge'> & { readonly reads: readonly F[]; readonly keyOf: (entry: Entry<F>) => string | null; readonly judge: (group: readonly Entry<F>[]) => readonly Hit[] },
): GroupRule => rule;

type Params = Hit['params'];

export const about = ({ id, unit }: Entry<'id'>, field: string | null = null, params: Params = {}): Hit => ({ residents: [id], unit, field, occasion: null, params });

/** About all of them alike, in the order of their ids. */
export const among = (entries: readonly Entry<'id'>[], field: string, params: Params = {}): Hit => {
  const sorted = entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { residents: sorted.map(({ id }) => id), unit: sorted[0]?.unit ?? '', field, occasion: null, params };
};

export const hitIf = (found: boolean, hit: () => Hit): Hit[] => (found ? [hit()] : []);

/** The same for the same finding whenever it is made again; another as soon as it concerns somebody else. */
export const identityOf = ({ rule, field, occasion, residents, unit }: Finding): string =>
  [rule, field ?? '', occasion ?? '', ...(residents.length > 0 ? residents.toSorted() : [unit])].join(' ');
