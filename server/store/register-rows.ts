/** Register entries as rows and back: sealed fields are sealed here and opened here. */
import type { Data, Register } from '../../workflows/kit/words.ts';
import { FOUND_BY, foundBy } from '../found-by.ts';
import type { Keys } from '../keys/keys.ts';
import { open, place, seal } from '../keys/seal.ts';
import { fieldsOfRegister } from './register-fields.ts';

export type Row = Record<string, unknown>;

const placeOf = (register: Register, district: string, id: string, field: string): string => place(register, `${district}/${id}`, field);

const columns: Readonly<Record<Register, readonly string[]>> = { residents: named('residents', FOUND_BY), households: named('households', []) };
function named(register: Register, more: readonly string[]): string[] {
  return ['district', 'version', ...fieldsOfRegister(register).map(({ column }) => column), ...more];
}
/** The columns of an entry, in the order of `cellsOf`. */
export const columnsOf = (register: Register): readonly string[] => columns[register];

type Cell = string | number | null;
/** What stands in each column; a field the entry does not have is null. ID numbers come normalised, as forms leave them. */
export const cellsOf = (keys: Keys, register: Register, district: string, entry: Data & { id: string }, version: number): Cell[] => {
  const cells: Cell[] = [district, version];
  for (const { name, class: level } of fieldsOfRegister(register)) {
    const value = (entry[name] ?? null) as Cell;
    cells.push(level === 'P4' && value !== null ? seal(keys, placeOf(register, district, entry.id, name), value) : value);
  }
  if (register !== 'residents') return cells;
  const found = foundBy(keys, entry);
  for (const column of FOUND_BY) cells.push(found[column]);
  return cells;
};

export const toRow = (keys: Keys, register: Register, district: string, entry: Data & { id: string }, version: number): Row => {
  const cells = cellsOf(keys, register, district, entry, version);
  return Object.fromEntries(columnsOf(register).map((column, i) => [column, cells[i]]));
};

/** The entry with its sensitive fields opened. */
export const fromRow = (keys: Keys, register: Register, district: string, row: Row): Data => Object.fromEntries(
  fieldsOfRegister(register).map(({ name, column, class: level }) => {
    const value = row[column] ?? null;
    return [name, level === 'P4' && typeof value === 'string' ? open(keys, placeOf(register, district, String(row['id']), name), value) : value];
  }),
);

/** The entry as a rule of a workflow sees it: what is sealed is not there. */
export const withoutSealed = (register: Register, row: Row): Data =>
  Object.fromEntries(fieldsOfRegister(register).filter((one) => one.class !== 'P4').map(({ name, column }) => [name, row[column] ?? null]));

/** The same as `fromRow`, but that a sealed field is opened when somebody looks at it. */
export const lazyFromRow = (keys: Keys, register: Register, district: string, row: Row): Data => {
  const entry = withoutSealed(register, row);
  for (const { name, column } of fieldsOfRegister(register).filter((one) => one.class === 'P4')) {
    const sealed = row[column] ?? null;
    const get = (): unknown => (typeof sealed === 'string' ? open(keys, placeOf(register, district, String(row['id']), name), sealed) : sealed);
    Object.defineProperty(entry, name, { get, enumerable: true });
  }
  return entry;
};
