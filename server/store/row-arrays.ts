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

const fixed = (bytes: number, write: (into: Buffer) => void): Buffer => {
  const element = Buffer.allocUnsafe(bytes);
  write(element);
  return element;
};

/** An element as its type's receive function reads it. Text is written in place, or copied where it is bytes already; the rest is short. */
const elementOf = (type: Type, value: unknown): string | Buffer => {
  switch (type) {
    case 'text': return Buffer.isBuffer(value) ? value : String(value);
    case 'jsonb': return JSONB_VERSION + JSON.stringify(value);
    case 'int': return fixed(4, (into) => into.writeInt32BE(Number(value)));
    case 'boolean': return fixed(1, (into) => into.writeUInt8(value === true ? 1 : 0));
    case 'timestamptz': return fixed(8, (into) => into.writeBigInt64BE(BigInt(Date.parse(String(value)) - EPOCH_MS) * 1000n));
  }
};

/** An array in PostgreSQL's binary form (array_recv): as text, each quotation mark of JSON would be escaped here and found again there. */
const arrayOf = (type: Type, values: readonly unknown[]): Buffer => {
  const elements = values.map((value) => (value === null || value === undefined ? null : elementOf(type, value)));
  const sizes = elements.map((one) => (one === null ? 0 : Buffer.byteLength(one)));
  const array = Buffer.allocUnsafe(HEADER_BYTES + sizes.reduce((sum, size) => sum + 4 + size, 0));
  // Dimensions, whether there are nulls, type, length, first index.
  for (const [i, word] of [1, elements.includes(null) ? 1 : 0, OIDS[type], values.length, 1].entries()) array.writeInt32BE(word, i * 4);
  let at = HEADER_BYTES;
  for (const [i, element] of elements.entries()) {
    at = array.writeInt32BE(element === null ? -1 : (sizes[i] ?? 0), at);
    if (typeof element === 'string') at += array.write(element, at);
    else if (element) at += element.copy(array, at);
  }
  return array;
};

/** The parameters for `unnest`. */
export const arraysOf = (columns: Columns, rows: readonly Readonly<Record<string, unknown>>[]): Buffer[] =>
  columns.map(([name, type]) => arrayOf(type, rows.map((row) => row[name])));

/** An array as text, for arrays of different lengths side by side. */
export const textArray = (values: readonly string[]): string => `{${values.map((value) => JSON.stringify(value)).join(',')}}`;
