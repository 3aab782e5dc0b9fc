/** The registers as their readers see them: internal fields in lists, personal ones one by one, sensitive ones masked. */
import { isMisread, misreadAt, remedies } from '../../workflows/kit/asked.ts';
import type { Misread } from '../../workflows/kit/asked.ts';
import { isErased } from '../../workflows/kit/erased.ts';
import type { Data, Register } from '../../workflows/kit/words.ts';
import { mask, maskName } from '../../workflows/office/masking.ts';
import type { Asker } from '../asker.ts';
import { idIndexes } from '../found-by.ts';
import { cursorOf, readList } from '../list-dialect.ts';
import type { Listable, ListQuery, RawList } from '../list-dialect.ts';
import type { Office } from '../office.ts';
import { logReads } from '../store/reads.ts';
import { fieldsOfRegister, registers } from '../store/register-fields.ts';
import type { RegisterField } from '../store/register-fields.ts';
import { findChanges } from '../store/register-changes.ts';
import { findEntries, findEntry, findHeads, RELEVANCE } from '../store/register-find.ts';
import type { RegisterQuery } from '../store/register-find.ts';
import { fromRow } from '../store/register-rows.ts';
import type { Row } from '../store/register-rows.ts';
import type { Page } from './find-cases.ts';
import { seek } from './seek.ts';
import { openUnits, readableUnits } from './sight.ts';

const actorOf = ({ id, name, seats }: Asker) => ({ id, name, posts: seats });

const listables = (register: Register): Listable => ({
  fields: Object.fromEntries(fieldsOfRegister(register).filter(({ listed }) => listed).map(({ name }) => [name, name === 'lastVerified' ? 'day' : 'text'])),
  q: true, defaultSort: { field: 'id', desc: false },
});

export const inList = (register: Register, row: Row): Data & { id: string } => ({
  ...Object.fromEntries(fieldsOfRegister(register).filter(({ listed }) => listed).map(({ name, column }) => [name, row[column] ?? null])),
  id: String(row['id']),
});

/** What stands in place of a value that is not shown. */
const hidden = ({ mask: kind }: RegisterField, value: unknown): unknown =>
  value === null || value === undefined ? null : { masked: kind && typeof value === 'string' ? mask(kind, value) : '****' };

const shown = (field: RegisterField, value: unknown, personal: boolean): unknown =>
  isErased(value) ? value : field.class === 'P4' || (field.class === 'P3' && !personal) ? hidden(field, value) : value;

/** An ID number asked for in a search body is taken out of the filter: it is found by its blind index. */
const takeIdNumber = (raw: RawList): { raw: RawList; idNumber: unknown } => {
  const { filter } = raw;
  if (typeof filter !== 'object' || filter === null || !('idNumber' in filter)) return { raw, idNumber: undefined };
  const { idNumber, ...rest } = filter;
  return { raw: { ...raw, filter: rest }, idNumber };
};

/** The order of a search is no field of the register: it is asked for beside what was typed, and has no cursor. */
const readSearch = (raw: RawList, register: Register): ListQuery | Misread => {
  const byBest = Array.isArray(raw.sort) && raw.sort[0] === RELEVANCE && register === 'residents';
  if (!byBest) return readList(raw, listables(register));
  const { sort: _sort, ...rest } = raw;
  const query = readList(rest, listables(register));
  if (isMisread(query)) return query;
  if (query.after !== null) return misreadAt('after', remedies.noCursor);
  return query.q === null ? misreadAt('sort', remedies.relevance) : { ...query, sort: { field: RELEVANCE, desc: false } };
};

const GROUP = [12, 14] as const;

