/** Sealed values in the history of an entry: opened, and erased. */
import { sql } from 'kysely';
import type { Erased } from '../../workflows/kit/erased.ts';
import type { Data, Register } from '../../workflows/kit/words.ts';
import type { Keys } from '../keys/keys.ts';
import { isSealed, open, place } from '../keys/seal.ts';
import { fieldsOfRegister } from './register-fields.ts';
import type { Row } from './register-rows.ts';
import type { Db } from './tables.ts';

type Of = { readonly register: Register; readonly id: string };
type Change = { readonly version: number; readonly before: Data; readonly after: Data };
const SIDES = ['before', 'after'] as const;

const envelopeIn = (value: unknown): string | null => {
  const envelope = (value as Data | null)?.['$sealed'];
  return isSealed(envelope) ? envelope : null;
};

/** Both sides of a change, sealed values only, opened. */
export const openHistory = (keys: Keys, district: string, { register, id }: Of, change: Change): Data[] => SIDES.map((side) => Object.fromEntries(Object.entries(change[side]).flatMap(([name, value]) => {
  const envelope = envelopeIn(value);
  return envelope === null ? [] : [[name, open(keys, place('register_changes', `${district}/${register}/${id}/${change.version}`, `${side}.${name}`), envelope)]];
})));

/** Fields of the entry in which a sealed value stands now. */
export const findSealedFields = async (db: Db, district: string, { register, id }: Of): Promise<string[]> => {
  const { rows: [row] } = await sql<Row>`select * from ${sql.table(register)} where district = ${district} and id = ${id}`.execute(db);
  return fieldsOfRegister(register).filter(({ column }) => isSealed(row?.[column])).map(({ name }) => name);
};

const erasedSide = (values: Data, erased: Erased): Data => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, envelopeIn(value) === null ? value : erased]));

/** All sealed values of the entry's history. In the change that `fields` went with, they read as erased, from nothing. */
export const eraseHistory = async (db: Db, district: string, { register, id }: Of, fields: readonly string[], erased: Erased): Promise<void> => {
  const { rows } = await sql<Change & { caseId: string }>`
    select version, before, after, case_id as "caseId" from register_changes where district = ${district} and register = ${register} and entry = ${id} for update`.execute(db);
  const rewritten = rows.map(({ version, before, after, caseId }) => {
    const own = caseId === erased.erased.by;
    const left = Object.fromEntries(Object.entries(before).filter(([name]) => !own || !fields.includes(name)));
    const told = own ? { ...after, ...Object.fromEntries(fields.filter((name) => name in after).map((name) => [name, erased])) } : after;
    return { version, before: erasedSide(left, erased), after: erasedSide(told, erased) };
  });
  await sql`update register_changes c set before = n.before, after = n.after from jsonb_to_recordset(${JSON.stringify(rewritten)}::jsonb) as n(version int, before jsonb, after jsonb)
    where c.district = ${district} and c.register = ${register} and c.entry = ${id} and c.version = n.version`.execute(db);
};

/** Says at the entry itself what was erased. */
export const markErased = async (db: Db, district: string, { register, id }: Of, fields: readonly string[], erased: Erased): Promise<void> => {
  if (fields.length === 0) return;
  const marks = JSON.stringify(Object.fromEntries(fields.map((name) => [name, erased])));
  await sql`update ${sql.table(register)} set erased = coalesce(erased, '{}') || ${marks}::jsonb where district = ${district} and id = ${id}`.execute(db);
};
