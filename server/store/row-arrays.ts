/** Many rows as one array for each column: the quickest way into PostgreSQL in one statement. */

type Type = 'text' | 'int' | 'boolean' | 'timestamptz' | 'jsonb';
/** Names of columns with their types, in order. */
export type Columns = readonly (readonly [name: string, type: Type])[];

export const namesOf = (columns: Columns): string => columns.map(([name]) => name).join(', ');

/** The rows as `r`, from parameters that begin at `first`. One `unnest` over all arrays would write each of them into a store of its own, which takes longer than the rows themselves. */
export const unnest = (columns: Columns, first: number): string => `(select ${columns.map(([name, type], i) => `unnest($${first + i}::${type}[]) as ${name}`).join(', ')}) as r`;

/** How PostgreSQL numbers the types of elements (pg_type.dat). */
const OIDS: Readonly<Record<Type, number>> = { text: 25, int: 23, boolean: 16, timestamptz: 1184, jsonb: 3802 };
const HEADER_BYTES = 20;
/** Instants are microseconds since 2000-01-01T00:00Z. */
const EPOCH_MS = Date.UTC(2000, 0, 1);
const JSONB_VERSION = '\u0001';

/** How an element is written, as its type's receive function reads it: at its place, giving where the next one begins. */
type Element = { readonly bytes: number; write(into: Buffer, at: number): number };

/** Text is written in place, or copied where it is bytes already. */
const wordsOf = (words: string | Buffer): Element =>
  typeof words === 'string' ? { bytes: Buffer.byteLength(words), write: (into, at) => at + into.write(words, at) } : { bytes: words.length, write: (into, at) => at + words.copy(into, at) };

const elementOf = (type: Type, value: unknown): Element => {
  switch (type) {
    case 'text': return wordsOf(Buffer.isBuffer(value) ? value : String(value));
    case 'jsonb': return wordsOf(JSONB_VERSION + JSON.stringify(value));
    case 'int': return { bytes: 4, write: (into, at) => into.writeInt32BE(Number(value), at) };
    case 'boolean': return { bytes: 1, write: (into, at) => into.writeUInt8(value === true ? 1 : 0, at) };
    case 'timestamptz': return { bytes: 8, write: (into, at) => into.writeBigInt64BE(BigInt(Date.parse(String(value)) - EPOCH_MS) * 1000n, at) };
  }
};

/** An array in PostgreSQL's binary form (array_recv): as text, each quotation mark of JSON would be escaped here and found again there. */
const arrayOf = (type: Type, values: readonly unknown[]): Buffer => {
  const elements = values.map((value) => (value === null || value === undefined ? null : elementOf(type, value)));
  const array = Buffer.allocUnsafe(elements.reduce((sum, one) => sum + 4 + (one?.bytes ?? 0), HEADER_BYTES));
  // Dimensions, whether there are nulls, type, length, first index.
  let at = 0;
  for (const word of [1, elements.includes(null) ? 1 : 0, OIDS[type], values.length, 1]) at = array.writeInt32BE(word, at);
  for (const one of elements) {
    at = array.writeInt32BE(one?.bytes ?? -1, at);
    if (one) at = one.write(array, at);
  }
  return array;
};

/** The parameters for `unnest`. */
export const arraysOf = (columns: Columns, rows: readonly Readonly<Record<string, unknown>>[]): Buffer[] =>
  columns.map(([name, type]) => arrayOf(type, rows.map((row) => row[name])));

/** An array as text, for arrays of different lengths side by side. */
export const textArray = (values: readonly string[]): string => `{${values.map((value) => JSON.stringify(value)).join(',')}}`;
