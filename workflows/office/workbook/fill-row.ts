/** What the office writes into the locked cells of a row. */
import type { DeskPlace } from '../../kit/desk.ts';
import type { Case, Data, Lang } from '../../kit/words.ts';
import { inWords } from '../register-words.ts';
import type { BookColumn } from './columns.ts';
import type { Cells } from './read-row.ts';

/** `unit`: by its name; `entry`: the person somebody points to, where known. */
export type Naming = { readonly unit: (id: string) => string | null; readonly entry: (id: string) => string | null };

const isMasked = (value: unknown): value is { readonly masked: string } => typeof value === 'object' && value !== null && 'masked' in value;

/** Names beside codes, so that a code can be copied; what is sealed as it is masked. */
const wordsFor = (field: string, value: unknown, lang: Lang, naming: Naming): string => {
  if (isMasked(value)) return value.masked;
  if (typeof value === 'string' && /^\d{12}$/.test(value) && naming.unit(value) !== null) return `${value} ${naming.unit(value)}`;
  return (typeof value === 'string' ? naming.entry(value) : null) ?? inWords(field, value, lang);
};

/** `entry`: as its reader may see it, sensitive values masked. Cells are called by the keys of their columns. */
export const fillRow = ({ items, desk }: DeskPlace, columns: readonly BookColumn[], one: Case, entry: Data, lang: Lang, naming: Naming): Cells => Object.fromEntries(columns.flatMap((column): [string, string][] => {
  if (column.kind !== 'shown') return [];
  if (column.field !== null) return [[column.key, wordsFor(column.field, entry[column.field], lang, naming)]];
  const state = one.data[column.key === 'last' ? desk.last : items.list.title];
  return [[column.key, typeof state === 'string' ? ((column.key === 'last' ? items.messages.states[state]?.[lang] : undefined) ?? state) : '']];
}));