/** What tells people of one name apart, no number among it: the group, the year of birth, the head of the household, veiled. */
const tellApart = async ({ db, district }: Office, asker: Asker, rows: readonly Row[], entries: readonly (Data & { id: string })[]): Promise<(Data & { id: string })[]> => {
  const heads = await findHeads(db, district, rows.map((row) => String(row['household'])));
  const open = openUnits(asker);
  return entries.map((entry, i) => {
    const { birth_date: born, unit, household, code } = rows[i] ?? {};
    const head = heads.get(String(household));
    return {
      ...entry, group: Number(String(code).slice(...GROUP)) || null,
      birthYear: typeof born === 'string' && open.includes(String(unit)) ? Number(born.slice(0, 4)) : null, headName: head === undefined ? null : maskName(head),
    };
  });
};

/** The question within the asker's units, or what of it cannot be read or the reader may not see: 400. `bySearch`: it came in a body. */
export const registerQueryOf = async (office: Office, asker: Asker, register: Register, asked: RawList, bySearch: boolean): Promise<RegisterQuery | Misread> => {
  const { raw, idNumber } = bySearch && register === 'residents' ? takeIdNumber(asked) : { raw: asked, idNumber: undefined };
  const query = readSearch(raw, register);
  if (isMisread(query)) return query;
  if (idNumber !== undefined && openUnits(asker).length === 0) return misreadAt('filter.idNumber', remedies.unknown);
  if (idNumber !== undefined && typeof idNumber !== 'string') return misreadAt('filter.idNumber', remedies.value);
  return {
    ...query, register, units: idNumber === undefined ? readableUnits(asker) : openUnits(asker), sought: await seek(office, asker, query.q, bySearch),
    idIndexes: typeof idNumber === 'string' ? idIndexes(office.keys, idNumber) : null,
  };
};

export const findRegister = async (office: Office, asker: Asker, register: Register, asked: RawList, bySearch: boolean): Promise<Page<Data> | Misread> => {
  const { db, district } = office;
  const query = await registerQueryOf(office, asker, register, asked, bySearch);
  if (isMisread(query)) return query;
  const { rows, total, estimated } = await findEntries(db, district, query);
  const listed = rows.map((row) => inList(register, row));
  const entries = bySearch && register === 'residents' ? await tellApart(office, asker, rows, listed) : listed;
  await logReads(db, district, actorOf(asker), register, entries.map(({ id }) => id), Object.keys(entries[0] ?? {}));
  const last = entries.length === query.limit && query.sort.field !== RELEVANCE ? entries.at(-1) : undefined;
  const cursor = last && cursorOf((last[query.sort.field] ?? null) as string | null, last.id);
  return { rows: entries, offset: query.after ? 0 : query.offset, total, estimated, next: cursor ?? null };
};

/** One row as it is shown; `personal`: P3 is. */
export const entrySeen = ({ keys, district }: Pick<Office, 'keys' | 'district'>, register: Register, row: Row, personal: boolean): Data => {
  const opened = fromRow(keys, register, district, row);
  const erased = (row['erased'] ?? {}) as Data;
  return { ...Object.fromEntries(fieldsOfRegister(register).map((field) => [field.name, shown(field, opened[field.name] ?? erased[field.name] ?? null, personal)])), version: row['version'] };
};

/** Names of the fields that are shown in full. */
export const namesShown = (register: Register, personal: boolean): string[] =>
  fieldsOfRegister(register).filter((field) => field.class !== 'P4' && (personal || field.class !== 'P3')).map(({ name }) => name);

/** The entry as the asker may see it, or null where there is none in the asker's units. */
export const readEntry = async (office: Office, asker: Asker, register: Register, id: string): Promise<Data | null> => {
  const { db, district } = office;
  const row = await findEntry(db, district, register, readableUnits(asker), id);
  if (!row) return null;
  const personal = openUnits(asker).includes(String(row['unit']));
  await logReads(db, district, actorOf(asker), register, [id], namesShown(register, personal));
  return entrySeen(office, register, row, personal);
};

export const masksOf = (register: Register, values: Data, personal: boolean): Data => Object.fromEntries(
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
