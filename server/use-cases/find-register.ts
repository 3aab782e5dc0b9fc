/** The registers as their readers see them: internal fields in lists, personal ones one by one, sensitive ones masked. */
import type { Data, Register } from '../../workflows/kit/words.ts';
import { mask } from '../../workflows/office/masking.ts';
import { normaliseId } from '../../workflows/office/citizen-id.ts';
import { holds, unitsOf } from '../asker.ts';
import type { Asker } from '../asker.ts';
import { blindIndexes } from '../keys/prove.ts';
import { cursorOf, readList } from '../list-dialect.ts';
import type { Listable, RawList } from '../list-dialect.ts';
import type { Office } from '../office.ts';
import { logReads } from '../store/reads.ts';
import { fieldsOfRegister, registers } from '../store/register-fields.ts';
import type { RegisterField } from '../store/register-fields.ts';
import { findChanges, findEntries, findEntry } from '../store/register-find.ts';
import { fromRow } from '../store/register-rows.ts';
import type { Row } from '../store/register-rows.ts';
import type { Page } from './find-cases.ts';

/** Whose work needs the register; the administrator of the system is not among them. */
const READERS = ['village_clerk', 'town_clerk', 'reviewer', 'finance', 'town_head', 'district_officer', 'privacy_officer', 'auditor'];
/** The auditor follows the trail and sees people masked. */
const MASKED_ONLY = ['auditor'];

const actorOf = ({ id, name, seats }: Asker) => ({ id, name, posts: seats });

/** Units whose register the asker may read. */
export const readableUnits = (asker: Asker): string[] => unitsOf(asker, READERS);
/** Units whose people the asker may see unmasked. */
export const openUnits = (asker: Asker): string[] => unitsOf(asker, READERS.filter((post) => !MASKED_ONLY.includes(post)));

const listables = (register: Register): Listable => ({
  fields: Object.fromEntries(fieldsOfRegister(register).filter(({ listed }) => listed).map(({ name }) => [name, name === 'lastVerified' ? 'day' : 'text'])),
  q: true, defaultSort: { field: 'id', desc: false },
});

const inList = (register: Register, row: Row): Data & { id: string } => ({
  ...Object.fromEntries(fieldsOfRegister(register).filter(({ listed }) => listed).map(({ name, column }) => [name, row[column] ?? null])),
  id: String(row['id']),
});

/** What stands in place of a value that is not shown. */
const hidden = ({ mask: kind }: RegisterField, value: unknown): unknown =>
  value === null || value === undefined ? null : { masked: kind && typeof value === 'string' ? mask(kind, value) : '****' };

const shown = (field: RegisterField, value: unknown, personal: boolean): unknown =>
  field.class === 'P4' || (field.class === 'P3' && !personal) ? hidden(field, value) : value;

/** An ID number asked for in a search body is taken out of the filter: it is found by its blind index. */
const takeIdNumber = (raw: RawList): { raw: RawList; idNumber: unknown } => {
  const { filter } = raw;
  if (typeof filter !== 'object' || filter === null || !('idNumber' in filter)) return { raw, idNumber: undefined };
  const { idNumber, ...rest } = filter;
  return { raw: { ...raw, filter: rest }, idNumber };
};

/** Null where the list cannot be read or asks for what the reader may not see: 400. `bySearch`: the question came in a body. */
export const findRegister = async ({ db, district, keys }: Office, asker: Asker, register: Register, asked: RawList, bySearch: boolean): Promise<Page<Data> | null> => {
  const { raw, idNumber } = bySearch && register === 'residents' ? takeIdNumber(asked) : { raw: asked, idNumber: undefined };
  const query = readList(raw, listables(register));
  if (!query || (idNumber !== undefined && (typeof idNumber !== 'string' || openUnits(asker).length === 0))) return null;
  const units = idNumber === undefined ? readableUnits(asker) : openUnits(asker);
  const idIndexes = typeof idNumber === 'string' ? blindIndexes(keys, 'idNumber', normaliseId(idNumber)) : null;
  const { rows, total } = await findEntries(db, district, { ...query, register, units, idIndexes });
  const entries = rows.map((row) => inList(register, row));
  await logReads(db, district, actorOf(asker), register, entries.map(({ id }) => id), Object.keys(entries[0] ?? {}));
  const last = entries.length === query.limit ? entries.at(-1) : undefined;
  const cursor = last && cursorOf((last[query.sort.field] ?? null) as string | null, last.id);
  return { rows: entries, offset: query.after ? 0 : query.offset, total, estimated: false, next: cursor ?? null };
};

/** The entry as the asker may see it, or null where there is none in the asker's units. */
export const readEntry = async ({ db, district, keys }: Office, asker: Asker, register: Register, id: string): Promise<Data | null> => {
  const row = await findEntry(db, district, register, readableUnits(asker), id);
  if (!row) return null;
  const personal = openUnits(asker).includes(String(row['unit']));
  const opened = fromRow(keys, register, district, row);
  const fields = fieldsOfRegister(register);
  await logReads(db, district, actorOf(asker), register, [id], fields.filter((field) => field.class !== 'P4' && (personal || field.class !== 'P3')).map(({ name }) => name));
  return { ...Object.fromEntries(fields.map((field) => [field.name, shown(field, opened[field.name], personal)])), version: row['version'] };
};

const masksOf = (register: Register, values: Data, personal: boolean): Data => Object.fromEntries(
  fieldsOfRegister(register).filter(({ name }) => name in values).map((field) => {
    const value = values[field.name];
    const sealed = typeof value === 'object' && value !== null && '$sealed' in value;
    return [field.name, sealed ? { masked: '****' } : shown(field, value, personal)];
  }),
);

/** Which case changed what and when, newest first; sensitive values stay hidden. */
export const readHistory = async ({ db, district }: Office, asker: Asker, register: Register, id: string): Promise<Data[] | null> => {
  const row = await findEntry(db, district, register, readableUnits(asker), id);
  if (!row) return null;
  const personal = openUnits(asker).includes(String(row['unit']));
  const changes = await findChanges(db, district, register, id);
  await logReads(db, district, actorOf(asker), `${register}/history`, [id], [...new Set(changes.flatMap(({ after }) => Object.keys(after)))]);
  return changes.map(({ version, at, person, person_name, workflow, case_id, before, after }) => ({
    id: `${id}.${version}`, version, at: at.toISOString(), by: person, name: person_name ?? person, workflow, case: case_id, fields: Object.keys(after),
    before: masksOf(register, before, personal), after: masksOf(register, after, personal),
  }));
};

export { registers };

export const mayReadRegister = (asker: Asker): boolean => READERS.some((post) => holds(asker, post));
