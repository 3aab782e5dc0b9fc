/** Entries of the register as lines for setting many down at once: columns between tabs, sealed as in the register, with what the history says of each. */
import type { Data, Register } from '../../workflows/kit/words.ts';
import type { Keys } from '../keys/keys.ts';
import { fieldsOfRegister, isSensitive } from './register-fields.ts';
import { cellsOf, columnsOf } from './register-rows.ts';

const NONE = '\\N';
const BREAKS = /[\t\n\r\\]/;
const written = (value: string | number | null): string => {
  if (value === null) return NONE;
  const text = value.toString();
  return BREAKS.test(text) ? text.replace(/[\t\n\r\\]/g, ' ') : text;
};

const told: Readonly<Record<Register, readonly string[]>> = { residents: toldOf('residents'), households: toldOf('households') };
function toldOf(register: Register): string[] {
  return fieldsOfRegister(register).map(({ name }) => name).filter((name) => name !== 'id' && !isSensitive(register, name));
}

/** What stood there first; sealed values are in the register, and in the history once they change. */
const history = (register: Register, entry: Data): string => {
  const first: Data = {};
  for (const name of told[register]) if (entry[name] !== null && entry[name] !== undefined) first[name] = entry[name];
  return JSON.stringify(first);
};

export type Line = { readonly text: string; readonly idIndex: string | null };

const ID_INDEX = columnsOf('residents').indexOf('id_index');

export const toLine = (keys: Keys, register: Register, district: string, entry: Data & { id: string }): Line => {
  const cells = cellsOf(keys, register, district, entry, 1);
  const idIndex = register === 'residents' ? cells[ID_INDEX] : null;
  const line = cells.map(written);
  line.push(history(register, entry));
  return { text: line.join('\t'), idIndex: typeof idIndex === 'string' ? idIndex : null };
};
