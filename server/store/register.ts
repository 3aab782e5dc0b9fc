/** The register as decisions ask it and change it; only an accepted event of a case changes an entry. */
import { sql } from 'kysely';
import type { Data, Entry, Instant, Register } from '../../workflows/kit/words.ts';
import type { Household, Relation, Resident } from '../../workflows/office/demo-town/town.ts';
import { FOUND_BY } from '../found-by.ts';
import type { Keys } from '../keys/keys.ts';
import { place, seal } from '../keys/seal.ts';
import { fieldsOfRegister, findRegisterField, isSensitive } from './register-fields.ts';
import { fromRow, toRow, withoutSealed } from './register-rows.ts';
import type { Row } from './register-rows.ts';
import type { Db } from './tables.ts';
import type { Statement, Tx } from './transaction.ts';

const insertRows = async (db: Db, register: Register, rows: readonly Row[]): Promise<void> => {
  if (rows.length === 0) return;
  await sql`insert into ${sql.table(register)} select * from jsonb_populate_recordset(null::${sql.table(register)}, ${JSON.stringify(rows)}::jsonb)`.execute(db);
};

export const insertResidents = (db: Db, keys: Keys, district: string, residents: readonly Resident[]): Promise<void> =>
  insertRows(db, 'residents', residents.map((one) => toRow(keys, 'residents', district, one, 1)));

export const insertHouseholds = (db: Db, keys: Keys, district: string, households: readonly Household[]): Promise<void> =>
  insertRows(db, 'households', households.map((one) => toRow(keys, 'households', district, one, 1)));

export const insertRelations = async (db: Db, district: string, relations: readonly Relation[]): Promise<void> => {
  if (relations.length > 0) await db.insertInto('relations').values(relations.map((one) => ({ district, ...one }))).execute();
};

const entriesOf = (register: Register, lock: 'share' | ''): Statement => ({
  name: `entries-${register}-${lock}`,
  text: `select * from ${register} where district = $1 and id = any(array(select unnest($2::text[]))) order by id ${lock && 'for share'}`,
});

/** The entries there are, by id, without their sealed fields; `share` keeps them as they are until commit. */
export const readEntries = async (tx: Pick<Tx, 'run'>, district: string, register: Register, ids: readonly string[], lock: 'share' | '' = ''): Promise<Map<string, Entry>> => {
  const rows = await tx.run<Row>(entriesOf(register, lock), [district, ids]);
  return new Map(rows.map((row) => [String(row['id']), { id: String(row['id']), unit: String(row['unit']), values: withoutSealed(register, row) }]));
};

/** Entries of a unit that have no live case of the workflow; a few, others each time. */
export const findFreeEntries = async (db: Db, district: string, register: Register, unit: string, workflow: string, limit: number): Promise<Entry[]> => {
  const { rows } = await sql<Row>`
    select r.* from ${sql.table(register)} r where r.district = ${district} and r.unit = ${unit}
      ${register === 'residents' ? sql`and r.status = 'active'` : sql``}
      and not exists (select from cases c where c.district = r.district and c.workflow = ${workflow} and c.subject = r.id and c.live)
    order by random() limit ${limit}`.execute(db);
  return rows.map((row) => ({ id: String(row['id']), unit: String(row['unit']), values: withoutSealed(register, row) }));
};

export type RegisterChange = {
  readonly register: Register; readonly id: string; readonly values: Data;
  readonly at: Instant; readonly person: string; readonly workflow: string; readonly caseId: string;
};

/** Rows of one entry before and after, and the names of the fields that were written. */
export type ChangedEntry = { readonly register: Register; readonly before: Row; readonly after: Row; readonly fields: readonly string[] };

const sealedChange = (keys: Keys, district: string, change: RegisterChange, version: number, side: 'before' | 'after', values: Data): Data => Object.fromEntries(
  Object.entries(values).map(([name, value]) => [
    name,
    isSensitive(change.register, name) && value !== null ? { $sealed: seal(keys, place('register_changes', `${district}/${change.register}/${change.id}/${version}`, `${side}.${name}`), value) } : value,
  ]),
);

const updateRows = async (db: Db, register: Register, rows: readonly Row[]): Promise<void> => {
  const columns = [...fieldsOfRegister(register).map((one) => one.column).filter((column) => column !== 'id'), 'version', ...(register === 'residents' ? FOUND_BY : [])];
  await sql`
    update ${sql.table(register)} t set ${sql.join(columns.map((column) => sql`${sql.ref(column)} = n.${sql.ref(column)}`))}
    from jsonb_populate_recordset(null::${sql.table(register)}, ${JSON.stringify(rows)}::jsonb) n where t.district = n.district and t.id = n.id`.execute(db);
};

/**
 * Changes entries of one register and writes down what stood there before, what stands there now and which case did it.
 * Throws on a field or an entry the register does not have.
 */
const changeOne = async (db: Db, keys: Keys, district: string, register: Register, changes: readonly RegisterChange[]): Promise<ChangedEntry[]> => {
  const ids = [...new Set(changes.map(({ id }) => id))];
  const { rows } = await sql<Row>`select * from ${sql.table(register)} where district = ${district} and id = any(${ids}::text[]) order by id for update`.execute(db);
  const entries = new Map(rows.map((row) => [String(row['id']), { id: String(row['id']), version: Number(row['version']), data: fromRow(keys, register, district, row) }]));
  const written = changes.map((change) => {
    const entry = entries.get(change.id);
    const unknown = Object.keys(change.values).find((name) => name === 'id' || !findRegisterField(register, name));
    if (!entry || unknown) throw new Error(entry ? `The register ${register} has no field ${unknown} to change` : `The register ${register} has no entry ${change.id}`);
    const before = Object.fromEntries(Object.keys(change.values).map((name) => [name, entry.data[name] ?? null]));
    entry.version += 1;
    entry.data = { ...entry.data, ...change.values };
    const { at, person, workflow, caseId: case_id } = change;
    const sides = { before: sealedChange(keys, district, change, entry.version, 'before', before), after: sealedChange(keys, district, change, entry.version, 'after', change.values) };
    return { district, register, entry: change.id, version: entry.version, at, person, workflow, case_id, ...sides };
  });
  const after = [...entries.values()].map(({ id, version, data }) => toRow(keys, register, district, { ...data, id }, version));
  await updateRows(db, register, after);
  await sql`insert into register_changes select * from jsonb_populate_recordset(null::register_changes, ${JSON.stringify(written)}::jsonb)`.execute(db);
  const fields = Map.groupBy(changes, ({ id }) => id);
  return rows.map((before, i) => ({ register, before, after: after[i] ?? before, fields: [...new Set((fields.get(String(before['id'])) ?? []).flatMap(({ values }) => Object.keys(values)))] }));
};

/** Entries that are not there yet, with the first line of their history; one that is there stays as it is. */
export const addEntries = async (db: Db, keys: Keys, district: string, added: readonly RegisterChange[]): Promise<void> => {
  for (const { register, id, values, at, person, workflow, caseId: case_id } of added) {
    const row = toRow(keys, register, district, { ...values, id }, 1);
    const told = { district, register, entry: id, version: 1, at, person, workflow, case_id, before: {}, after: values };
    await sql`
      with entered as (insert into ${sql.table(register)} select * from jsonb_populate_recordset(null::${sql.table(register)}, ${JSON.stringify([row])}::jsonb) on conflict do nothing returning id)
      insert into register_changes select c.* from jsonb_populate_recordset(null::register_changes, ${JSON.stringify([told])}::jsonb) c join entered on entered.id = c.entry`.execute(db);
  }
};

/** Changes many entries, in the transaction of the events that do it; gives each as it stood and as it stands. */
export const changeEntries = async (db: Db, keys: Keys, district: string, changes: readonly RegisterChange[]): Promise<ChangedEntry[]> => {
  const changed: ChangedEntry[] = [];
  for (const register of ['households', 'residents'] as const) {
    const mine = changes.filter((change) => change.register === register);
    if (mine.length > 0) changed.push(...(await changeOne(db, keys, district, register, mine)));
  }
  return changed;
};
